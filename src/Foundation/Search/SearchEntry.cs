using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Foundation.Search;

/// <summary>One record as the search knows it; written in the transaction that writes the record.</summary>
[NotLogged]
internal sealed class SearchEntry
{
    /// <summary>Parts names that are kept in one column.</summary>
    public const char Bar = '|';

    /// <summary>The row of the full-text index.</summary>
    public long Id { get; init; }

    public required string Kind { get; init; }

    public Guid Record { get; init; }

    public required LocalizedText Title { get; init; }

    public LocalizedText? Detail { get; init; }

    public required string Address { get; init; }

    /// <summary>Its names, folded, each between bars, so that a whole name is recognised.</summary>
    public required string Names { get; init; }

    /// <summary>Everything it is found by, parted by spaces.</summary>
    public required string Terms { get; init; }

    public int Weight { get; init; }

    /// <summary>Letters of the title: the shorter of two names that fit is the nearer.</summary>
    public int Length { get; init; }

    public Guid? Unit { get; init; }
}

internal sealed class SearchEntryMap : IEntityTypeConfiguration<SearchEntry>
{
    public const string Table = "foundation_search_entry";

    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.Property(e => e.Kind).HasMaxLength(40);
        builder.Property(e => e.Address).HasMaxLength(200);
        builder.HasIndex(e => new { e.Kind, e.Record }).IsUnique();
    }
}
