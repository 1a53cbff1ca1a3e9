using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Links;

/// <summary>
/// A link for one named person outside, for one purpose about one record. Opening it writes nothing at all, because mail
/// scanners open links; only the form behind it answers it, once. The secret in it is kept as its hash.
/// </summary>
internal sealed class OutsideLink : Entity<LinkTag>, IScoped
{
    public const int LongestName = 200;

    /// <summary>SHA-256 of the secret; a new one when the link is mailed again, so that one link works at a time.</summary>
    [Personal]
    public required byte[] TokenHash { get; set; }

    /// <summary>What it is for: <c>partners.fact-sheet</c>.</summary>
    public required string Purpose { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectKey { get; init; }

    /// <summary>Tells apart several of a purpose about one record: a year.</summary>
    public string Instance { get; init; } = "";

    /// <summary>What it is about, in words, for the list and the mail.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The unit whose link it is; decides who sees it.</summary>
    public required Guid Unit { get; init; }

    /// <summary>The person, where the directory knows one.</summary>
    public Guid? Person { get; init; }

    [Personal]
    public required string Name { get; init; }

    [Personal]
    public required string Email { get; init; }

    /// <summary>The language it is written in to them, BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>The account that made it.</summary>
    public Guid? MadeBy { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>When it was mailed last.</summary>
    public required Instant SentAt { get; set; }

    /// <summary>The mail that carried it last.</summary>
    public Guid? Mail { get; set; }

    public required Instant ExpiresAt { get; set; }

    public Instant? AnsweredAt { get; set; }

    public Instant? WithdrawnAt { get; set; }

    public Guid? WithdrawnBy { get; set; }

    public LinkState StateAt(Instant now) =>
        AnsweredAt is not null ? LinkState.Answered
        : WithdrawnAt is not null ? LinkState.Withdrawn
        : now >= ExpiresAt ? LinkState.Expired
        : LinkState.Open;
}

/// <summary>Types the key of a link.</summary>
public sealed class LinkTag;

/// <summary>Where a link stands.</summary>
public enum LinkState
{
    /// <summary>It can be answered.</summary>
    Open,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>Its last moment passed without an answer.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Withdrawn,
}

internal sealed class OutsideLinkMap : IEntityTypeConfiguration<OutsideLink>
{
    public void Configure(EntityTypeBuilder<OutsideLink> builder)
    {
        builder.Property(l => l.TokenHash).HasMaxLength(32);
        builder.Property(l => l.Purpose).HasMaxLength(80);
        builder.Property(l => l.SubjectKind).HasMaxLength(80);
        builder.Property(l => l.Instance).HasMaxLength(80);
        builder.Property(l => l.Name).HasMaxLength(OutsideLink.LongestName);
        builder.Property(l => l.Email).HasMaxLength(254);
        builder.Property(l => l.Language).HasMaxLength(20);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasIndex(l => new { l.SubjectKind, l.SubjectKey, l.Purpose });
        builder.HasIndex(l => l.CreatedAt);
    }
}
