using System.Globalization;

namespace Entente.Mobility.Funding;

/// <summary>How money is said.</summary>
internal static class FundingWords
{
    /// <summary>Minor units as an amount: 1200050 reads 12,000.50; without cents where there are none.</summary>
    public static string Amount(long minor) => minor % 100 == 0 ? (minor / 100).ToString("N0", CultureInfo.InvariantCulture) : (minor / 100m).ToString("N2", CultureInfo.InvariantCulture);

    public static string Amount(long minor, string currency) => $"{Amount(minor)} {currency}";
}
