using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Directory.Model;

/// <summary>Where a person works or worked, from when to when, and where this is known from. It is ended or withdrawn, never overwritten.</summary>
internal sealed class PersonAffiliation : PersonFact<PersonAffiliation>
{
    /// <summary>The organisation outside; none for the university's own people.</summary>
    public OrganisationId? OrganisationId { get; init; }

    /// <summary>The unit of our university.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>The department there, as written.</summary>
    public string UnitText { get; init; } = "";

    /// <summary>The office held.</summary>
    public required LocalizedText Title { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day; none while it lasts.</summary>
    public DateOnly? To { get; set; }

    public required string Source { get; init; }
}

internal sealed class PersonAffiliationMap : IEntityTypeConfiguration<PersonAffiliation>
{
    public void Configure(EntityTypeBuilder<PersonAffiliation> builder)
    {
        builder.Property(a => a.UnitText).HasMaxLength(200);
        builder.Property(a => a.Source).HasMaxLength(200);
        builder.MapFact();
        builder.HasIndex(a => a.OrganisationId);
    }
}
