using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>A student's stay at a partner institution, or of a partner's student here: planned, under way, over. Everything of a journey hangs on it.</summary>
internal sealed class Stay : Entity<Stay>, IScoped
{
    public const string RecordKind = "mobility.stay";
    public const int LongestTopic = 300;
    public const int LongestReason = 1000;

    /// <summary>An end so many days before the planned one still counts as planned.</summary>
    private const int NearEnd = 14;

    public required PersonId PersonId { get; init; }

    /// <summary>The partner: where a student of the school is, or where a guest comes from.</summary>
    public required OrganisationId OrganisationId { get; init; }

    /// <summary>The agreement whose place it takes; none: outside agreements, or from before them.</summary>
    public AgreementId? AgreementId { get; init; }

    /// <summary>The code of the agreement's line.</summary>
    public string? Line { get; init; }

    public required PlaceDirection Direction { get; init; }

    public required Id<MobilityForm> FormId { get; init; }

    public StudyLevel? Level { get; init; }

    /// <summary>By the year it begins in.</summary>
    public required int AcademicYear { get; set; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day; until it is over, as planned.</summary>
    public required DateOnly Until { get; set; }

    /// <summary>What is studied or researched there.</summary>
    public LocalizedText Topic { get; set; } = LocalizedText.Empty;

    public PersonId? HomeSupervisorId { get; set; }

    public PersonId? HostSupervisorId { get; set; }

    public StayState State { get; private set; }

    public DateOnly? ArrivedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why it was called off or broken off.</summary>
    public string? Reason { get; private set; }

    /// <summary>The application it came from; none: it was imported or entered by hand.</summary>
    public Id<Application>? ApplicationId { get; init; }

    /// <summary>Where it is known from: <c>call</c>, <c>import</c>, <c>hand</c>, <c>demonstration</c>.</summary>
    public required string Source { get; init; }

    public required Instant RecordedAt { get; init; }

    /// <summary>The unit the student belongs to, or that receives the guest; decides who sees it.</summary>
    public required UnitId UnitId { get; init; }

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>Notes the arrival; the stay is under way.</summary>
    public void Arrive(DateOnly on) => (State, ArrivedOn) = (StayState.UnderWay, on);

    /// <summary>Notes the end; the days abroad are counted to it.</summary>
    /// <param name="on">The last day there.</param>
    /// <param name="reason">Why earlier than planned; none: as planned.</param>
    public void End(DateOnly on, string? reason = null) => (State, EndedOn, Reason) = (StayState.Returned, on, reason);

    /// <summary>Whether an end on this day is no end as planned, but breaks the stay off.</summary>
    public bool IsBrokenOffAt(DateOnly on) => on < Until.AddDays(-NearEnd);

    /// <summary>Days there up to a day, the first and the last included.</summary>
    public int DaysBy(DateOnly today)
    {
        if (ArrivedOn is not { } first) return 0;
        var last = EndedOn ?? (today < first ? first.AddDays(-1) : today);
        return last.DayNumber - first.DayNumber + 1;
    }

    public void CallOff(string reason) => (State, Reason) = (StayState.CalledOff, reason);
}

/// <summary>Where a stay stands.</summary>
public enum StayState
{
    /// <summary>It has not begun.</summary>
    Planned,

    /// <summary>The student is there.</summary>
    UnderWay,

    /// <summary>The student has come back.</summary>
    Returned,

    /// <summary>It did not take place.</summary>
    CalledOff,
}

internal sealed class StayMap : IEntityTypeConfiguration<Stay>
{
    public void Configure(EntityTypeBuilder<Stay> builder)
    {
        builder.Property(s => s.Line).HasMaxLength(40);
        builder.Property(s => s.Source).HasMaxLength(40);
        builder.Property(s => s.Reason).HasMaxLength(Stay.LongestReason);
        builder.HasIndex(s => new { s.Direction, s.AcademicYear });
        builder.HasIndex(s => new { s.State, s.Until });
    }
}
