using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Ui.Pictures;

namespace Entente.Mobility.TwoDegrees;

/// <summary>What the page of two degrees shows.</summary>
/// <param name="Stay">The stay it was opened from.</param>
/// <param name="HomeName">The institution the student comes from.</param>
/// <param name="HostName">The institution the student goes to.</param>
public sealed record DegreeModel(StayView Stay, LocalizedText HomeName, LocalizedText HostName)
{
    /// <summary>The first day; none: it was not laid out yet.</summary>
    public DateOnly? BeginsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public DateOnly? FinishedOn { get; init; }

    /// <summary>The last day counted to: as planned, the end, or today once that has passed.</summary>
    public DateOnly Last { get; init; }

    /// <summary>Where the least residence stands.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Days of the programme so far.</summary>
    public int Days { get; init; }

    /// <summary>Of the days at home, those with others abroad.</summary>
    public int Elsewhere { get; init; }

    public ResidenceLine Home { get; init; } = new(0, 0, null, 0, null);

    public ResidenceLine Host { get; init; } = new(0, 0, null, 0, null);

    public IReadOnlyList<SpanBar> HomeBars { get; init; } = [];

    public IReadOnlyList<SpanBar> HostBars { get; init; } = [];

    public IReadOnlyList<MilestoneLine> Milestones { get; init; } = [];

    /// <summary>The changes of the dates.</summary>
    public IReadOnlyList<SpanLine> Spans { get; init; } = [];

    public bool MayLayOut { get; init; }

    /// <summary>First and last day a form begins with.</summary>
    public (DateOnly Begins, DateOnly Ends)? Suggested { get; init; }

    /// <summary>Which of the forms was refused.</summary>
    public string? Refused { get; init; }

    public FormReader Sent { get; init; } = FormReader.Empty;

    public string Address => Stay.Address + "/two-degrees";

    public FormReader FormOf(string step) => Refused == step ? Sent : FormReader.Empty;
}

/// <summary>A change of the dates.</summary>
public sealed record SpanLine(DateOnly On, DateOnly BeginsOn, DateOnly EndsOn, string Reason, string By);

/// <summary>The residence at one side.</summary>
/// <param name="Days">Days so far.</param>
/// <param name="Least">The least days.</param>
/// <param name="ReachedOn">When they were reached, or will be as planned; none: not as planned.</param>
/// <param name="Short">How many are missing at the end, as planned.</param>
/// <param name="Earliest">The earliest day on which they can be reached from today on; none: not before the end.</param>
public sealed record ResidenceLine(int Days, int Least, DateOnly? ReachedOn, int Short, DateOnly? Earliest)
{
    public int Missing => Math.Max(0, Least - Days);
}

/// <summary>A milestone as the page shows it.</summary>
public sealed record MilestoneLine(int Number, string Code, MilestoneSide Side, LocalizedText Title, string? Role, DateOnly PlannedOn, DateOnly? DoneOn)
{
    public FileId? File { get; init; }

    public bool MayNote { get; init; }

    public IReadOnlyList<MilestoneEntryLine> Entries { get; init; } = [];
}

/// <summary>Something that was recorded of a milestone.</summary>
public sealed record MilestoneEntryLine(DateOnly On, string By, DateOnly? DoneOn, DateOnly PlannedOn, string Text, MilestoneDeed Deed);

/// <summary>What was recorded.</summary>
public enum MilestoneDeed
{
    /// <summary>It was reached.</summary>
    Reached,

    /// <summary>It was planned for another day.</summary>
    Moved,

    /// <summary>That it was reached was taken back.</summary>
    Reopened,
}
