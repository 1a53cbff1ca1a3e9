using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Entente.Foundation.Api;

/// <summary>
/// A secret by which a program reads and writes as one account, within some scopes and never beyond what the account may do now.
/// It is shown once and kept as its hash.
/// </summary>
internal sealed class ApiToken : Entity<ApiTokenTag>, IScoped
{
    public const int LongestName = 100;
    public const int LongestScopes = 400;

    /// <summary>The account it acts as, and whose it is.</summary>
    public required Guid Account { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    [Personal]
    public required byte[] TokenHash { get; init; }

    /// <summary>The last characters of the secret, by which its owner tells it from others.</summary>
    public required string Tail { get; init; }

    /// <summary>Its scopes (<c>partners:read</c>), separated by a space.</summary>
    public required string Scopes { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant ExpiresAt { get; init; }

    /// <summary>When it was used last, within five minutes.</summary>
    public Instant? UsedAt { get; set; }

    public Instant? RevokedAt { get; set; }

    public Guid? RevokedBy { get; set; }
}

/// <summary>Types the key of a token.</summary>
public sealed class ApiTokenTag;

internal sealed class ApiTokenMap : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(ApiToken.LongestName);
        builder.Property(t => t.TokenHash).HasMaxLength(32);
        builder.Property(t => t.Tail).HasMaxLength(8);
        builder.Property(t => t.Scopes).HasMaxLength(ApiToken.LongestScopes);
        builder.HasIndex(t => t.TokenHash).IsUnique();
        builder.HasIndex(t => new { t.Account, t.CreatedAt });
    }
}

/// <summary>Who sees which tokens: their owner, and whoever runs the installation.</summary>
internal static class ApiTokenVisibility
{
    public static IQueryable<ApiToken> VisibleTo(this IQueryable<ApiToken> tokens, Viewer viewer)
    {
        var named = tokens.ViewerNamed();
        return viewer.May(FoundationPermissions.Operate) ? named : named.Where(t => t.Account == viewer.Account);
    }
}
