using Entente.Contracts.Directory;

namespace Entente.Mobility.TwoDegrees;

/// <summary>
/// On which days of a programme a student was at which of the two institutions. Every day counts once: at the host where a stay or another encounter with it covers
/// the day, else at home. So home and host days together are the days of the programme.
/// </summary>
/// <param name="from">The first day of the programme.</param>
/// <param name="until">Its last day.</param>
/// <param name="host">When the student was at the host, in any order, overlapping or not; one without an end lasts.</param>
internal sealed class Residence(DateOnly from, DateOnly until, IReadOnlyCollection<(DateOnly From, DateOnly? Until)> host)
{
    /// <summary>Days of the programme up to a day, that day included.</summary>
    public int DaysBy(DateOnly day) => Math.Max(0, Earlier(day, until).DayNumber - from.DayNumber + 1);

    /// <summary>Of these, at the host.</summary>
    public int HostBy(DateOnly day) => DayCount.Within(host, from, Earlier(day, until));

    /// <summary>Of these, at home.</summary>
    public int HomeBy(DateOnly day) => DaysBy(day) - HostBy(day);

    /// <summary>The day on which so many days at one side are reached; none: not within the programme.</summary>
    public DateOnly? ReachedOn(int days, bool atHost)
    {
        int By(DateOnly day) => atHost ? HostBy(day) : HomeBy(day);
        if (days <= 0) return from;
        if (until < from || By(until) < days) return null;

        // Days never become fewer, so the first day with enough is found by halving.
        var (low, high) = (from.DayNumber, until.DayNumber);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (By(DateOnly.FromDayNumber(middle)) >= days) high = middle;
            else low = middle + 1;
        }

        return DateOnly.FromDayNumber(low);
    }

    /// <summary>The times at the host within the programme, joined where they touch, in their order.</summary>
    public IEnumerable<(DateOnly From, DateOnly Until)> HostSpans()
    {
        (DateOnly From, DateOnly Until)? open = null;
        foreach (var span in host.Select(s => (From: s.From > from ? s.From : from, Until: Earlier(s.Until ?? until, until))).Where(s => s.From <= s.Until).Order())
        {
            if (open is { } before && span.From.DayNumber <= before.Until.DayNumber + 1) open = (before.From, before.Until > span.Until ? before.Until : span.Until);
            else
            {
                if (open is { } ended) yield return ended;
                open = span;
            }
        }

        if (open is { } last) yield return last;
    }

    /// <summary>The times at home within the programme: what lies between those at the host.</summary>
    public IEnumerable<(DateOnly From, DateOnly Until)> HomeSpans()
    {
        var next = from;
        foreach (var (first, last) in HostSpans())
        {
            if (first > next) yield return (next, first.AddDays(-1));
            if (last >= until) yield break;
            next = last.AddDays(1);
        }

        if (next <= until) yield return (next, until);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
