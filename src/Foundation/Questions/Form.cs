using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Questions;

/// <summary>A form that a room asks something by: it belongs to one record (a questionnaire, a call), is written as a draft and asked in versions.</summary>
internal sealed class Form : Entity<FormTag>, IScoped
{
    public required string OwnerKind { get; init; }

    public required Guid OwnerKey { get; init; }

    /// <summary>The unit whose form it is; decides who writes it and reads its answers.</summary>
    public required Guid Unit { get; init; }

    /// <summary>The number of the latest published version; 0: none yet.</summary>
    public int Latest { get; set; }
}

/// <summary>Types the key of a form.</summary>
public sealed class FormTag;

/// <summary>What is being written; every change rises its version, so that two who write at once are told.</summary>
[NotLogged]
internal sealed class FormDraft : Entity<FormDraft>
{
    public required Id<FormTag> FormId { get; init; }

    /// <summary>The <see cref="FormContent"/> in canonical form.</summary>
    public required string Content { get; set; }

    /// <summary>The number the next key gets.</summary>
    public required int Next { get; set; }
}

/// <summary>A version that was published. Its content never changes; only whether answers to it are still taken.</summary>
internal sealed class FormVersion : Entity<FormVersion>
{
    public required Id<FormTag> FormId { get; init; }

    public required int Number { get; init; }

    public required string Content { get; init; }

    /// <summary>SHA-256 of the content.</summary>
    public required byte[] Hash { get; init; }

    public required Instant PublishedAt { get; init; }

    public Guid? PublishedBy { get; init; }

    /// <summary>Since when drafts begun under it can no longer be submitted.</summary>
    public Instant? ClosedAt { get; set; }
}

internal sealed class FormMap : IEntityTypeConfiguration<Form>
{
    public void Configure(EntityTypeBuilder<Form> builder)
    {
        builder.Property(f => f.OwnerKind).HasMaxLength(80);
        builder.HasIndex(f => new { f.OwnerKind, f.OwnerKey }).IsUnique();
    }
}

internal sealed class FormDraftMap : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> builder) => builder.HasIndex(d => d.FormId).IsUnique();
}

internal sealed class FormVersionMap : IEntityTypeConfiguration<FormVersion>
{
    public void Configure(EntityTypeBuilder<FormVersion> builder)
    {
        builder.Property(v => v.Hash).HasMaxLength(32);
        builder.HasIndex(v => new { v.FormId, v.Number }).IsUnique();
    }
}
