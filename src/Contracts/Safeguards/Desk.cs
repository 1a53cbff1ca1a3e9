using Entente.Foundation.Access;
using Entente.Foundation.Data;
using NodaTime;

namespace Entente.Contracts.Safeguards;

/// <summary>Contributes to the right side of <em>my desk</em>: what happened lately in what the viewer may see.</summary>
public interface IDeskNewsSource
{
    /// <summary>The latest happenings since a moment, as the viewer may see them; at most fifty.</summary>
    Task<IReadOnlyList<DeskNews>> NewsAsync(Viewer viewer, Instant since, CancellationToken cancellation);
}

/// <summary>Something that happened.</summary>
/// <param name="At">When.</param>
/// <param name="Sentence">What, as a sentence.</param>
/// <param name="Address">Where more is told.</param>
/// <param name="Subject">The record it is about; news of followed records come first.</param>
public sealed record DeskNews(Instant At, LocalizedText Sentence, string? Address, RecordRef Subject);

/// <summary>
/// Names the records of a kind for pages that are about records of every room: what one follows, exceptions, verdicts. A room
/// whose records can be followed implements it for each kind.
/// </summary>
public interface IRecordNames
{
    /// <summary>The kind of record it names: <c>partners.agreement</c>.</summary>
    string Kind { get; }

    /// <summary>The names of those of the records that the viewer may see; the others are left out.</summary>
    Task<IReadOnlyDictionary<Guid, RecordName>> VisibleAsync(IReadOnlyCollection<Guid> keys, Viewer viewer, CancellationToken cancellation);
}

/// <summary>How a record is named on pages of other rooms.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Address">Its page.</param>
public sealed record RecordName(LocalizedText Title, string Address);

/// <summary>Asks whether a viewer follows a record; the button is <c>FollowButton</c> of the kit.</summary>
public interface IFollows
{
    /// <summary>Whether the viewer's account follows it.</summary>
    Task<bool> IsFollowedAsync(Viewer viewer, RecordRef subject, CancellationToken cancellation);
}
