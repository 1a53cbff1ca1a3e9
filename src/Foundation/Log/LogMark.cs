using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Log;

/// <summary>A signed statement: at this place the chain had this seal.</summary>
internal interface ILogMark
{
    long Position { get; }

    byte[] Seal { get; }

    Instant At { get; }

    string KeyName { get; }

    byte[] Signature { get; }
}

/// <summary>How far the chain reaches; one row, moved with each sealing.</summary>
[NotLogged]
internal sealed class LogHead : ILogMark
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public long Position { get; set; }

    public required byte[] Seal { get; set; }

    public Instant At { get; set; }

    public required string KeyName { get; set; }

    public required byte[] Signature { get; set; }
}

/// <summary>A statement kept for ever, here and in the file of checkpoints.</summary>
[NotLogged]
internal sealed class LogCheckpoint : ILogMark
{
    public long Position { get; init; }

    public required byte[] Seal { get; init; }

    public Instant At { get; init; }

    public required string KeyName { get; init; }

    public required byte[] Signature { get; init; }
}

internal sealed class LogHeadMap : IEntityTypeConfiguration<LogHead>
{
    public void Configure(EntityTypeBuilder<LogHead> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Seal).HasMaxLength(32);
        builder.Property(h => h.KeyName).HasMaxLength(80);
        builder.Property(h => h.Signature).HasMaxLength(64);
    }
}

internal sealed class LogCheckpointMap : IEntityTypeConfiguration<LogCheckpoint>
{
    public void Configure(EntityTypeBuilder<LogCheckpoint> builder)
    {
        builder.HasKey(c => c.Position);
        builder.Property(c => c.Position).ValueGeneratedNever();
        builder.Property(c => c.Seal).HasMaxLength(32);
        builder.Property(c => c.KeyName).HasMaxLength(80);
        builder.Property(c => c.Signature).HasMaxLength(64);
    }
}
