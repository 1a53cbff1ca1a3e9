using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Mobility.Model;

/// <summary>By what a place prefers one student to another, where the mechanism asks it; students alike fall to the rank, then to the lot.</summary>
public enum PlacePriority
{
    /// <summary>By the rank of the applications alone.</summary>
    Rank,

    /// <summary>The best mean grade first.</summary>
    Grade,

    /// <summary>The highest level of study first.</summary>
    Level,

    /// <summary>The best certificate in the language asked for first; any language where none is asked for.</summary>
    Language,

    /// <summary>Students of the field named first.</summary>
    Field,

    /// <summary>The students as listed one by one; whoever is not listed follows by rank.</summary>
    List,
}

/// <summary>Where one application stands in a place's own list.</summary>
internal sealed class PlaceTurn : Entity<PlaceTurn>
{
    public const int Last = 999;

    public required Id<CallPlace> PlaceId { get; init; }

    public required Id<Application> ApplicationId { get; init; }

    /// <summary>From 1, the first preferred; no two alike.</summary>
    public required int Order { get; init; }
}

internal sealed class PlaceTurnMap : IEntityTypeConfiguration<PlaceTurn>
{
    public void Configure(EntityTypeBuilder<PlaceTurn> builder)
    {
        builder.HasIndex(t => new { t.PlaceId, t.ApplicationId }).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(t => t.ApplicationId);
    }
}
