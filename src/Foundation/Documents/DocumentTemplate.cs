using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Documents;

/// <summary>Types the key of a template.</summary>
public sealed class TemplateTag;

/// <summary>How a document is made.</summary>
public enum DocumentForm
{
    /// <summary>Written in Entente as print HTML, issued as PDF.</summary>
    Html,

    /// <summary>An uploaded Word file, issued as .docx.</summary>
    Word,
}

/// <summary>What documents of one sort are made from; its text lives in its versions, of which every one stays.</summary>
internal sealed class DocumentTemplate : Entity<TemplateTag>
{
    public const int LongestName = 120;
    public const int LongestCode = 6;

    public required string RecordKind { get; init; }

    /// <summary>The letters in the numbers of its documents: LET in 2026/LET/0012.</summary>
    public required string Code { get; init; }

    public required DocumentForm Form { get; init; }

    public required LocalizedText Name { get; set; }

    /// <summary>Whether its documents commit outwardly: none goes out before the checks of its gate hold.</summary>
    public bool IsOutward { get; set; }

    /// <summary>The version documents are made by now, from 1.</summary>
    public int Current { get; set; } = 1;

    /// <summary>When it was put away; nothing is issued by it any more.</summary>
    public Instant? ArchivedAt { get; set; }
}

/// <summary>The text of a template from one change to the next. Never changed: a document stays with the version it was made by.</summary>
internal sealed class TemplateVersion : Entity<TemplateVersion>
{
    public const int LongestBody = 60_000;

    public required Id<TemplateTag> TemplateId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The print HTML with its placeholders; empty for a Word file.</summary>
    public LocalizedText Body { get; init; } = LocalizedText.Empty;

    /// <summary>The Word file in English.</summary>
    public Id<FileCard>? WordEn { get; init; }

    /// <summary>The Word file in Chinese.</summary>
    public Id<FileCard>? WordZh { get; init; }

    public required Instant RecordedAt { get; init; }

    public Guid? RecordedBy { get; init; }

    public required string RecordedByName { get; init; }
}

internal sealed class DocumentTemplateMap : IEntityTypeConfiguration<DocumentTemplate>
{
    public void Configure(EntityTypeBuilder<DocumentTemplate> builder)
    {
        builder.Property(t => t.RecordKind).HasMaxLength(80);
        builder.Property(t => t.Code).HasMaxLength(DocumentTemplate.LongestCode);
    }
}

internal sealed class TemplateVersionMap : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.Property(v => v.RecordedByName).HasMaxLength(200);
        builder.HasIndex(v => new { v.TemplateId, v.Number }).IsUnique();
    }
}
