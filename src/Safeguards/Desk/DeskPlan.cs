using Entente.Contracts.Safeguards;

namespace Entente.Safeguards.Desk;

/// <summary>When something waits, seen from today.</summary>
public enum DeskTime
{
    /// <summary>Its day has passed.</summary>
    Overdue,

    /// <summary>Due today.</summary>
    Today,

    /// <summary>Due until Sunday.</summary>
    ThisWeek,

    /// <summary>Due later.</summary>
    Later,

    /// <summary>Without a day.</summary>
    Whenever,
}

/// <summary>The lines of a desk by when they are due.</summary>
internal static class DeskPlan
{
    /// <summary>The groups that have lines, in order; within a group the nearest first, then as the rooms brought them.</summary>
    public static IReadOnlyList<DeskGroup> Of(IEnumerable<DeskLine> lines, DateOnly today) => [.. lines
        .GroupBy(l => TimeOf(l.Due, today))
        .OrderBy(g => g.Key)
        .Select(g => new DeskGroup(g.Key, [.. g.OrderBy(l => l.Due ?? DateOnly.MaxValue)]))];

    /// <summary>The group of a day. The week ends on Sunday.</summary>
    public static DeskTime TimeOf(DateOnly? due, DateOnly today) => due switch
    {
        null => DeskTime.Whenever,
        { } day when day < today => DeskTime.Overdue,
        { } day when day == today => DeskTime.Today,
        { } day when day <= Sunday(today) => DeskTime.ThisWeek,
        _ => DeskTime.Later,
    };

    private static DateOnly Sunday(DateOnly today) => today.AddDays((7 - (int)today.DayOfWeek) % 7);
}

/// <summary>The lines due at one time.</summary>
public sealed record DeskGroup(DeskTime Time, IReadOnlyList<DeskLine> Lines);
