namespace Entente.Safeguards.Packs;

/// <summary>
/// Counts working days. Weekdays are working days or not; a holiday is none whatever its weekday; a moved working day is one
/// whatever its weekday. The day counted from never counts itself.
/// </summary>
internal sealed class WorkCalendar(IEnumerable<DayOfWeek> workdays, IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> movedWorkingDays)
{
    /// <summary>No rule counts further than this many days ahead; a calendar without working days would never end.</summary>
    private const int Horizon = 366 * 50;

    private readonly HashSet<DayOfWeek> workdays = [.. workdays];
    private readonly HashSet<DateOnly> holidays = [.. holidays];
    private readonly HashSet<DateOnly> moved = [.. movedWorkingDays];

    /// <summary>Whether people work that day.</summary>
    public bool IsWorkingDay(DateOnly day) => moved.Contains(day) || (workdays.Contains(day.DayOfWeek) && !holidays.Contains(day));

    /// <summary>
    /// The day that many working days after another, or before it where the number is negative: the first working day after a day is 1.
    /// 0 is the day itself.
    /// </summary>
    /// <exception cref="InvalidOperationException">The calendar has too few working days.</exception>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        var step = Math.Sign(workingDays);
        var left = Math.Abs(workingDays);
        for (var passed = 0; left > 0; passed++)
        {
            if (passed > Horizon) throw new InvalidOperationException("The calendar has too few working days.");
            day = day.AddDays(step);
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    /// <summary>
    /// Working days from one day to another: those after the first up to and including the second. Negative where the second lies before
    /// the first, so that going there and back is nothing.
    /// </summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from) return -Between(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }
}
