using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Figures.Model;

/// <summary>One version of the public page's text in one language. A draft may change; what was published never does.</summary>
internal sealed class PageText : Entity<PageText>
{
    /// <summary>Characters a text may have.</summary>
    public const int MaxLength = 40_000;

    /// <summary>The language's tag.</summary>
    public required string Language { get; init; }

    /// <summary>Counts the versions of a language from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Markdown with placeholders.</summary>
    public required string Markdown { get; set; }

    public PageTextState State { get; private set; } = PageTextState.Draft;

    public AccountId? SavedById { get; set; }

    public required Instant SavedAt { get; set; }

    public Instant? PublishedAt { get; private set; }

    /// <summary>Puts a draft before the public.</summary>
    public void Publish(Instant now)
    {
        if (State != PageTextState.Draft) throw new InvalidOperationException("Only a draft is published.");
        State = PageTextState.Published;
        PublishedAt = now;
    }

    /// <summary>Steps back for a newer version.</summary>
    public void Replace() => State = PageTextState.Replaced;
}

/// <summary>How far a version of the text is.</summary>
internal enum PageTextState
{
    Draft,
    Published,
    Replaced,
}

internal sealed class PageTextMap : IEntityTypeConfiguration<PageText>
{
    public void Configure(EntityTypeBuilder<PageText> builder)
    {
        builder.Property(t => t.Language).HasMaxLength(20);
        builder.HasIndex(t => new { t.Language, t.Number }).IsUnique();
        builder.HasIndex(t => new { t.Language, t.State });
    }
}
