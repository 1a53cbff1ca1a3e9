using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Mobility.Model;

/// <summary>A file a student sent for a document the call asks for. Another one takes its place; the earlier stays, withdrawn.</summary>
internal sealed class ApplicationPaper : Entity<ApplicationPaper>
{
    public required Id<Application> ApplicationId { get; init; }

    public required Id<CallDocument> DocumentId { get; init; }

    public required FileId FileId { get; init; }

    public required Instant RecordedAt { get; init; }

    public Instant? WithdrawnAt { get; set; }
}

/// <summary>A recommendation a student asked for: from whom, and what came by the link.</summary>
internal sealed class Recommendation : Entity<Recommendation>
{
    public const int LongestName = 160;
    public const int LongestText = 8000;

    public required Id<Application> ApplicationId { get; init; }

    [Personal]
    public required string Name { get; init; }

    [Personal]
    public required string Email { get; init; }

    public required Instant AskedAt { get; init; }

    /// <summary>When it came; none: it is waited for.</summary>
    public Instant? AnsweredAt { get; set; }

    [NoReference]
    public Id<LinkTag>? LinkId { get; set; }

    /// <summary>What the recommender wrote; students do not read it.</summary>
    [Personal]
    public string? Text { get; set; }

    /// <summary>Whether the recommender would rather not.</summary>
    public bool IsDeclined { get; set; }

    public Instant? WithdrawnAt { get; set; }
}

internal sealed class ApplicationPaperMap : IEntityTypeConfiguration<ApplicationPaper>
{
    public void Configure(EntityTypeBuilder<ApplicationPaper> builder)
    {
        builder.HasIndex(p => new { p.ApplicationId, p.DocumentId });
        builder.HasOne<Application>().WithMany().HasForeignKey(p => p.ApplicationId);
    }
}

internal sealed class RecommendationMap : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.Property(r => r.Name).HasMaxLength(Recommendation.LongestName);
        builder.Property(r => r.Email).HasMaxLength(254);
        builder.HasIndex(r => r.ApplicationId);
        builder.HasOne<Application>().WithMany().HasForeignKey(r => r.ApplicationId);
    }
}
