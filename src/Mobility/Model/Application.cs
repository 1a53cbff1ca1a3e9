using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>A student's application to a call: who they are as they said it, which places they would take, in order. One a student and call; nothing of it is ever lost.</summary>
internal sealed class Application : Entity<Application>, IScoped
{
    public const string RecordKind = "mobility.application";
    public const int LongestReason = 1000;

    public required Id<Call> CallId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The account it is kept with.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>The unit the student studies at; decides with the call's unit who sees it.</summary>
    public required UnitId UnitId { get; set; }

    /// <summary>The call's unit, so that one rule decides who sees it.</summary>
    public required UnitId CallUnitId { get; init; }

    public StudyLevel? Level { get; set; }

    /// <summary>The field of ISCED-F 2013.</summary>
    public string? Field { get; set; }

    /// <summary>The mean grade, hundredths of a point of 100.</summary>
    public int? Grade { get; set; }

    /// <summary>The language a certificate is held in.</summary>
    public string? Language { get; set; }

    /// <summary>The level certified, 1 (A1) to 6 (C2).</summary>
    public int? LanguageLevel { get; set; }

    public ApplicationState State { get; private set; }

    public required Instant StartedAt { get; init; }

    public Instant? SubmittedAt { get; private set; }

    /// <summary>Whether it came after the deadline, within the grace.</summary>
    public bool IsLate { get; private set; }

    /// <summary>When it was handed in but a rule held it; the office sees it from then on and can make an exception.</summary>
    public Instant? HeldAt { get; set; }

    public Instant? WithdrawnAt { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The order in which places are given, 1 first; none while nobody ranked it.</summary>
    public int? Rank { get; set; }

    public List<ApplicationChoice> Choices { get; } = [];

    public List<Review> Reviews { get; } = [];

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>Takes it as submitted at a moment.</summary>
    /// <param name="at">When the server received it.</param>
    /// <param name="late">Whether the deadline had passed.</param>
    public void Submit(Instant at, bool late) => (State, SubmittedAt, IsLate, HeldAt) = (ApplicationState.Submitted, at, late, null);

    /// <summary>Opens a submitted one again, to be changed and submitted anew.</summary>
    public void Reopen() => (State, SubmittedAt, IsLate) = (ApplicationState.Draft, null, false);

    public void Withdraw(Instant at, string reason) => (State, WithdrawnAt, Reason) = (ApplicationState.Withdrawn, at, reason);

    /// <summary>Says that it cannot be considered.</summary>
    public void Exclude(string reason) => (State, Reason) = (ApplicationState.Excluded, reason);
}

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Received.</summary>
    Submitted,

    /// <summary>Taken back by the student.</summary>
    Withdrawn,

    /// <summary>Not considered, with the reason.</summary>
    Excluded,
}

/// <summary>A place a student would take, by order of wish.</summary>
internal sealed class ApplicationChoice : Entity<ApplicationChoice>
{
    public required Id<Application> ApplicationId { get; init; }

    public required Id<CallPlace> PlaceId { get; init; }

    /// <summary>From 1.</summary>
    public required int Order { get; init; }
}

internal sealed class ApplicationMap : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.Property(a => a.Field).HasMaxLength(4);
        builder.Property(a => a.Language).HasMaxLength(20);
        builder.Property(a => a.Reason).HasMaxLength(Application.LongestReason);
        builder.HasIndex(a => new { a.CallId, a.PersonId }).IsUnique();
        builder.HasIndex(a => new { a.CallId, a.State, a.Rank });
        builder.HasMany(a => a.Choices).WithOne().HasForeignKey(c => c.ApplicationId);
    }
}

internal sealed class ApplicationChoiceMap : IEntityTypeConfiguration<ApplicationChoice>
{
    public void Configure(EntityTypeBuilder<ApplicationChoice> builder) => builder.HasIndex(c => new { c.ApplicationId, c.Order }).IsUnique();
}
