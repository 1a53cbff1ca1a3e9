using Entente.Foundation.Data;

namespace Entente.Contracts.Safeguards;

/// <summary>Asks for approval along a chain of a policy pack. Called inside the caller's transaction.</summary>
public interface IApprovals
{
    /// <summary>Starts a chain; what was pending for the same subject is withdrawn. The caller saves.</summary>
    /// <exception cref="Entente.Foundation.Commands.RefusedException">No pack in force has the chain.</exception>
    Task<ApprovalId> AskAsync(ApprovalQuestion question, CancellationToken cancellation);

    /// <summary>The newest request of each subject.</summary>
    Task<IReadOnlyDictionary<RecordRef, ApprovalCard>> OfAsync(IReadOnlyCollection<RecordRef> subjects, CancellationToken cancellation);

    /// <summary>Takes a pending request back; nothing is told, the caller knows. The caller saves.</summary>
    Task WithdrawAsync(RecordRef subject, string reason, CancellationToken cancellation);
}

/// <summary>What is to be decided.</summary>
/// <param name="Subject">The record.</param>
/// <param name="Chain">The chain's id in the packs: <c>agreement</c>.</param>
/// <param name="Unit">The unit it belongs to; steps are decided by those who hold the step's role for it.</param>
/// <param name="Title">What a decider reads first.</param>
/// <param name="Address">The page with everything needed to decide.</param>
/// <param name="ContentHash">SHA-256 of exactly what is approved.</param>
public sealed record ApprovalQuestion(RecordRef Subject, string Chain, UnitId Unit, LocalizedText Title, string Address, byte[] ContentHash);

/// <summary>How far a request is.</summary>
public sealed record ApprovalCard(
    ApprovalId Id, RecordRef Subject, ApprovalState State, byte[] ContentHash, IReadOnlyList<ApprovalStepCard> Steps);

/// <summary>One step of a request.</summary>
/// <param name="Order">From 1.</param>
/// <param name="Role">The role that decides.</param>
/// <param name="Unit">The unit the role must be held for.</param>
/// <param name="Decision">Pending until decided.</param>
/// <param name="DecidedBy">The account.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Reason">Asked for when returned or refused.</param>
public sealed record ApprovalStepCard(
    int Order, string Role, UnitId Unit, ApprovalDecision Decision, AccountId? DecidedBy, NodaTime.Instant? DecidedAt, string? Reason);

/// <summary>The state of a request.</summary>
public enum ApprovalState
{
    /// <summary>A step waits for its decision.</summary>
    Pending,

    /// <summary>Every step approved.</summary>
    Approved,

    /// <summary>Sent back to be changed.</summary>
    Returned,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Taken back by whoever asked.</summary>
    Withdrawn,
}

/// <summary>A decision on one step.</summary>
public enum ApprovalDecision
{
    /// <summary>Not yet decided.</summary>
    Pending,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Sent back to be changed, with a reason.</summary>
    Returned,

    /// <summary>Refused, with a reason.</summary>
    Refused,
}

/// <summary>
/// A chain came to its end; heard by the subject's room in the same transaction. Also told with <see cref="ApprovalState.Withdrawn"/> where
/// whoever asked takes the request back on its own page.
/// </summary>
public sealed record ApprovalDecided(RecordRef Subject, ApprovalState State, byte[] ContentHash, string? Reason);

/// <summary>Types the key of an approval request.</summary>
public sealed class ApprovalTag;
