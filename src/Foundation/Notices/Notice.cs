using Entente.Foundation.Data;
using Entente.Foundation.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Notices;

/// <summary>How one account wants to be told; none: by mail, at once.</summary>
[NotLogged]
internal sealed class NoticeChoice
{
    public const int LongestAddress = 1_000;

    public Guid Account { get; init; }

    public NoticeChannel Channel { get; set; }

    /// <summary>Where a webhook posts to.</summary>
    [Encrypted]
    public string? Address { get; set; }

    /// <summary>What its posts are signed with.</summary>
    [Encrypted]
    public string? Secret { get; set; }

    /// <summary>The name of the operator's robot.</summary>
    public string? Robot { get; set; }

    public bool IsDaily { get; set; }

    /// <summary>The hour of the digest on the school's clock, 0 to 23.</summary>
    public int Hour { get; set; }

    /// <summary>The last day whose digest was looked at.</summary>
    public DateOnly? DigestOn { get; set; }
}

/// <summary>A message to an account that does not go as a mail of its own: it waits for the digest, or is posted.</summary>
[NotLogged]
internal sealed class Notice
{
    public const int LongestError = 500;

    public Guid Id { get; init; }

    public required string Key { get; init; }

    public required Guid Account { get; init; }

    public required string Subject { get; init; }

    [Encrypted]
    public required string Text { get; init; }

    /// <summary>The sentences alone, one a line, for the digest.</summary>
    [Encrypted]
    public required string Lines { get; init; }

    /// <summary>Where it is looked at; a full address.</summary>
    public string? Link { get; init; }

    public required string Language { get; init; }

    public NoticeState State { get; set; }

    public Instant CreatedAt { get; init; }

    /// <summary>Set while it is being posted, in a write of its own: found again after a fall, nobody knows whether it arrived.</summary>
    public Instant? BegunAt { get; set; }

    public Instant? FinishedAt { get; set; }

    public int Attempts { get; set; }

    public string? Error { get; set; }
}

/// <summary>Where a notice stands.</summary>
public enum NoticeState
{
    /// <summary>Waits for the digest.</summary>
    Waiting,

    /// <summary>Is being posted.</summary>
    Queued,

    /// <summary>Told.</summary>
    Sent,

    /// <summary>Could not be posted; it went by mail instead.</summary>
    Failed,
}

internal sealed class NoticeChoiceMap : IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeChoice> builder)
    {
        builder.HasKey(c => c.Account);
        builder.Property(c => c.Account).ValueGeneratedNever();
        builder.Property(c => c.Robot).HasMaxLength(60);
        builder.HasIndex(c => new { c.IsDaily, c.DigestOn });
    }
}

internal sealed class NoticeMap : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Key).HasMaxLength(200);
        builder.Property(n => n.Subject).HasMaxLength(300);
        builder.Property(n => n.Link).HasMaxLength(1_000);
        builder.Property(n => n.Language).HasMaxLength(20);
        builder.Property(n => n.Error).HasMaxLength(Notice.LongestError);
        builder.HasIndex(n => n.Key).IsUnique();
        builder.HasIndex(n => new { n.Account, n.State, n.CreatedAt });
    }
}
