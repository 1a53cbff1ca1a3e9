using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Contracts.Safeguards;

/// <summary>Keeps what is due from somebody by a date. Called inside the caller's transaction.</summary>
public interface IObligations
{
    /// <summary>Sets or moves an obligation; one of the same subject, kind and instance is replaced, never doubled.</summary>
    Task OweAsync(NewObligation obligation, CancellationToken cancellation);

    /// <summary>Sets or moves many at once, in one reading of what is owed.</summary>
    Task OweAllAsync(IReadOnlyCollection<NewObligation> obligations, CancellationToken cancellation);

    /// <summary>Closes an obligation with its receipt; one that does not exist is left alone.</summary>
    Task FulfilAsync(RecordRef subject, string kind, string instance, string receipt, CancellationToken cancellation);

    /// <summary>Ends every open obligation of a subject because it is no longer owed.</summary>
    Task ReleaseAsync(RecordRef subject, string reason, CancellationToken cancellation);

    /// <summary>Ends one open obligation of a subject because it is no longer owed.</summary>
    Task ReleaseAsync(RecordRef subject, string kind, string instance, string reason, CancellationToken cancellation);

    /// <summary>The obligations of a subject, nearest first.</summary>
    Task<IReadOnlyList<ObligationCard>> OfAsync(RecordRef subject, CancellationToken cancellation);

    /// <summary>The obligations of many subjects, nearest first, in one query.</summary>
    Task<IReadOnlyList<ObligationCard>> OfAllAsync(IReadOnlyCollection<RecordRef> subjects, CancellationToken cancellation);
}

/// <summary>Something due.</summary>
/// <param name="Subject">The record it is about.</param>
/// <param name="Kind">What kind: <c>partners.decide-renewal</c>; its words are the text <c>obligation.{kind}</c>.</param>
/// <param name="Instance">Tells apart several of a kind for one subject (<c>180d</c>); may be empty.</param>
/// <param name="Role">The role that owes it.</param>
/// <param name="Unit">The unit the role is held for.</param>
/// <param name="Owner">One account, where one owes it in person.</param>
/// <param name="Title">One sentence for the desk.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="Due">The last day.</param>
/// <param name="ShowFrom">When it comes on the desk.</param>
public sealed record NewObligation(
    RecordRef Subject, string Kind, string Instance, string Role, UnitId Unit, AccountId? Owner, LocalizedText Title, string Address, DateOnly Due, DateOnly ShowFrom);

/// <summary>An obligation as others read it.</summary>
public sealed record ObligationCard(RecordRef Subject, string Kind, LocalizedText Title, string Address, DateOnly Due, ObligationState State, string? Receipt)
{
    /// <summary>Which of several of its kind.</summary>
    public string Instance { get; init; } = "";
}

/// <summary>Somebody noted by hand that an obligation was met. Told in the transaction of the receipt.</summary>
/// <param name="Subject">The record it was about.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Instance">Which of them.</param>
/// <param name="Receipt">What shows it.</param>
public sealed record ObligationFulfilled(RecordRef Subject, string Kind, string Instance, string Receipt);

/// <summary>The state of an obligation.</summary>
public enum ObligationState
{
    /// <summary>Still owed.</summary>
    Open,

    /// <summary>Done, with a receipt.</summary>
    Fulfilled,

    /// <summary>No longer owed.</summary>
    Released,
}

/// <summary>Contributes lines to <em>my desk</em>.</summary>
public interface IDeskSource
{
    /// <summary>What waits for the viewer now.</summary>
    Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation);
}

/// <summary>One line of the desk: a sentence with its action.</summary>
/// <param name="Sentence">What waits.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="ActionTextKey">The verb on the button.</param>
/// <param name="Due">By when; none: whenever.</param>
/// <param name="Kind">A word for the state: approval, obligation, import, …; text key <c>desk.kind.{kind}</c>.</param>
public sealed record DeskLine(LocalizedText Sentence, string Address, string ActionTextKey, DateOnly? Due, string Kind);
