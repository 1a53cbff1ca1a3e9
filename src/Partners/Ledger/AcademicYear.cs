using System.Globalization;

namespace Entente.Partners.Ledger;

/// <summary>Academic years, each by the calendar year it begins in.</summary>
internal static class AcademicYear
{
    /// <summary>The month an academic year begins with.</summary>
    private const int FirstMonth = 9;

    /// <summary>Days an agreement must be in force within a year for its places to be offered in it: about a teaching term.</summary>
    private const int ShortestDays = 90;

    public static int Of(DateOnly date) => date.Month >= FirstMonth ? date.Year : date.Year - 1;

    public static DateOnly FirstDay(int year) => new(year, FirstMonth, 1);

    public static DateOnly LastDay(int year) => FirstDay(year + 1).AddDays(-1);

    /// <summary>As people write it: 2025/26.</summary>
    public static string Name(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");

    /// <summary>Whether something in force over a span is in force for a term of the year at least.</summary>
    /// <param name="year">The year.</param>
    /// <param name="from">The first day; none: never.</param>
    /// <param name="until">The last day; none: without end.</param>
    public static bool Covers(int year, DateOnly? from, DateOnly? until)
    {
        if (from is null) return false;
        var first = from > FirstDay(year) ? from.Value : FirstDay(year);
        var last = until < LastDay(year) ? until.Value : LastDay(year);
        return last.DayNumber - first.DayNumber + 1 >= ShortestDays;
    }
}
