using Entente.Foundation.Data;
using Entente.Foundation.Links;
using NodaTime;

namespace Entente.Foundation.Questions;

/// <summary>A form as pages know it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Owner">The record it belongs to.</param>
/// <param name="Unit">The unit whose form it is.</param>
/// <param name="Latest">The number of the latest published version; 0: none yet.</param>
/// <param name="Draft">What is being written.</param>
/// <param name="Token">The version of the draft, which a change must name.</param>
public sealed record FormCard(Id<FormTag> Id, RecordRef Owner, Guid Unit, int Latest, FormEditing Draft, int Token);

/// <summary>A published version.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Content">What it asks.</param>
/// <param name="Hash">The SHA-256 of that.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="PublishedBy">The account that did.</param>
/// <param name="ClosedAt">Since when no answers to it are taken.</param>
public sealed record FormVersionCard(int Number, FormContent Content, byte[] Hash, Instant PublishedAt, Guid? PublishedBy, Instant? ClosedAt)
{
    /// <summary>Whether answers to it are taken.</summary>
    public bool IsOpen => ClosedAt is null;
}

/// <summary>Who answers a form.</summary>
/// <param name="Account">The account that signed in.</param>
/// <param name="Visit">The link it came by.</param>
/// <param name="Name">Their name.</param>
/// <param name="About">The record it is about.</param>
public sealed record Respondent(Guid? Account, LinkVisit? Visit, string Name, RecordRef? About)
{
    /// <summary>The key by which they answer once.</summary>
    public string Key => Visit is { } visit ? "link:" + visit.Id : "account:" + Account!.Value.ToString("N");
}

/// <summary>An answer as pages know it.</summary>
public sealed record AnswerCard
{
    /// <summary>Its key.</summary>
    public required Id<AnswerTag> Id { get; init; }

    /// <summary>The form.</summary>
    public required Id<FormTag> FormId { get; init; }

    /// <summary>The version it answers.</summary>
    public required int Version { get; init; }

    /// <summary>The name of whoever answers.</summary>
    public required string Name { get; init; }

    /// <summary>The record it is about.</summary>
    public RecordRef? About { get; init; }

    /// <summary>Whether it came by a link.</summary>
    public bool ByLink { get; init; }

    /// <summary>Where it stands.</summary>
    public required AnswerState State { get; init; }

    /// <summary>What it says.</summary>
    public required AnswerContent Content { get; init; }

    /// <summary>What was said to an earlier version and has no place in this one.</summary>
    public AnswerContent LeftOver { get; init; } = AnswerContent.Empty;

    /// <summary>When it was saved last.</summary>
    public required Instant SavedAt { get; init; }

    /// <summary>When it was submitted.</summary>
    public Instant? SubmittedAt { get; init; }

    /// <summary>The version of the record, which a change must name.</summary>
    public required int Token { get; init; }
}
