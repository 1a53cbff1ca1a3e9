using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Directory.Model;

/// <summary>An organisation of the world: a university, an institute, a company. Known to every account; nothing about it is ever wiped.</summary>
internal sealed class Organisation : Entity<OrganisationCard>
{
    /// <summary>Separates the domains kept in one column.</summary>
    public const char Separator = ' ';

    /// <summary>The name to show; every name it has or had is a row of <see cref="OrganisationName"/>.</summary>
    public required LocalizedText Name { get; set; }

    /// <summary>Orders by the name as English readers know it.</summary>
    public byte[] SortKey { get; private set; } = [];

    /// <summary>Orders by the Chinese name, in pinyin, where there is one.</summary>
    public byte[] SortKeyZh { get; private set; } = [];

    /// <summary>The nine characters of the ROR identifier, checked; none where entered by hand.</summary>
    public string? Ror { get; set; }

    public required string Country { get; set; }

    public required LocalizedText City { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public OrganisationTypes Types { get; set; }

    public string? Website { get; set; }

    /// <summary>Its internet domains, separated by a space.</summary>
    public string Domains { get; set; } = "";

    public OrganisationStatus Status { get; set; }

    /// <summary>Who says so: place, types and sites entered by hand are not overwritten by an import.</summary>
    public FactSource Source { get; set; }

    /// <summary>The ROR release in which the record last changed there.</summary>
    public string? Release { get; set; }

    /// <summary>SHA-256 of what the last import said about it; an import that says the same changes nothing.</summary>
    public byte[]? Digest { get; set; }

    /// <summary>The import that last wrote it.</summary>
    public Id<OrganisationImport>? ImportId { get; set; }

    /// <summary>Gives it the name to show and the keys that order it.</summary>
    public Organisation Call(LocalizedText name)
    {
        Name = name;
        SortKey = Foundation.Data.SortKey.Of(name.En);
        SortKeyZh = Foundation.Data.SortKey.Of(name.Zh);
        return this;
    }
}

/// <summary>Whether an organisation exists.</summary>
internal enum OrganisationStatus
{
    /// <summary>It exists.</summary>
    Active,

    /// <summary>It exists no longer; its history stays.</summary>
    Inactive,

    /// <summary>The record was a mistake or a double.</summary>
    Withdrawn,
}

/// <summary>What an organisation is; it can be several things.</summary>
[Flags]
internal enum OrganisationTypes
{
    None = 0,
    Education = 1,
    Facility = 2,
    Funder = 4,
    Government = 8,
    Healthcare = 16,
    Company = 32,
    Nonprofit = 64,
    Archive = 128,
    Other = 256,
}

/// <summary>Where a fact about an organisation comes from.</summary>
internal enum FactSource
{
    /// <summary>Entered by somebody of the office.</summary>
    Hand,

    /// <summary>The Research Organization Registry.</summary>
    Ror,
}

internal sealed class OrganisationMap : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.SortKey).HasMaxLength(SortKey.MaxLength);
        builder.Property(o => o.SortKeyZh).HasMaxLength(SortKey.MaxLength);
        builder.Property(o => o.Ror).HasMaxLength(9);
        builder.Property(o => o.Country).HasMaxLength(2);
        builder.Property(o => o.Types).HasConversion<int>();
        builder.Property(o => o.Website).HasMaxLength(400);
        builder.Property(o => o.Domains).HasMaxLength(1000);
        builder.Property(o => o.Release).HasMaxLength(20);
        builder.Property(o => o.Digest).HasMaxLength(32);
        builder.HasIndex(o => o.Ror).IsUnique();
        builder.HasIndex(o => new { o.SortKey, o.Id });
        builder.HasIndex(o => new { o.SortKeyZh, o.Id });
        builder.HasIndex(o => new { o.Country, o.SortKey });
    }
}
