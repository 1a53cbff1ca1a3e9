using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Directory.Model;

/// <summary>An organisation of the world: a university, an institute, a company. Known to every account; nothing about it is ever wiped.</summary>
internal sealed class Organisation : Entity<OrganisationCard>
{
    public required LocalizedText Name { get; set; }

    public required byte[] SortKey { get; set; }

    public string? Ror { get; set; }

    public required string Country { get; set; }

    public required LocalizedText City { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public OrganisationStatus Status { get; set; }
}

/// <summary>Whether an organisation exists.</summary>
internal enum OrganisationStatus
{
    Active,
    Inactive,
    Withdrawn,
}

internal sealed class OrganisationMap : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.SortKey).HasMaxLength(SortKey.MaxLength);
        builder.Property(o => o.Ror).HasMaxLength(9);
        builder.Property(o => o.Country).HasMaxLength(2);
        builder.HasIndex(o => o.Ror).IsUnique();
        builder.HasIndex(o => new { o.SortKey, o.Id });
    }
}
