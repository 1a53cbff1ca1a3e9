using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Contracts.Figures;

namespace Entente.Figures.Counting;

/// <summary>
/// What was counted, in 64 hexadecimal digits: SHA-256 over one line a record, UTF-8, each ended by a line feed, in ordinal order of the lines.
/// A line is <c>record TAB version TAB countedOn TAB amount TAB countedAs</c>: the key as 32 hexadecimal digits, the date as
/// year-month-day or empty, backslash, tab and line feed in countedAs written <c>\\</c>, <c>\t</c>, <c>\n</c>.
/// Two countings agree exactly when they counted the same records in the same versions by the same dates.
/// </summary>
internal static class FigureDigest
{
    public static string Of(IEnumerable<CountedRecord> records)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in records.Select(LineOf).Order(StringComparer.Ordinal)) hash.AppendData(Encoding.UTF8.GetBytes(line));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The records in the digest's order.</summary>
    public static IReadOnlyList<CountedRecord> Ordered(IEnumerable<CountedRecord> records) =>
        [.. records.Select(r => (Record: r, Line: LineOf(r))).OrderBy(r => r.Line, StringComparer.Ordinal).Select(r => r.Record)];

    private static string LineOf(CountedRecord r) => string.Create(CultureInfo.InvariantCulture,
        $"{r.Record:N}\t{r.RecordVersion}\t{r.CountedOn:yyyy-MM-dd}\t{r.Amount}\t{Escaped(r.CountedAs)}\n");

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
