using System.Text.RegularExpressions;

namespace Entente.Foundation.Tables;

/// <summary>
/// Reads dates as people write them in tables: 2026-03-12, 2026/3/12, 12.03.2026, 12 Mar 2026, 2026年3月12日, 20260312,
/// and a spreadsheet's day number. Where day and month could be swapped, it asks instead of guessing.
/// </summary>
public static partial class Dates
{
    private const int LongestDate = 40;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>Reads a cell: a real date as it is, a text or number as a person would.</summary>
    /// <param name="cell">The cell; an empty one is <see cref="DateProblem.NotADate"/>.</param>
    /// <param name="order">Which comes first in 03/04/2026.</param>
    public static DateReading Read(TableCell cell, DateOrder order = DateOrder.Ask) => cell.Kind switch
    {
        TableCellKind.Date => DateReading.Of(cell.Date, cell.Time),
        TableCellKind.Empty or TableCellKind.Boolean => DateReading.Not(DateProblem.NotADate),
        _ => Read(cell.Text, order),
    };

    /// <summary>Reads a text.</summary>
    /// <param name="text">The date, with a time of day after a space or T if there is one.</param>
    /// <param name="order">Which comes first in 03/04/2026.</param>
    public static DateReading Read(string text, DateOrder order = DateOrder.Ask)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = UnicodeText.Compatible(text).Trim().ToLowerInvariant();
        if (plain.Length is 0 or > LongestDate)
        {
            return DateReading.Not(DateProblem.NotADate);
        }

        var time = default(TimeOnly?);
        if (TimeAfterDate().Match(plain) is { Success: true } clock)
        {
            if (!TimeOnly.TryParse(clock.Groups["time"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture, out var hours))
            {
                return DateReading.Not(DateProblem.ImpossibleDay);
            }

            time = hours;
            plain = plain[..clock.Index].TrimEnd();
        }

        foreach (var pattern in (ReadOnlySpan<Regex>)[YearFirst(), Chinese(), Compact(), DotsDayFirst(), DayNamedMonth(), NamedMonthDay()])
        {
            if (pattern.Match(plain) is { Success: true } match)
            {
                return OfParts(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value, time);
            }
        }

        if (DayAndMonth().Match(plain) is { Success: true } pair)
        {
            return OfPair(Number(pair.Groups["a"].Value), Number(pair.Groups["b"].Value), pair.Groups["y"].Value, time, order);
        }

        if (SerialNumber().IsMatch(plain))
        {
            return Serials.Read(decimal.Parse(plain, System.Globalization.CultureInfo.InvariantCulture), from1904: false) is { } serial
                ? DateReading.Of(serial.Date, serial.Time ?? time)
                : DateReading.Not(DateProblem.NotADate);
        }

        return DateReading.Not(ShortYear().IsMatch(plain) ? DateProblem.ShortYear
            : Incomplete().IsMatch(plain) ? DateProblem.Incomplete
            : DateProblem.NotADate);
    }

    private static DateReading OfPair(int first, int second, string year, TimeOnly? time, DateOrder order)
    {
        if (order == DateOrder.Ask && first is >= 1 and <= 12 && second is >= 1 and <= 12 && first != second)
        {
            return DateReading.Not(DateProblem.Ambiguous);
        }

        var dayFirst = second > 12 ? false : first > 12 || order != DateOrder.MonthFirst;
        return dayFirst ? OfNumbers(Number(year), second, first, time) : OfNumbers(Number(year), first, second, time);
    }

    private static DateReading OfParts(string year, string month, string day, TimeOnly? time)
    {
        var number = char.IsAsciiDigit(month[0]) ? Number(month)
            : Math.Max(Array.IndexOf(Months, month.Length == 4 ? month[..3] : month), Array.IndexOf(MonthNames, month)) + 1;
        return number == 0 ? DateReading.Not(DateProblem.NotADate) : OfNumbers(Number(year), number, Number(day), time);
    }

    private static DateReading OfNumbers(int year, int month, int day, TimeOnly? time) =>
        year < 1000 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            ? DateReading.Not(DateProblem.ImpossibleDay)
            : DateReading.Of(new DateOnly(year, month, day), time);

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(t|\s+|(?<=日)\s*)(?<time>\d{1,2}:\d{2}(:\d{2}(\.\d{1,7})?)?)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TimeAfterDate();

    [GeneratedRegex(@"^(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<y>\d{4}) ?年 ?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?[日号]?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^(?<y>(19|20)\d{2})(?<m>\d{2})(?<d>\d{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(?<d>\d{1,2})\. ?(?<m>\d{1,2})\. ?(?<y>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DotsDayFirst();

    [GeneratedRegex(@"^(?<d>\d{1,2})(st|nd|rd|th)?[ -]?(?<m>[a-z]{3,9})\.?,?[ -]?(?<y>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayNamedMonth();

    [GeneratedRegex(@"^(?<m>[a-z]{3,9})\.?[ -](?<d>\d{1,2})(st|nd|rd|th)?(, ?|[ -])(?<y>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedMonthDay();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?<s>[-/])(?<b>\d{1,2})\k<s>(?<y>\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DayAndMonth();

    // Five digits reach from 1927 to 2173; shorter numbers are years or counts, not dates.
    [GeneratedRegex(@"^\d{5}(\.\d{1,10})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SerialNumber();

    [GeneratedRegex(@"^(\d{1,2}[-/.]\d{1,2}[-/.]\d{2}|\d{1,2}[ -][a-z]{3,9}[ -]\d{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"^(\d{4}|\d{4}[-/.]\d{1,2}|\d{4} ?年( ?\d{1,2} ?月)?|[a-z]{3,9}\.? \d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Incomplete();
}
