using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Letters.Inbox;

/// <summary>How far a folder of the reply mailbox was read. It moves in the transaction that files the mail.</summary>
[NotLogged]
internal sealed class InboxCursor
{
    /// <summary>Server, user and folder, without the password.</summary>
    public required string Folder { get; init; }

    /// <summary>The server's promise that its numbers mean the same (RFC 9051); another value means: read anew.</summary>
    public long Validity { get; set; }

    /// <summary>The last number that was dealt with; the concurrency token.</summary>
    public long LastUid { get; set; }

    public Instant? ReadAt { get; set; }
}

/// <summary>What became of a mail that was read.</summary>
[NotLogged]
internal sealed class InboxMail
{
    public const int LongestOutcome = 500;

    public Guid Id { get; init; }

    public required string Folder { get; init; }

    public required long Validity { get; init; }

    public required long Uid { get; init; }

    [Personal]
    public required string From { get; init; }

    [Personal]
    public required string Subject { get; init; }

    /// <summary>The text key of what became of it: <c>letters.filed.…</c>, or why it was not filed.</summary>
    public required string Outcome { get; init; }

    /// <summary>What fills that text.</summary>
    public string? Detail { get; init; }

    public string? RecordKind { get; init; }

    public Guid? RecordKey { get; init; }

    public required bool IsFiled { get; init; }

    public required Instant At { get; init; }
}

internal sealed class InboxCursorMap : IEntityTypeConfiguration<InboxCursor>
{
    public void Configure(EntityTypeBuilder<InboxCursor> builder)
    {
        builder.HasKey(c => c.Folder);
        builder.Property(c => c.Folder).HasMaxLength(300);
        builder.Property(c => c.LastUid).IsConcurrencyToken();
    }
}

internal sealed class InboxMailMap : IEntityTypeConfiguration<InboxMail>
{
    public void Configure(EntityTypeBuilder<InboxMail> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Folder).HasMaxLength(300);
        builder.Property(m => m.From).HasMaxLength(254);
        builder.Property(m => m.Subject).HasMaxLength(300);
        builder.Property(m => m.Outcome).HasMaxLength(80);
        builder.Property(m => m.Detail).HasMaxLength(InboxMail.LongestOutcome);
        builder.Property(m => m.RecordKind).HasMaxLength(80);
        builder.HasIndex(m => new { m.Folder, m.Validity, m.Uid }).IsUnique();
        builder.HasIndex(m => m.At);
    }
}
