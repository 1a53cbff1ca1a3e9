using Entente.Contracts.Figures;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Figures.Model;

/// <summary>
/// A figure as it was published: what was known then. Never changed; a correction is a further vintage for the same date,
/// with its cause.
/// </summary>
internal sealed class Vintage : Entity<Vintage>
{
    public required string FigureId { get; init; }

    /// <summary>The definition's version that was counted by.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>Counts the figure's publications from 1; stands in addresses.</summary>
    public required int Number { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>0 for what was published first for its date; then 1, 2, …</summary>
    public int Restatement { get; init; }

    /// <summary>Why it was restated; none for what was published first.</summary>
    public LocalizedText? Cause { get; init; }

    public required long Value { get; init; }

    public required FigureUnit Unit { get; init; }

    /// <summary>Whether the public saw the number withheld.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>How many records were counted.</summary>
    public required int Records { get; init; }

    /// <summary>SHA-256 over the counted records, hexadecimal (<see cref="Counting.FigureDigest"/>).</summary>
    public required string Digest { get; init; }

    public AccountId? PublishedById { get; init; }

    public required Instant PublishedAt { get; init; }

    /// <summary>The report as the public got it, to the byte (JSON, UTF-8).</summary>
    public required byte[] Report { get; init; }

    public bool IsRestated => Restatement > 0;
}

/// <summary>One record a vintage counted, as it was then: key, version and the counted fields, nothing personal.</summary>
internal sealed class FrozenRecord
{
    public required Id<Vintage> VintageId { get; init; }

    /// <summary>The place in the canonical order, from 0.</summary>
    public required int Place { get; init; }

    public required Guid Record { get; init; }

    public required int RecordVersion { get; init; }

    public required string CountedAs { get; init; }

    public DateOnly? CountedOn { get; init; }

    public required long Amount { get; init; }

    public CountedRecord AsCounted() => new()
    {
        Record = Record,
        RecordVersion = RecordVersion,
        CountedAs = CountedAs,
        CountedOn = CountedOn,
        Amount = Amount,
    };
}

internal sealed class VintageMap : IEntityTypeConfiguration<Vintage>
{
    public void Configure(EntityTypeBuilder<Vintage> builder)
    {
        builder.Property(v => v.FigureId).HasMaxLength(80);
        builder.Property(v => v.Digest).HasMaxLength(64);
        builder.Ignore(v => v.IsRestated);
        builder.HasIndex(v => new { v.FigureId, v.Number }).IsUnique();
        builder.HasIndex(v => new { v.FigureId, v.AsOf, v.Restatement }).IsUnique();
        builder.HasIndex(v => v.PublishedAt);
    }
}

internal sealed class FrozenRecordMap : IEntityTypeConfiguration<FrozenRecord>
{
    public void Configure(EntityTypeBuilder<FrozenRecord> builder)
    {
        builder.HasKey(r => new { r.VintageId, r.Place });
        builder.HasOne<Vintage>().WithMany().HasForeignKey(r => r.VintageId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(r => r.CountedAs).HasMaxLength(200);
    }
}
