using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Directory.Model;

/// <summary>A unit of the university: the university itself, its school, a department. Rights hold for a unit and all below it.</summary>
internal sealed class Unit : Entity<UnitCard>
{
    public required LocalizedText Name { get; set; }

    public required string Code { get; set; }

    public UnitId? ParentId { get; set; }

    public UnitKind Kind { get; set; }

    /// <summary>Its place among its siblings.</summary>
    public int Order { get; set; }

    /// <summary>Whether the university's roster announces it: then it ends when the roster no longer has it.</summary>
    public bool IsAnnounced { get; set; }

    /// <summary>The last day it existed; what referred to it keeps doing so.</summary>
    public DateOnly? EndedOn { get; set; }
}

/// <summary>The level of a unit.</summary>
internal enum UnitKind
{
    University,
    School,
    Department,
    Office,
}

internal sealed class UnitMap : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.Property(u => u.Code).HasMaxLength(20);
        builder.HasIndex(u => u.Code).IsUnique();
    }
}
