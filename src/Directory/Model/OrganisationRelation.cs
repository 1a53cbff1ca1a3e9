using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Directory.Model;

/// <summary>
/// How two organisations belong together. An end that the directory does not hold (yet) is kept by its ROR identifier and
/// tied to the organisation when it arrives. A relation no longer stated is withdrawn, not deleted.
/// </summary>
internal sealed class OrganisationRelation : Entity<OrganisationRelation>
{
    public OrganisationRelationKind Kind { get; init; }

    public OrganisationId? FromId { get; set; }

    public string? FromRor { get; init; }

    public OrganisationId? ToId { get; set; }

    public string? ToRor { get; init; }

    public FactSource Source { get; init; }

    public Instant RecordedAt { get; init; }

    public Instant? WithdrawnAt { get; set; }
}

/// <summary>The kinds of relation; each is read from <c>From</c> to <c>To</c>.</summary>
internal enum OrganisationRelationKind
{
    /// <summary>To follows From: it took over when From ended, or part of it.</summary>
    Successor,

    /// <summary>From is part of To.</summary>
    Parent,
}

internal sealed class OrganisationRelationMap : IEntityTypeConfiguration<OrganisationRelation>
{
    public void Configure(EntityTypeBuilder<OrganisationRelation> builder)
    {
        builder.Property(r => r.FromRor).HasMaxLength(9);
        builder.Property(r => r.ToRor).HasMaxLength(9);
        builder.HasIndex(r => r.FromId);
        builder.HasIndex(r => r.ToId);
    }
}
