using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Safeguards.Model;

/// <summary>What an account narrowed a list to, under a name; with the records it found, so that what is new can be told.</summary>
[NotLogged]
internal sealed class SavedSearch : Entity<SavedSearch>, IScoped
{
    /// <summary>The most searches an account saves.</summary>
    public const int Most = 20;

    /// <summary>The most records a saved search may find.</summary>
    public const int MostFound = 5_000;

    public const int LongestName = 80;
    public const int LongestQuery = 2_000;

    public required AccountId AccountId { get; init; }

    public required string Name { get; init; }

    /// <summary>The list: <c>/partners</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Its filters, as an address says them after the question mark.</summary>
    public required string Query { get; init; }

    public required Instant SavedAt { get; init; }

    /// <summary>When its account looked last; what was found later is new.</summary>
    public Instant SeenAt { get; set; }

    /// <summary>How many it found when it was counted.</summary>
    public int Count { get; set; }

    public Instant CountedAt { get; set; }
}

/// <summary>A record that a saved search finds, and since when.</summary>
[NotLogged]
internal sealed class SavedSearchHit
{
    public Guid Id { get; init; }

    public required Id<SavedSearch> SearchId { get; init; }

    public required Guid Key { get; init; }

    public required Instant FoundAt { get; init; }
}

internal sealed class SavedSearchMap : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(SavedSearch.LongestName);
        builder.Property(s => s.Path).HasMaxLength(80);
        builder.Property(s => s.Query).HasMaxLength(SavedSearch.LongestQuery);
        builder.HasIndex(s => new { s.AccountId, s.Name }).IsUnique();
    }
}

internal sealed class SavedSearchHitMap : IEntityTypeConfiguration<SavedSearchHit>
{
    public void Configure(EntityTypeBuilder<SavedSearchHit> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasIndex(h => new { h.SearchId, h.Key }).IsUnique();
    }
}

internal static class SavedSearchVisibility
{
    /// <summary>A saved search is its account's alone.</summary>
    public static IQueryable<SavedSearch> VisibleTo(this IQueryable<SavedSearch> searches, Viewer viewer)
    {
        var me = viewer.Me();
        return viewer.IsSystem ? searches.ViewerNamed() : searches.ViewerNamed().Where(s => s.AccountId == me);
    }
}
