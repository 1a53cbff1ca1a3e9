using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Entente.Foundation.Texts;
using NodaTime;

namespace Entente.Foundation.Links;

/// <summary>A link to be made.</summary>
/// <param name="Purpose">What it is for; one of the rooms' <see cref="ILinkPurpose"/>.</param>
/// <param name="Subject">The record it is about.</param>
/// <param name="Instance">Which of several of the purpose: a year; may be empty.</param>
/// <param name="Title">What it is about, in words.</param>
/// <param name="Unit">The unit whose link it is.</param>
/// <param name="Person">The person, where the directory knows one.</param>
/// <param name="Name">The name to write to.</param>
/// <param name="Email">Where to write to.</param>
/// <param name="Language">The language to write in.</param>
/// <param name="Days">For how many days it can be answered, 1 to <see cref="OutsideLinks.MostDays"/>.</param>
public sealed record NewOutsideLink(
    string Purpose, RecordRef Subject, string Instance, LocalizedText Title, Guid Unit, Guid? Person, string Name, string Email, Language Language, int Days);

/// <summary>What is kept of a co-signature.</summary>
/// <param name="Hash">SHA-256 of what was signed.</param>
/// <param name="TypedName">The name as it was typed.</param>
/// <param name="Address">The network address it came from.</param>
public sealed record LinkSigned(byte[] Hash, string TypedName, string Address)
{
    /// <summary>A co-signature as it came with a request.</summary>
    public static LinkSigned Of(byte[] hash, string typedName, HttpRequest request) => new(hash, typedName, request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "");

    /// <summary>A co-signature under a text as it came with a request.</summary>
    public static LinkSigned Of(string text, string typedName, HttpRequest request) => Of(SHA256.HashData(Encoding.UTF8.GetBytes(text)), typedName, request);
}

/// <summary>A link as the list of links shows it.</summary>
public sealed record LinkLine
{
    /// <summary>Its key.</summary>
    public required Id<LinkTag> Id { get; init; }

    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>The kind of the record it is about.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>That record's key.</summary>
    public required Guid SubjectKey { get; init; }

    /// <summary>Which of several of its purpose.</summary>
    public required string Instance { get; init; }

    /// <summary>What it is about, in words.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Whom it is for.</summary>
    public required string Name { get; init; }

    /// <summary>Where it was mailed.</summary>
    public required string Email { get; init; }

    /// <summary>The account that made it.</summary>
    public Guid? MadeBy { get; init; }

    /// <summary>When it was mailed last.</summary>
    public Instant SentAt { get; init; }

    /// <summary>Until when it can be answered.</summary>
    public Instant ExpiresAt { get; init; }

    /// <summary>When it was answered.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>When it was taken back.</summary>
    public Instant? WithdrawnAt { get; init; }

    /// <summary>Where its mail stands.</summary>
    public MailState? MailState { get; init; }

    /// <summary>The name under the co-signature.</summary>
    public string? SignedBy { get; init; }

    /// <summary>SHA-256 of what was signed, 32 bytes.</summary>
    public byte[]? SignedHash { get; init; }

    /// <summary>The network address the co-signature came from.</summary>
    public string? SignedFrom { get; init; }

    /// <summary>Where it stands.</summary>
    public LinkState StateAt(Instant now) =>
        AnsweredAt is not null ? LinkState.Answered : WithdrawnAt is not null ? LinkState.Withdrawn : now >= ExpiresAt ? LinkState.Expired : LinkState.Open;
}
