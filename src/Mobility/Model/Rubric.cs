using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>By what the applications to a call are reviewed, until when, by how many. From the first review sent in it changes no more: all are measured alike.</summary>
internal sealed class Rubric : Entity<Rubric>
{
    public const int MostCriteria = 8;
    public const int MostReviewers = 5;
    public const int LongestGuidance = 2000;

    public required Id<Call> CallId { get; init; }

    /// <summary>What reviewers read above the criteria.</summary>
    public LocalizedText Guidance { get; set; } = LocalizedText.Empty;

    /// <summary>The day by which reviews are asked for.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>How many reviews each application should get.</summary>
    public required int Reviewers { get; set; }

    /// <summary>When the first review was sent in; none: it can still be changed.</summary>
    public Instant? FrozenAt { get; set; }

    /// <summary>When the ranking from the reviews was taken over; from then on reviews change no more.</summary>
    public Instant? RankedAt { get; set; }

    public List<RubricCriterion> Criteria { get; } = [];
}

/// <summary>One thing reviewers give points for.</summary>
internal sealed class RubricCriterion : Entity<RubricCriterion>
{
    public const int LongestName = 160;
    public const int MostPoints = 100;
    public const int MostWeight = 100;

    public required Id<Rubric> RubricId { get; init; }

    public required LocalizedText Name { get; set; }

    /// <summary>How much it counts beside the others.</summary>
    public required int Weight { get; set; }

    /// <summary>The most points it can get; 0 is the least.</summary>
    public required int Points { get; set; }

    public int Order { get; set; }
}

internal sealed class RubricMap : IEntityTypeConfiguration<Rubric>
{
    public void Configure(EntityTypeBuilder<Rubric> builder)
    {
        builder.HasIndex(r => r.CallId).IsUnique();
        builder.HasMany(r => r.Criteria).WithOne().HasForeignKey(c => c.RubricId);
    }
}

internal sealed class RubricCriterionMap : IEntityTypeConfiguration<RubricCriterion>
{
    public void Configure(EntityTypeBuilder<RubricCriterion> builder) => builder.HasIndex(c => new { c.RubricId, c.Order });
}
