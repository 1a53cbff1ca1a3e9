using Entente.Foundation.Data;
using Entente.Foundation.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Letters;

/// <summary>A mail from outside, filed at a record with the file it came in. Filed twice it stands once.</summary>
internal sealed class LetterReply : Entity<LetterReply>, IScoped
{
    /// <summary>The kind of record that owns the files of replies.</summary>
    public const string FileKind = "foundation.letter-reply";

    public const int LongestText = 50_000;

    public LetterReply(Id<LetterReply> id) => Id = id;

    public required string RecordKind { get; init; }

    public required Guid RecordKey { get; init; }

    /// <summary>Whose answer it is, where it answers a letter of ours.</summary>
    public Guid? Recipient { get; init; }

    public required Guid Unit { get; init; }

    public required string MessageId { get; init; }

    [Personal]
    public required string FromName { get; init; }

    [Personal]
    public required string FromEmail { get; init; }

    /// <summary>Whether that address is one of those the record's people have; a name in a mail proves nothing.</summary>
    public required bool IsSenderKnown { get; init; }

    [Personal]
    public required string Subject { get; init; }

    [Encrypted]
    public required string Text { get; init; }

    /// <summary>The moment the mail says it was written; never later than when it was filed.</summary>
    public required Instant At { get; init; }

    public required Instant FiledAt { get; init; }

    public Guid? FiledBy { get; init; }

    public required Id<Files.FileCard> FileId { get; init; }
}

internal sealed class LetterReplyMap : IEntityTypeConfiguration<LetterReply>
{
    public void Configure(EntityTypeBuilder<LetterReply> builder)
    {
        builder.Property(r => r.RecordKind).HasMaxLength(80);
        builder.Property(r => r.MessageId).HasMaxLength(300);
        builder.Property(r => r.FromName).HasMaxLength(200);
        builder.Property(r => r.FromEmail).HasMaxLength(254);
        builder.Property(r => r.Subject).HasMaxLength(300);
        builder.HasIndex(r => new { r.RecordKind, r.RecordKey, r.MessageId }).IsUnique();
        builder.HasIndex(r => r.Recipient);
    }
}
