using Entente.Foundation.Data;
using Entente.Foundation.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Mail;

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>Waits to be sent.</summary>
    Queued,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>Refused for good, or given up.</summary>
    Failed,

    /// <summary>No mail server is set: it is kept here and shown.</summary>
    Kept,
}

/// <summary>A mail, written in the transaction that wants it sent.</summary>
[NotLogged]
internal sealed class Mail
{
    public const int LongestError = 500;

    public Guid Id { get; init; }

    /// <summary>The same key is the same mail.</summary>
    public required string Key { get; init; }

    public Guid? Account { get; init; }

    public Guid? Person { get; init; }

    /// <summary>Where it goes, as it was known when it was written; none: nobody knew.</summary>
    public string? Address { get; set; }

    public string? Name { get; init; }

    public required string Subject { get; init; }

    [Encrypted]
    public required string Text { get; init; }

    [Encrypted]
    public required string Html { get; init; }

    public required string Language { get; init; }

    /// <summary>Whom an answer goes to; none: the house wrote it by itself.</summary>
    public string? ReplyTo { get; init; }

    public string? ReplyToName { get; init; }

    /// <summary>The account whose doing it is, that is told where it does not arrive; none: the house wrote it by itself.</summary>
    public Guid? SentBy { get; init; }

    public MailState State { get; set; }

    public int Attempts { get; set; }

    public Instant CreatedAt { get; init; }

    public Instant? FinishedAt { get; set; }

    public string? Error { get; set; }

    /// <summary>When whoever sent it put away that it did not arrive.</summary>
    public Instant? PutAwayAt { get; set; }

    /// <summary>Word came that it could not be delivered.</summary>
    public void Bounce(string why, Instant at) => (State, Error, FinishedAt, PutAwayAt) = (MailState.Failed, why, at, null);
}

internal sealed class MailMap : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Key).HasMaxLength(200);
        builder.Property(m => m.Address).HasMaxLength(254);
        builder.Property(m => m.Name).HasMaxLength(200);
        builder.Property(m => m.ReplyTo).HasMaxLength(254);
        builder.Property(m => m.ReplyToName).HasMaxLength(200);
        builder.Property(m => m.Subject).HasMaxLength(300);
        builder.Property(m => m.Language).HasMaxLength(20);
        builder.Property(m => m.Error).HasMaxLength(Mail.LongestError);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => new { m.State, m.CreatedAt });
        builder.HasIndex(m => m.CreatedAt);
        builder.HasIndex(m => new { m.SentBy, m.State });
    }
}
