using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Letters;

/// <summary>Types the key of a letter.</summary>
public sealed class LetterTag;

/// <summary>A letter to one or many people about records of one kind: written once, with placeholders, and sent to each in their language.</summary>
internal sealed class Letter : Entity<LetterTag>, IScoped
{
    public const int LongestSubject = 200;
    public const int LongestBody = 20_000;

    /// <summary>The kind of record it is about: <c>partners.partner</c>.</summary>
    public required string RecordKind { get; init; }

    public LocalizedText Subject { get; set; } = LocalizedText.Empty;

    public LocalizedText Body { get; set; } = LocalizedText.Empty;

    /// <summary>The unit it is sent for; decides who sees it.</summary>
    public required Guid Unit { get; init; }

    public Guid? MadeBy { get; init; }

    /// <summary>The name of who made it, as the letter says it.</summary>
    public required string MadeByName { get; init; }

    public required Instant CreatedAt { get; init; }

    public Instant? SentAt { get; set; }

    public Instant? DiscardedAt { get; set; }
}

/// <summary>Somebody a letter goes to, about one record.</summary>
[NotLogged]
internal sealed class LetterRecipient
{
    public const int LongestReason = 300;

    public Guid Id { get; init; }

    public required Id<LetterTag> LetterId { get; init; }

    public required Guid RecordKey { get; init; }

    public Guid? Person { get; init; }

    public required string Name { get; init; }

    /// <summary>Where it goes; none: nobody there has an address.</summary>
    public string? Email { get; set; }

    public required string Language { get; init; }

    /// <summary>The mail that carries it, once it was sent.</summary>
    public Guid? Mail { get; set; }

    /// <summary>When word came that it could not be delivered.</summary>
    public Instant? BouncedAt { get; set; }

    public string? BounceReason { get; set; }
}

/// <summary>A text to begin letters with.</summary>
internal sealed class LetterTemplate : Entity<LetterTemplate>
{
    public required string RecordKind { get; init; }

    public required string Name { get; set; }

    public required LocalizedText Subject { get; set; }

    public required LocalizedText Body { get; set; }

    /// <summary>When it was put away; it is offered no more.</summary>
    public Instant? ArchivedAt { get; set; }
}

internal sealed class LetterMap : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.Property(l => l.RecordKind).HasMaxLength(80);
        builder.Property(l => l.MadeByName).HasMaxLength(200);
        builder.HasIndex(l => l.CreatedAt);
    }
}

internal sealed class LetterRecipientMap : IEntityTypeConfiguration<LetterRecipient>
{
    public void Configure(EntityTypeBuilder<LetterRecipient> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(200);
        builder.Property(r => r.Email).HasMaxLength(254);
        builder.Property(r => r.Language).HasMaxLength(20);
        builder.Property(r => r.BounceReason).HasMaxLength(LetterRecipient.LongestReason);
        builder.HasIndex(r => new { r.LetterId, r.RecordKey }).IsUnique();
        builder.HasIndex(r => r.Mail);
        builder.HasIndex(r => r.RecordKey);
        builder.HasIndex(r => r.Email);
    }
}

internal sealed class LetterTemplateMap : IEntityTypeConfiguration<LetterTemplate>
{
    public void Configure(EntityTypeBuilder<LetterTemplate> builder)
    {
        builder.Property(t => t.RecordKind).HasMaxLength(80);
        builder.Property(t => t.Name).HasMaxLength(120);
    }
}
