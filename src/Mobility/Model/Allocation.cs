using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>
/// What an allocation is made from: the applications and places of a call as they stood at a moment, as canonical JSON under its hash, with the hash of a
/// seed nobody could have chosen after it. Mechanisms run on it side by side; it is never changed.
/// </summary>
internal sealed class AllocationInput : Entity<AllocationInput>
{
    public required Id<Call> CallId { get; init; }

    /// <summary>From 1 in each call.</summary>
    public required int Number { get; init; }

    /// <summary>The problem as canonical JSON; students and places by the keys of their records.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of it, lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>How the school stood with the partners at that moment, as JSON; none: frozen before that was kept.</summary>
    public required string? Standings { get; init; }

    /// <summary>SHA-256 of it, lower-case hexadecimal.</summary>
    public required string? StandingsDigest { get; init; }

    /// <summary>The hash of the seed, which applicants can read before anything is drawn.</summary>
    public required string Commitment { get; init; }

    /// <summary>The seed; shown once the first mechanism has run.</summary>
    public required string Seed { get; init; }

    public required Instant FrozenAt { get; init; }

    public AccountId? AccountId { get; init; }
}

/// <summary>The outcome of one mechanism on an input.</summary>
internal sealed class AllocationRun : Entity<AllocationRun>
{
    public required Id<AllocationInput> InputId { get; init; }

    /// <summary>The mechanism, or <c>Repair</c>.</summary>
    public required string Mechanism { get; init; }

    /// <summary>The canonical JSON of the outcome.</summary>
    public required string Result { get; init; }

    /// <summary>SHA-256 of it, lower-case hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>Why each student got what they got, as JSON, where it takes long to find; none: found when it is read.</summary>
    public string? Reasons { get; init; }

    public required Instant RanAt { get; init; }

    public AccountId? AccountId { get; init; }
}

/// <summary>A published result: from now on every applicant reads what they got, and why.</summary>
internal sealed class AllocationRound : Entity<AllocationRound>
{
    public required Id<Call> CallId { get; init; }

    /// <summary>From 1 in each call.</summary>
    public required int Number { get; init; }

    public required Id<AllocationRun> RunId { get; init; }

    public required Instant PublishedAt { get; init; }

    /// <summary>The last moment to accept.</summary>
    public required Instant AcceptBy { get; init; }

    public AccountId? AccountId { get; init; }
}

/// <summary>What one applicant got in a round: a place, or none, with the sentences why. Kept for ever.</summary>
internal sealed class AllocationResult : Entity<AllocationResult>
{
    public const string RecordKind = "mobility.result";

    public required Id<AllocationRound> RoundId { get; init; }

    public required Id<Application> ApplicationId { get; init; }

    /// <summary>The place; none: no place in this round, on the waiting list.</summary>
    public Id<CallPlace>? PlaceId { get; init; }

    /// <summary>Which of the student's wishes it is, from 1.</summary>
    public int? Position { get; init; }

    /// <summary>Why this, as one sentence.</summary>
    public required LocalizedText Why { get; init; }

    /// <summary>Why none of the wishes before it, in their order, as JSON.</summary>
    public required string WhyNot { get; init; }

    public ResultState State { get; private set; }

    public Instant? DecidedAt { get; private set; }

    public string? Reason { get; private set; }

    public RecordRef Ref() => new(RecordKind, Id.Value);

    /// <summary>Where it stands at a moment: an offer lapses by itself.</summary>
    public ResultState StateAt(Instant now, Instant acceptBy) => State == ResultState.Offered && now > acceptBy ? ResultState.Lapsed : State;

    public static ResultState Begin(bool hasPlace) => hasPlace ? ResultState.Offered : ResultState.Waiting;

    public AllocationResult As(ResultState state)
    {
        State = state;
        return this;
    }

    public void Decide(ResultState state, Instant at, string? reason = null) => (State, DecidedAt, Reason) = (state, at, reason);
}

/// <summary>Where a result stands.</summary>
public enum ResultState
{
    /// <summary>No place yet; next in line.</summary>
    Waiting,

    /// <summary>A place, to be accepted.</summary>
    Offered,

    /// <summary>Accepted by the student.</summary>
    Accepted,

    /// <summary>Declined by the student.</summary>
    Declined,

    /// <summary>Not accepted in time.</summary>
    Lapsed,

    /// <summary>The student withdrew later, or the place went.</summary>
    Withdrawn,

    /// <summary>A later round says something else.</summary>
    Replaced,
}

internal sealed class AllocationInputMap : IEntityTypeConfiguration<AllocationInput>
{
    public void Configure(EntityTypeBuilder<AllocationInput> builder)
    {
        builder.Property(i => i.Digest).HasMaxLength(64);
        builder.Property(i => i.StandingsDigest).HasMaxLength(64);
        builder.Property(i => i.Commitment).HasMaxLength(64);
        builder.Property(i => i.Seed).HasMaxLength(64);
        builder.HasIndex(i => new { i.CallId, i.Number }).IsUnique();
    }
}

internal sealed class AllocationRunMap : IEntityTypeConfiguration<AllocationRun>
{
    public void Configure(EntityTypeBuilder<AllocationRun> builder)
    {
        builder.Property(r => r.Mechanism).HasMaxLength(40);
        builder.Property(r => r.Digest).HasMaxLength(64);
        builder.HasIndex(r => new { r.InputId, r.Mechanism });
    }
}

internal sealed class AllocationRoundMap : IEntityTypeConfiguration<AllocationRound>
{
    public void Configure(EntityTypeBuilder<AllocationRound> builder) => builder.HasIndex(r => new { r.CallId, r.Number }).IsUnique();
}

internal sealed class AllocationResultMap : IEntityTypeConfiguration<AllocationResult>
{
    public void Configure(EntityTypeBuilder<AllocationResult> builder)
    {
        builder.Property(r => r.Reason).HasMaxLength(Application.LongestReason);
        builder.HasIndex(r => new { r.RoundId, r.ApplicationId }).IsUnique();
        builder.HasIndex(r => new { r.ApplicationId, r.State });
    }
}
