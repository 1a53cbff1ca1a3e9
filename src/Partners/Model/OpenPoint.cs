using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Partners.Model;

/// <summary>Something to be raised with a partner at the next meeting, until it is settled. It stands on the briefing.</summary>
internal sealed class OpenPoint : Entity<OpenPoint>, IScoped
{
    public const int LongestText = 500;

    public required OrganisationId OrganisationId { get; init; }

    public required LocalizedText Text { get; init; }

    public AccountId? AccountId { get; init; }

    public required Instant RecordedAt { get; init; }

    /// <summary>When it was settled; none: it is open.</summary>
    public Instant? SettledAt { get; set; }

    public AccountId? SettledById { get; set; }

    /// <summary>How it was settled.</summary>
    public string? Outcome { get; set; }

    /// <summary>The unit that keeps it; decides who may see it.</summary>
    public required UnitId UnitId { get; init; }
}

internal sealed class OpenPointMap : IEntityTypeConfiguration<OpenPoint>
{
    public void Configure(EntityTypeBuilder<OpenPoint> builder)
    {
        builder.Property(p => p.Outcome).HasMaxLength(OpenPoint.LongestText);
        builder.HasIndex(p => new { p.OrganisationId, p.SettledAt });
    }
}
