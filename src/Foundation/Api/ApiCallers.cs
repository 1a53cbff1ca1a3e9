using System.Collections.Concurrent;
using System.Collections.Frozen;
using Entente.Foundation.Access;
using Entente.Foundation.Caching;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Api;

/// <summary>Who calls by a token.</summary>
internal sealed class ApiCaller
{
    public required Guid Token { get; init; }

    /// <summary>The account's view, narrowed to the rooms of the token's scopes.</summary>
    public required Viewer Viewer { get; init; }

    public required FrozenSet<string> Scopes { get; init; }

    public required Instant ExpiresAt { get; init; }

    /// <summary>The change stamp this was read under; older than the present one, it is read anew.</summary>
    public required long Stamp { get; init; }

    /// <summary>When its use was noted last.</summary>
    public Instant? NotedAt { get; set; }
}

/// <summary>
/// Finds who calls by a token. Remembered until any record changes (on this node at once, on others within a second): a token revoked, an
/// account locked, a role ended holds from then on.
/// </summary>
internal sealed class ApiCallers(IServiceScopeFactory scopes, ChangeStamp stamp, IClock clock)
{
    private const int MostRemembered = 10_000;
    private static readonly Duration UseNotedEvery = Duration.FromMinutes(5);
    private readonly ConcurrentDictionary<string, ApiCaller> remembered = new(StringComparer.Ordinal);

    /// <summary>The caller; none where the token is unknown, revoked or expired, or its account ended or is locked.</summary>
    public async ValueTask<ApiCaller?> FindAsync(string token, CancellationToken cancellation)
    {
        if (!token.StartsWith(ApiTokens.Prefix, StringComparison.Ordinal) || SecretToken.HashOf(token[ApiTokens.Prefix.Length..]) is not { } hash) return null;
        var key = Convert.ToHexString(hash);
        var now = clock.GetCurrentInstant();
        if (!remembered.TryGetValue(key, out var caller) || caller.Stamp != stamp.Current)
        {
            caller = await ReadAsync(hash, now, cancellation);
            if (remembered.Count > MostRemembered) remembered.Clear();
            if (caller is null) remembered.TryRemove(key, out _);
            else remembered[key] = caller;
        }

        if (caller is null || caller.ExpiresAt <= now) return null;
        if (caller.NotedAt is not { } noted || now - noted >= UseNotedEvery) await NoteAsync(caller, now, cancellation);
        return caller;
    }

    private async Task<ApiCaller?> ReadAsync(byte[] hash, Instant now, CancellationToken cancellation)
    {
        var read = stamp.Current;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var token = await db.Set<ApiToken>().ViewerNamed().AsNoTracking()
            .SingleOrDefaultAsync(t => t.TokenHash == hash && t.RevokedAt == null && t.ExpiresAt > now, cancellation);
        if (token is null) return null;
        var viewer = await scope.ServiceProvider.GetRequiredService<IViewerSource>().OfAccountAsync(token.Account, cancellation);
        if (!viewer.IsSignedIn) return null;
        var granted = token.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rooms = granted.Select(ApiScope.RoomOf).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Token = token.Id.Value,
            Viewer = viewer.Within(permission => rooms.Contains(permission[..Math.Max(0, permission.IndexOf('.', StringComparison.Ordinal))])),
            Scopes = granted.ToFrozenSet(StringComparer.Ordinal),
            ExpiresAt = token.ExpiresAt,
            Stamp = read,
            NotedAt = token.UsedAt,
        };
    }

    private async Task NoteAsync(ApiCaller caller, Instant now, CancellationToken cancellation)
    {
        caller.NotedAt = now;
        Instant? used = now;
        var id = new Id<ApiTokenTag>(caller.Token);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<ApiToken>().ViewerNamed().Where(t => t.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, used), cancellation);
    }
}

/// <summary>The scopes of a room: <c>partners:read</c>, <c>partners:write</c>.</summary>
public static class ApiScope
{
    /// <summary>To read what the room keeps.</summary>
    public static string Read(string room) => room + ":read";

    /// <summary>To change what the room keeps.</summary>
    public static string Write(string room) => room + ":write";

    internal static string RoomOf(string scope) => scope[..Math.Max(0, scope.IndexOf(':', StringComparison.Ordinal))];
}
