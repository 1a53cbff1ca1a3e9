using System.Globalization;
using NodaTime;

namespace Entente.Contracts.Partners;

/// <summary>The school's academic years, each named by the calendar year it begins in. The day they begin on is a setting of the school.</summary>
/// <param name="begins">The first day of an academic year; never 29 February.</param>
public sealed class AcademicCalendar(AnnualDate begins)
{
    /// <summary>Days an agreement must be in force within a year for its places to be offered in it: about a teaching term.</summary>
    private const int ShortestDays = 90;

    /// <summary>The year a date lies in.</summary>
    public int Of(DateOnly date) => (date.Month, date.Day).CompareTo((begins.Month, begins.Day)) >= 0 ? date.Year : date.Year - 1;

    /// <summary>The first day of a year.</summary>
    public DateOnly FirstDay(int year) => new(year, begins.Month, begins.Day);

    /// <summary>The last day of a year.</summary>
    public DateOnly LastDay(int year) => FirstDay(year + 1).AddDays(-1);

    /// <summary>As people write it: 2025/26; 2026 where it is the calendar year.</summary>
    public string Name(int year) => begins is { Month: 1, Day: 1 }
        ? year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");

    /// <summary>Whether something in force over a span is in force for a term of the year at least.</summary>
    /// <param name="year">The year.</param>
    /// <param name="from">The first day; none: never.</param>
    /// <param name="until">The last day; none: without end.</param>
    public bool Covers(int year, DateOnly? from, DateOnly? until)
    {
        if (from is null) return false;
        var first = from > FirstDay(year) ? from.Value : FirstDay(year);
        var last = until < LastDay(year) ? until.Value : LastDay(year);
        return last.DayNumber - first.DayNumber + 1 >= ShortestDays;
    }
}
