using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Api;

/// <summary>Makes, lists and revokes tokens.</summary>
public sealed class ApiTokens(AppDbContext db)
{
    /// <summary>The longest a token may live.</summary>
    public const int MostDays = 366;

    /// <summary>How many tokens an account may have at a time.</summary>
    public const int MostOfAccount = 20;

    /// <summary>The longest name of a token.</summary>
    public const int LongestName = ApiToken.LongestName;

    /// <summary>What every token begins with, so that a scanner of secrets knows one.</summary>
    public const string Prefix = "entente_";

    /// <summary>Makes a token of the viewer; saves.</summary>
    /// <returns>The secret, to be shown once.</returns>
    public async Task<string> MakeAsync(string name, IEnumerable<string> scopes, Instant expiresAt, Viewer viewer, CancellationToken cancellation)
    {
        var (token, hash) = SecretToken.New();
        var now = db.Write.Now;
        db.Add(new ApiToken
        {
            Account = viewer.Account ?? throw new InvalidOperationException("Only an account makes tokens."),
            Name = name,
            TokenHash = hash,
            Tail = token[^4..],
            Scopes = string.Join(' ', scopes.Order(StringComparer.Ordinal)),
            CreatedAt = now,
            ExpiresAt = Instant.Min(expiresAt, now + Duration.FromDays(MostDays)),
        });
        await db.SaveChangesAsync(cancellation);
        return Prefix + token;
    }

    /// <summary>Revokes a token for good; saves.</summary>
    /// <returns>Whether the viewer sees one that was still in force.</returns>
    public async Task<bool> RevokeAsync(Id<ApiTokenTag> id, Viewer viewer, CancellationToken cancellation)
    {
        var token = await db.Set<ApiToken>().VisibleTo(viewer).SingleOrDefaultAsync(t => t.Id == id && t.RevokedAt == null, cancellation);
        if (token is null) return false;
        (token.RevokedAt, token.RevokedBy) = (db.Write.Now, viewer.Account);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>How many tokens the account has in force.</summary>
    public Task<int> CountAsync(Guid account, CancellationToken cancellation)
    {
        var now = db.Write.Now;
        return db.Set<ApiToken>().ViewerNamed().CountAsync(t => t.Account == account && t.RevokedAt == null && t.ExpiresAt > now, cancellation);
    }

    /// <summary>The tokens a viewer may see, the newest first.</summary>
    public IQueryable<ApiTokenLine> Lines(Viewer viewer) => db.Set<ApiToken>().VisibleTo(viewer).AsNoTracking()
        .OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id)
        .Select(t => new ApiTokenLine
        {
            Id = t.Id,
            Account = t.Account,
            Name = t.Name,
            Tail = t.Tail,
            Scopes = t.Scopes,
            CreatedAt = t.CreatedAt,
            ExpiresAt = t.ExpiresAt,
            UsedAt = t.UsedAt,
            RevokedAt = t.RevokedAt,
        });
}

/// <summary>A token as a list shows it.</summary>
public sealed record ApiTokenLine
{
    /// <summary>Its key.</summary>
    public required Id<ApiTokenTag> Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid Account { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The last characters of its secret.</summary>
    public required string Tail { get; init; }

    /// <summary>Its scopes, separated by a space.</summary>
    public required string Scopes { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>Its last moment.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>When it was used last.</summary>
    public Instant? UsedAt { get; init; }

    /// <summary>When it was revoked.</summary>
    public Instant? RevokedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public ApiTokenState StateAt(Instant now) =>
        RevokedAt is not null ? ApiTokenState.Revoked : now >= ExpiresAt ? ApiTokenState.Expired : ApiTokenState.InForce;
}

/// <summary>Where a token stands.</summary>
public enum ApiTokenState
{
    /// <summary>It works.</summary>
    InForce,

    /// <summary>Its last moment passed.</summary>
    Expired,

    /// <summary>It was revoked.</summary>
    Revoked,
}
