using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Safeguards.Model;

/// <summary>The secret address at which a calendar program reads what an account owes. One at a time; a new one ends the earlier.</summary>
internal sealed class CalendarFeed : Entity<CalendarFeed>, IScoped
{
    public required AccountId AccountId { get; init; }

    /// <summary>SHA-256 of the secret in the address.</summary>
    [Personal]
    public required byte[] TokenHash { get; init; }

    public required Instant CreatedAt { get; init; }

    public Instant? EndedAt { get; set; }
}

internal sealed class CalendarFeedMap : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.Property(f => f.TokenHash).HasMaxLength(32);
        builder.HasIndex(f => f.TokenHash).IsUnique();
    }
}
