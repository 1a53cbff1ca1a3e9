using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>A student who accepted a place, put before the partner, who accepts, refuses or asks for more. It went through its gate before it went out.</summary>
internal sealed class Nomination : Entity<Nomination>, IScoped
{
    public const string RecordKind = "mobility.nomination";
    public const int LongestMessage = 2000;

    public required Id<Call> CallId { get; init; }

    public required Id<Application> ApplicationId { get; init; }

    /// <summary>The result by which the student has the place.</summary>
    public required Id<AllocationResult> ResultId { get; init; }

    public required PersonId PersonId { get; init; }

    public required OrganisationId OrganisationId { get; init; }

    /// <summary>The first day of the stay as proposed.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last.</summary>
    public required DateOnly Until { get; set; }

    public NominationState State { get; private set; }

    public required Instant SentAt { get; set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>What the partner wrote: why not, or what is asked for.</summary>
    [Personal]
    public string? Message { get; private set; }

    /// <summary>What the office answered when the partner asked for more.</summary>
    public string? Reply { get; private set; }

    /// <summary>The stay that began with it.</summary>
    public Id<Stay>? StayId { get; set; }

    /// <summary>The call's unit; decides who sees it.</summary>
    public required UnitId UnitId { get; init; }

    public RecordRef Ref() => new(RecordKind, Id.Value);

    public bool IsOpen => State is NominationState.Sent or NominationState.MoreAsked;

    public void Answer(NominationState state, Instant at, string? message) => (State, AnsweredAt, Message) = (state, at, message);

    public void ReplyWith(string reply) => (State, Reply, AnsweredAt) = (NominationState.Sent, reply, null);

    public void Withdraw(Instant at) => (State, AnsweredAt) = (NominationState.Withdrawn, at);
}

/// <summary>Where a nomination stands.</summary>
public enum NominationState
{
    /// <summary>The partner has it and has not answered.</summary>
    Sent,

    /// <summary>The partner asks for more before it decides.</summary>
    MoreAsked,

    /// <summary>The partner takes the student.</summary>
    Accepted,

    /// <summary>The partner does not, with a reason.</summary>
    Refused,

    /// <summary>The student or the office took it back.</summary>
    Withdrawn,
}

/// <summary>A link sent to somebody of a partner with the students nominated there, and what they corrected about themselves.</summary>
internal sealed class NominationLetter : Entity<NominationLetter>
{
    public required Id<Call> CallId { get; init; }

    public required OrganisationId OrganisationId { get; init; }

    [Personal]
    public required string Name { get; init; }

    [Personal]
    public required string Email { get; init; }

    public required Instant SentAt { get; init; }

    [NoReference]
    public Id<LinkTag>? LinkId { get; set; }

    /// <summary>How they say their name and address are written; none: as they were.</summary>
    [Personal]
    public string? CorrectedName { get; set; }

    [Personal]
    public string? CorrectedEmail { get; set; }

    /// <summary>When the office took note of the correction.</summary>
    public Instant? NotedAt { get; set; }
}

internal sealed class NominationMap : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> builder)
    {
        builder.Property(n => n.Message).HasMaxLength(Nomination.LongestMessage);
        builder.Property(n => n.Reply).HasMaxLength(Nomination.LongestMessage);
        builder.HasIndex(n => new { n.CallId, n.OrganisationId });
        builder.HasIndex(n => n.ResultId).IsUnique();
    }
}

internal sealed class NominationLetterMap : IEntityTypeConfiguration<NominationLetter>
{
    public void Configure(EntityTypeBuilder<NominationLetter> builder)
    {
        builder.Property(l => l.Name).HasMaxLength(200);
        builder.Property(l => l.Email).HasMaxLength(254);
        builder.Property(l => l.CorrectedName).HasMaxLength(200);
        builder.Property(l => l.CorrectedEmail).HasMaxLength(254);
        builder.HasIndex(l => new { l.CallId, l.OrganisationId });
    }
}
