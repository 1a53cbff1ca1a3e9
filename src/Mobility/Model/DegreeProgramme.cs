using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>The way of a student to the degrees of two institutions: when it began, when it is to end, and the milestones of both. All stays of the student with that partner belong to it.</summary>
internal sealed class DegreeProgramme : Entity<DegreeProgramme>, IScoped
{
    public const string RecordKind = "mobility.two-degrees";

    /// <summary>The most years a programme is laid out for.</summary>
    public const int MostYears = 10;

    public required PersonId PersonId { get; init; }

    public required OrganisationId OrganisationId { get; init; }

    public required UnitId UnitId { get; init; }

    /// <summary>The first day: the first enrolment.</summary>
    public required DateOnly BeginsOn { get; set; }

    /// <summary>The last day as planned.</summary>
    public required DateOnly EndsOn { get; set; }

    /// <summary>The least days at home, by the rules in force when it was laid out.</summary>
    public required int HomeDays { get; init; }

    /// <summary>The least days at the host.</summary>
    public required int HostDays { get; init; }

    /// <summary>The pack and table these stand in.</summary>
    public required string Rule { get; init; }

    public required Instant RecordedAt { get; init; }

    public AccountId? RecordedById { get; init; }

    public List<Milestone> Milestones { get; } = [];

    /// <summary>The changes of its dates, the oldest first.</summary>
    public List<ProgrammeSpan> Spans { get; } = [];

    /// <summary>The day it came to its end: the last milestone, once all are done.</summary>
    public DateOnly? FinishedOn => Milestones.Count > 0 && Milestones.TrueForAll(m => m.DoneOn is not null) ? Milestones.Max(m => m.DoneOn) : null;

    public RecordRef Ref() => new(RecordKind, Id.Value);
}

/// <summary>The dates of a programme as they were changed once, and why.</summary>
internal sealed class ProgrammeSpan : Entity<ProgrammeSpan>
{
    public required Id<DegreeProgramme> ProgrammeId { get; init; }

    public required DateOnly BeginsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required string Reason { get; init; }

    public AccountId? ById { get; init; }

    public required Instant At { get; init; }
}

/// <summary>Something a student reaches on the way to two degrees: at home, at the host, or before both.</summary>
internal sealed class Milestone : Entity<Milestone>
{
    public const string RecordKind = "mobility.milestone";
    public const int LongestNote = 1000;

    public required Id<DegreeProgramme> ProgrammeId { get; init; }

    /// <summary>Tells it from the others of its programme: <c>defence</c>.</summary>
    public required string Code { get; init; }

    public required MilestoneSide Side { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>The role that owes it; none: the student.</summary>
    public string? Role { get; init; }

    /// <summary>How many days before it is planned it comes on the desk.</summary>
    public int ShowDays { get; init; }

    public required DateOnly PlannedOn { get; set; }

    public DateOnly? DoneOn { get; private set; }

    /// <summary>How often it was taken back that it was reached; each time it is owed anew.</summary>
    public int Reopened { get; private set; }

    /// <summary>Which obligation of the programme it is now.</summary>
    public string Instance => Reopened == 0 ? Code : string.Create(CultureInfo.InvariantCulture, $"{Code}-{Reopened + 1}");

    /// <summary>What shows it: a certificate of enrolment, the record of the defence.</summary>
    public FileId? FileId { get; private set; }

    /// <summary>Everything that was recorded of it, the oldest first.</summary>
    public List<MilestoneEntry> Entries { get; } = [];

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>Notes that it was reached.</summary>
    public void Reach(DateOnly on, string note, FileId? file, AccountId? by, Instant at)
    {
        (DoneOn, FileId) = (on, file ?? FileId);
        Note(note, by, at);
    }

    /// <summary>Plans it for another day.</summary>
    public void Move(DateOnly planned, string reason, AccountId? by, Instant at)
    {
        PlannedOn = planned;
        Note(reason, by, at);
    }

    /// <summary>Takes back that it was reached.</summary>
    public void Reopen(string reason, AccountId? by, Instant at)
    {
        (DoneOn, Reopened) = (null, Reopened + 1);
        Note(reason, by, at);
    }

    private void Note(string text, AccountId? by, Instant at) => Entries.Add(new() { MilestoneId = Id, PlannedOn = PlannedOn, DoneOn = DoneOn, Text = text, ById = by, At = at });
}

/// <summary>What was recorded of a milestone once; never changed.</summary>
internal sealed class MilestoneEntry : Entity<MilestoneEntry>
{
    public required Id<Milestone> MilestoneId { get; init; }

    /// <summary>The day planned from then on.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>The day it was reached, as said then; none: not reached.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Why, or what shows it.</summary>
    public required string Text { get; init; }

    public AccountId? ById { get; init; }

    public required Instant At { get; init; }
}

/// <summary>Whose milestone it is.</summary>
public enum MilestoneSide
{
    /// <summary>Of the institution the student comes from.</summary>
    Home,

    /// <summary>Of both together.</summary>
    Joint,

    /// <summary>Of the institution the student goes to.</summary>
    Host,
}

/// <summary>Who sees a programme: whoever sees a stay of the student with that partner.</summary>
internal static class ProgrammesOfStays
{
    public static IQueryable<DegreeProgramme> Of(this IQueryable<DegreeProgramme> programmes, IQueryable<Stay> visible) =>
        programmes.ViewerNamed().Where(p => visible.Any(s => s.PersonId == p.PersonId && s.OrganisationId == p.OrganisationId));
}

internal sealed class DegreeProgrammeMap : IEntityTypeConfiguration<DegreeProgramme>
{
    public void Configure(EntityTypeBuilder<DegreeProgramme> builder)
    {
        builder.Property(p => p.Rule).HasMaxLength(200);
        builder.HasIndex(p => new { p.PersonId, p.OrganisationId }).IsUnique();
        builder.HasMany(p => p.Milestones).WithOne().HasForeignKey(m => m.ProgrammeId);
        builder.HasMany(p => p.Spans).WithOne().HasForeignKey(s => s.ProgrammeId);
    }
}

internal sealed class MilestoneMap : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.Property(m => m.Code).HasMaxLength(40);
        builder.Property(m => m.Role).HasMaxLength(40);
        builder.Ignore(m => m.Instance);
        builder.HasIndex(m => new { m.ProgrammeId, m.Code }).IsUnique();
        builder.HasMany(m => m.Entries).WithOne().HasForeignKey(e => e.MilestoneId);
    }
}
