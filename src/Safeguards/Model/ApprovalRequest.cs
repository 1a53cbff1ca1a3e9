using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Safeguards.Model;

/// <summary>A question on its way along a chain. It is about exactly the content whose hash it holds.</summary>
internal sealed class ApprovalRequest : Entity<ApprovalTag>, IScoped
{
    public required string SubjectKind { get; init; }

    public required Guid SubjectKey { get; init; }

    /// <summary>The chain's id in its pack.</summary>
    public required string Chain { get; init; }

    /// <summary>The pack the chain was taken from; later packs do not change a request on its way.</summary>
    public required Id<PackEdition> EditionId { get; init; }

    public required UnitId UnitId { get; init; }

    public required LocalizedText Title { get; init; }

    public required string Address { get; init; }

    /// <summary>SHA-256 of exactly what is approved.</summary>
    public required byte[] ContentHash { get; init; }

    public ApprovalState State { get; private set; }

    /// <summary>The order of the step that waits; changes with each decision, so that two at once cannot both count.</summary>
    public int CurrentStep { get; private set; } = 1;

    /// <summary>Who asked; none: the house itself.</summary>
    public AccountId? AskedById { get; init; }

    public Instant AskedAt { get; init; }

    public Instant? EndedAt { get; private set; }

    /// <summary>Why it was returned, refused or withdrawn.</summary>
    public string? Reason { get; private set; }

    public List<ApprovalStep> Steps { get; } = [];

    public RecordRef Subject => new(SubjectKind, SubjectKey);

    /// <summary>The step that waits; none once it ended.</summary>
    public ApprovalStep? Waiting => State == ApprovalState.Pending ? Steps.Find(s => s.Order == CurrentStep) : null;

    /// <summary>Decides the step that waits. The next one begins, or the request ends.</summary>
    /// <param name="decision">Not pending.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="behalf">Whose lent role is used.</param>
    /// <param name="reason">Asked for when returned or refused.</param>
    /// <param name="at">When.</param>
    /// <param name="decideBy">The last day of the next step.</param>
    public void Decide(ApprovalDecision decision, AccountId? by, AccountId? behalf, string? reason, Instant at, Func<ApprovalStep, DateOnly> decideBy)
    {
        var step = Waiting ?? throw new InvalidOperationException("Nothing waits to be decided.");
        if (decision is ApprovalDecision.Returned or ApprovalDecision.Refused && string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("A reason is needed.", nameof(reason));
        step.Decide(decision, by, behalf, reason, at);
        var next = Steps.Find(s => s.Order == CurrentStep + 1);
        if (decision == ApprovalDecision.Approved && next is not null)
        {
            CurrentStep++;
            next.DecideBy = decideBy(next);
            return;
        }

        End(decision switch
        {
            ApprovalDecision.Approved => ApprovalState.Approved,
            ApprovalDecision.Returned => ApprovalState.Returned,
            _ => ApprovalState.Refused,
        }, decision == ApprovalDecision.Approved ? null : reason, at);
    }

    public void Withdraw(string reason, Instant at)
    {
        if (State != ApprovalState.Pending) throw new InvalidOperationException("Only a pending request is withdrawn.");
        End(ApprovalState.Withdrawn, reason, at);
    }

    private void End(ApprovalState state, string? reason, Instant at) => (State, Reason, EndedAt) = (state, reason, at);

    public const int LongestReason = 1000;
}

internal sealed class ApprovalRequestMap : IEntityTypeConfiguration<ApprovalRequest>
{
    public void Configure(EntityTypeBuilder<ApprovalRequest> builder)
    {
        builder.Property(r => r.SubjectKind).HasMaxLength(80);
        builder.Property(r => r.Chain).HasMaxLength(80);
        builder.Property(r => r.Address).HasMaxLength(400);
        builder.Property(r => r.ContentHash).HasMaxLength(32);
        builder.Property(r => r.Reason).HasMaxLength(ApprovalRequest.LongestReason);
        builder.Ignore(r => r.Subject);
        builder.Ignore(r => r.Waiting);
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.RequestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.SubjectKey, r.SubjectKind }).IsUnique().HasFilter("\"State\" = 'Pending'").HasDatabaseName("IX_safeguards_approval_request_one_pending");
        builder.HasIndex(r => new { r.SubjectKey, r.SubjectKind, r.AskedAt });
        builder.HasIndex(r => new { r.State, r.AskedAt });
    }
}
