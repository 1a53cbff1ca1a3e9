using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Log;

/// <summary>One changed record in one transaction. Rows are appended with the change and chained within a second by the sealer; none is ever updated after that.</summary>
[NotLogged]
public sealed class LogEntry
{
    /// <summary>The order of arrival; gaps mean nothing.</summary>
    public long Id { get; private set; }

    /// <summary>When the transaction wrote.</summary>
    public Instant At { get; init; }

    /// <summary>The account that acted; none for the house itself.</summary>
    public Guid? Actor { get; init; }

    /// <summary>Whose lent role the account acted under; none: its own.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>The unit the record belongs to; none where it belongs to none.</summary>
    public Guid? Unit { get; init; }

    /// <summary>The name of the action: <c>partners.agreements.sign</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The table of the record.</summary>
    public required string Kind { get; init; }

    /// <summary>The key of the record.</summary>
    public Guid Record { get; init; }

    /// <summary>The record's version after the change.</summary>
    public int RecordVersion { get; init; }

    /// <summary>What changed, as JSON: <c>{"field": [before, after]}</c>; personal values as keyed hashes.</summary>
    public required string Changes { get; init; }

    /// <summary>HMAC-SHA256 over the fields above but the first, made in the transaction that writes the row.</summary>
    public byte[] Mac { get; internal set; } = [];

    /// <summary>The place in the sealed chain; none until sealed.</summary>
    public long? Position { get; set; }

    /// <summary>SHA-256 over the previous seal and this row.</summary>
    public byte[]? Seal { get; set; }
}

internal sealed class LogEntryMap : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.Property(e => e.Action).HasMaxLength(80);
        builder.Property(e => e.Kind).HasMaxLength(80);
        builder.Property(e => e.Mac).HasMaxLength(32);
        builder.Property(e => e.Seal).HasMaxLength(32);
        builder.HasIndex(e => e.Position).IsUnique();
        builder.HasIndex(e => new { e.Record, e.Id });
        builder.HasIndex(e => new { e.Actor, e.Id });
        builder.HasIndex(e => new { e.Action, e.Id });
        builder.HasIndex(e => new { e.Kind, e.At });
    }
}
