using System.Globalization;

namespace Entente.Contracts.Partners;

/// <summary>How amounts of places are written, in the language of the page.</summary>
public static class PlaceAmounts
{
    /// <summary>An amount of places from hundredths: 3.5.</summary>
    public static string Places(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.CurrentCulture);

    /// <summary>An amount with its sign; a true minus, and nothing before zero.</summary>
    public static string Signed(int hundredths) => hundredths switch
    {
        > 0 => "+" + Places(hundredths),
        < 0 => "−" + Places(-hundredths),
        _ => "0",
    };
}
