using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.Foundation.Documents;

/// <summary>Finds the whole dates of a text as people write them in English, Chinese and numbers.</summary>
internal static partial class DatesInText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The dates: as written, where, and which days that can be; none of them where it is no day of the calendar.</summary>
    public static IEnumerable<WrittenDate> In(string text)
    {
        foreach (Match match in English().Matches(text)) yield return Of(match, Day(match, "y", MonthOf(match), "d"));
        foreach (Match match in American().Matches(text)) yield return Of(match, Day(match, "y", MonthOf(match), "d"));
        foreach (Match match in Chinese().Matches(text)) yield return Of(match, Day(match, "y", Number(match, "m"), "d"));
        foreach (Match match in YearFirst().Matches(text)) yield return Of(match, Day(match, "y", Number(match, "m"), "d"));
        foreach (Match match in YearLast().Matches(text)) yield return Of(match, Day(match, "y", Number(match, "b"), "a"), Day(match, "y", Number(match, "a"), "b"));
    }

    private static WrittenDate Of(Match match, params DateOnly?[] days) => new(match.Value, match.Index, [.. days.OfType<DateOnly>()]);

    private static int MonthOf(Match match) => Array.IndexOf(Months, match.Groups["month"].Value[..3].ToLowerInvariant()) + 1;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static DateOnly? Day(Match match, string year, int month, string day)
    {
        var (y, d) = (Number(match, year), Number(match, day));
        return y is > 0 and < 9999 && month is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, d) : null;
    }

    private const string Month = @"(?<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)\.?";

    [GeneratedRegex(@"\b(?<d>\d{1,2})(st|nd|rd|th)?( of)?\s+" + Month + @",?\s+(?<y>\d{4})\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex English();

    [GeneratedRegex(@"\b" + Month + @"\s+(?<d>\d{1,2})(st|nd|rd|th)?,?\s+(?<y>\d{4})\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex American();

    [GeneratedRegex(@"(?<y>\d{4})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*[日号]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"(?<![\d/.-])(?<y>\d{4})([-/.])(?<m>\d{1,2})[-/.](?<d>\d{1,2})(?![\d/-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\d/.-])(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<y>\d{4})(?![\d/-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearLast();
}

/// <summary>A date as it stands in a text.</summary>
/// <param name="Written">As it is written.</param>
/// <param name="At">Where it begins.</param>
/// <param name="Days">The days it can mean; none: no day of the calendar.</param>
internal sealed record WrittenDate(string Written, int At, IReadOnlyList<DateOnly> Days);
