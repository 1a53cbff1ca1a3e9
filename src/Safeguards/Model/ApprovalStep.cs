using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Safeguards.Model;

/// <summary>One step: a role of a unit decides.</summary>
internal sealed class ApprovalStep : Entity<ApprovalStep>, IActedOn
{
    public required ApprovalId RequestId { get; init; }

    /// <summary>From 1.</summary>
    public required int Order { get; init; }

    public required string Role { get; init; }

    public required UnitId UnitId { get; init; }

    /// <summary>How many working days it has, as the pack said.</summary>
    public required int WithinWorkingDays { get; init; }

    /// <summary>The last day to decide; none before its turn.</summary>
    public DateOnly? DecideBy { get; set; }

    /// <summary>The nearest distance to its last day at which was reminded; see <see cref="Obligation.RemindedAt"/>.</summary>
    public int? RemindedAt { get; set; }

    public ApprovalDecision Decision { get; private set; }

    public AccountId? DecidedById { get; private set; }

    /// <summary>Whose lent role was used.</summary>
    public AccountId? OnBehalfOfId { get; private set; }

    public Instant? DecidedAt { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The role that decides as well, because nobody who holds the step's own may; none: nobody stands in.</summary>
    public string? StandInRole { get; private set; }

    /// <summary>The unit that role is held for.</summary>
    public UnitId? StandInUnitId { get; private set; }

    /// <summary>Since when nobody may decide it in its own role; none: somebody may.</summary>
    public Instant? VacantSince { get; private set; }

    /// <summary>Whether nobody at all may decide it, until somebody is named or given the role.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>Who was named to decide it; none: nobody had to be.</summary>
    public AccountId? ApproverId { get; private set; }

    /// <summary>Who named the approver.</summary>
    public AccountId? NamedById { get; private set; }

    public Instant? NamedAt { get; private set; }

    /// <summary>Why this one was named.</summary>
    public string? NamedReason { get; private set; }

    public void Decide(ApprovalDecision decision, AccountId? by, AccountId? behalf, string? reason, Instant at) =>
        (Decision, DecidedById, OnBehalfOfId, Reason, DecidedAt) = (decision, by, behalf, reason, at);

    /// <summary>Somebody may decide it in its own role: nobody stands in.</summary>
    public void Hold() => (StandInRole, StandInUnitId, VacantSince, IsStuck) = (null, null, null, false);

    /// <summary>Nobody may decide it in its own role; another role does, with its days counted anew, or it waits for a name.</summary>
    /// <param name="standIn">Who stands in; none: nobody may.</param>
    /// <param name="at">When this was found.</param>
    /// <param name="decideBy">The last day of whoever stands in.</param>
    public void HandOn((string Role, UnitId Unit)? standIn, Instant at, DateOnly decideBy)
    {
        var same = VacantSince is not null && standIn?.Role == StandInRole && standIn?.Unit == StandInUnitId;
        (StandInRole, StandInUnitId, IsStuck) = (standIn?.Role, standIn?.Unit, standIn is null && ApproverId is null);
        VacantSince ??= at;
        if (!same && standIn is not null) Renew(decideBy);
    }

    /// <summary>Names who decides it, because nobody else may.</summary>
    public void Name(AccountId approver, AccountId? by, string reason, Instant at, DateOnly decideBy)
    {
        (ApproverId, NamedById, NamedReason, NamedAt, IsStuck) = (approver, by, reason, at, false);
        Renew(decideBy);
    }

    /// <summary>Whoever was named may not decide it any more.</summary>
    public void Unname() => (ApproverId, NamedById, NamedReason, NamedAt) = (null, null, null, null);

    private void Renew(DateOnly decideBy) => (DecideBy, RemindedAt) = (decideBy, null);
}

internal sealed class ApprovalStepMap : IEntityTypeConfiguration<ApprovalStep>
{
    public void Configure(EntityTypeBuilder<ApprovalStep> builder)
    {
        builder.Property(s => s.Role).HasMaxLength(40);
        builder.Property(s => s.Reason).HasMaxLength(ApprovalRequest.LongestReason);
        builder.Property(s => s.StandInRole).HasMaxLength(40);
        builder.Property(s => s.NamedReason).HasMaxLength(ApprovalRequest.LongestReason);
        builder.HasIndex(s => new { s.RequestId, s.Order }).IsUnique();
    }
}
