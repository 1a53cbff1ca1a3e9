using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Documents;

/// <summary>Types the key of an issued document.</summary>
public sealed class DocumentTag;

/// <summary>Where a document stands.</summary>
public enum DocumentState
{
    /// <summary>It has its number; its bytes are being made.</summary>
    Making,

    /// <summary>It is out and holds.</summary>
    Issued,

    /// <summary>It was revoked, with a reason.</summary>
    Revoked,
}

/// <summary>A document about a record: its number, its exact bytes, and whether it holds. What it says never changes.</summary>
internal sealed class IssuedDocument : Entity<DocumentTag>, IScoped
{
    public const string RecordKindOfFiles = "foundation.document";
    public const int LongestReason = 1_000;
    public const int LongestWords = 1_000;

    public required string RecordKind { get; init; }

    public required Guid RecordKey { get; init; }

    /// <summary>The record's name when it was issued.</summary>
    public required LocalizedText RecordTitle { get; init; }

    /// <summary>The unit it is issued for; decides who sees it.</summary>
    public required Guid Unit { get; init; }

    public required Id<TemplateVersion> VersionId { get; init; }

    /// <summary>The language it is written in, BCP 47.</summary>
    public required string Language { get; init; }

    public required string Number { get; init; }

    /// <summary>What it is found by: number, names and people.</summary>
    public required string Words { get; init; }

    /// <summary>What the public asks about it by; cannot be guessed.</summary>
    public required string Code { get; init; }

    /// <summary>The text where it was changed for this one document; none: the template's.</summary>
    [Personal]
    public string? Text { get; init; }

    /// <summary>What its placeholders stood for when it was issued, as JSON.</summary>
    [Personal]
    public required string Values { get; init; }

    public required Instant AskedAt { get; init; }

    public Guid? AskedBy { get; init; }

    public required string AskedByName { get; init; }

    /// <summary>Why it was issued although something in it contradicts the record.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>What contradicted the record, in words.</summary>
    public string? Overridden { get; init; }

    /// <summary>The revoked document it stands for.</summary>
    public Id<DocumentTag>? ReplacesId { get; init; }

    /// <summary>Where what the checks before it said is kept; none: it commits to nothing.</summary>
    public Guid? Passing { get; init; }

    public DocumentState State { get; private set; }

    public Instant? IssuedAt { get; private set; }

    public Id<FileCard>? FileId { get; private set; }

    /// <summary>SHA-256 of its bytes, 64 hexadecimal digits.</summary>
    public string? Hash { get; private set; }

    public Instant? RevokedAt { get; private set; }

    public Guid? RevokedBy { get; private set; }

    public string? RevokedByName { get; private set; }

    public string? RevokeReason { get; private set; }

    /// <summary>Keeps the bytes that were made.</summary>
    public void Issue(FileCard file, Instant at) => (State, FileId, Hash, IssuedAt) = (DocumentState.Issued, file.Id, file.Hash, at);

    /// <summary>Lets it hold no longer; it stays in the register.</summary>
    public void Revoke(Guid? by, string name, string reason, Instant at) =>
        (State, RevokedAt, RevokedBy, RevokedByName, RevokeReason) = (DocumentState.Revoked, at, by, name, reason);
}

/// <summary>The last number given in a year to documents of one code.</summary>
[NotLogged]
internal sealed class DocumentSeries
{
    public int Year { get; init; }

    public required string Code { get; init; }

    public int Last { get; init; }

    /// <summary>Takes the next number, in the caller's transaction: who comes at the same time waits; a number taken back was never given.</summary>
    public static async Task<int> NextAsync(AppDbContext db, int year, string code, CancellationToken cancellation) => (await db.Database.SqlQueryRaw<int>(
        """
        INSERT INTO foundation_document_series ("Year", "Code", "Last") VALUES ({0}, {1}, 1)
        ON CONFLICT ("Year", "Code") DO UPDATE SET "Last" = foundation_document_series."Last" + 1 RETURNING "Last" AS "Value"
        """,
        year, code).ToListAsync(cancellation)).Single();
}

internal sealed class IssuedDocumentMap : IEntityTypeConfiguration<IssuedDocument>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> builder)
    {
        builder.Property(d => d.RecordKind).HasMaxLength(80);
        builder.Property(d => d.Language).HasMaxLength(20);
        builder.Property(d => d.Number).HasMaxLength(40);
        builder.Property(d => d.Code).HasMaxLength(43);
        builder.Property(d => d.Words).HasMaxLength(IssuedDocument.LongestWords);
        builder.Property(d => d.AskedByName).HasMaxLength(200);
        builder.Property(d => d.RevokedByName).HasMaxLength(200);
        builder.Property(d => d.Hash).HasMaxLength(64);
        builder.Property(d => d.OverrideReason).HasMaxLength(IssuedDocument.LongestReason);
        builder.Property(d => d.RevokeReason).HasMaxLength(IssuedDocument.LongestReason);
        builder.HasIndex(d => d.Number).IsUnique();
        builder.HasIndex(d => d.Code).IsUnique();
        builder.HasIndex(d => new { d.RecordKind, d.RecordKey });
        builder.HasIndex(d => d.AskedAt);
    }
}

internal sealed class DocumentSeriesMap : IEntityTypeConfiguration<DocumentSeries>
{
    public void Configure(EntityTypeBuilder<DocumentSeries> builder)
    {
        builder.HasKey(s => new { s.Year, s.Code });
        builder.Property(s => s.Code).HasMaxLength(DocumentTemplate.LongestCode);
    }
}
