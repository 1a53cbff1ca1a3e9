using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Foundation.Questions;

/// <summary>A room says of its records that own forms what they are and who may answer; registered scoped.</summary>
public interface IFormOwner
{
    /// <summary>The kind of record: <c>partners.questionnaire</c>.</summary>
    string Kind { get; }

    /// <summary>The record that owns a form; none where there is none. Asked for whoever opens the form to answer it, too.</summary>
    Task<FormSubject?> OfAsync(Guid key, Viewer viewer, CancellationToken cancellation);

    /// <summary>Whether the viewer may read what one account submitted with its files, where they may not read everybody's: who judges that application.</summary>
    Task<bool> MayReadOfAsync(Guid key, Guid account, Viewer viewer, CancellationToken cancellation) => Task.FromResult(false);
}

/// <summary>What a form is for.</summary>
/// <param name="Title">What it is called, to those who answer it.</param>
/// <param name="Lead">What they read above it.</param>
/// <param name="Address">The record's page in the office.</param>
/// <param name="Until">The last day answers are taken; none: no end.</param>
/// <param name="MayAnswer">Whether the viewer may answer in their own name.</param>
/// <param name="MayRead">Whether the viewer may read what was submitted with its files, besides those who keep forms for the unit: who judges applications.</param>
public sealed record FormSubject(LocalizedText Title, LocalizedText Lead, string Address, DateOnly? Until, bool MayAnswer, bool MayRead = false);

/// <summary>Told when an answer is submitted; the room that owns the form hears it in the same transaction.</summary>
/// <param name="Owner">The record that owns the form.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Version">The version answered.</param>
/// <param name="Account">The account that answered; none: by link.</param>
/// <param name="About">The record it is about.</param>
public sealed record AnswerSubmitted(RecordRef Owner, Id<AnswerTag> Answer, int Version, Guid? Account, RecordRef? About);

/// <summary>Told when an answer is taken back and counts no longer.</summary>
/// <param name="Owner">The record that owns the form.</param>
/// <param name="Answer">The answer.</param>
public sealed record AnswerWithdrawn(RecordRef Owner, Id<AnswerTag> Answer);
