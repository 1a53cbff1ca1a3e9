using System.Security.Claims;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Accounts;

/// <summary>Begins and ends sessions, and finds the viewer of a request by its session.</summary>
internal sealed class Sessions(AppDbContext db, Viewers viewers) : IViewerSource
{
    private static readonly Duration SeenEvery = Duration.FromMinutes(5);

    /// <summary>Signs an account in on this browser.</summary>
    public async Task BeginAsync(
        HttpContext context, Account account, SignInWay way, bool kept, CancellationToken cancellation, string? issuer = null)
    {
        var (token, hash) = SecretToken.New();
        var now = db.Write.Now;
        db.Add(new Session
        {
            AccountId = account.Id,
            TokenHash = hash,
            Stamp = account.SecurityStamp,
            Way = way,
            Issuer = issuer,
            IsKept = kept,
            StartedAt = now,
            LastSeenAt = now,
            Address = AddressOf(context),
            Agent = AgentOf(context.Request),
        });
        await db.SaveChangesAsync(cancellation);
        SessionCookie.Set(context, token, kept);
        if (Language.Of(account.Language) is { } language) LanguageCookie.Keep(context, language);
    }

    /// <summary>Ends the session of this request.</summary>
    public async Task EndAsync(HttpContext context, CancellationToken cancellation)
    {
        if (SessionCookie.HashIn(context.Request) is { } hash)
        {
            Instant? now = db.Write.Now;
            await db.Set<Session>().Where(s => s.TokenHash == hash && s.EndedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancellation);
        }

        SessionCookie.Clear(context);
    }

    /// <summary>Ends every session of an account, except one where that is named; every node finds them ended with its next request.</summary>
    public static Task EndAllOfAsync(AppDbContext db, AccountId account, Id<Session>? except, CancellationToken cancellation)
    {
        Instant? now = db.Write.Now;
        return db.Set<Session>().Where(s => s.AccountId == account && s.EndedAt == null && (except == null || s.Id != except))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancellation);
    }

    public async Task<Viewer> OfRequestAsync(HttpContext request, CancellationToken cancellation)
    {
        if (SessionCookie.HashIn(request.Request) is not { } hash) return Viewer.Public;
        var found = await (
            from s in db.Set<Session>().AsNoTracking()
            join a in db.Accounts() on s.AccountId equals a.Id
            where s.TokenHash == hash && a.EndedAt == null && a.LockedAt == null
            join p in db.Set<Person>().VisibleTo(Viewer.System) on a.PersonId equals p.Id into persons
            from p in persons.DefaultIfEmpty()
            select new { Session = s, a.DisplayName, a.PersonId, a.SecurityStamp, Person = p == null ? null : p.Name }).SingleOrDefaultAsync(cancellation);
        if (found is null || !found.Session.IsAlive(db.Write.Now, found.SecurityStamp)) return Viewer.Public;
        await NoteSeenAsync(found.Session, request, cancellation);
        request.Features.Set(new CurrentSession(found.Session.Id));
        // The antiforgery token is bound to this identity: a token of another session does not fit.
        request.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", found.Session.Id.ToString())], "session"));
        return await viewers.OfAsync(found.Session.AccountId, found.PersonId, AccountNames.Shown(found.DisplayName, found.Person), cancellation);
    }

    public async Task<Viewer> OfAccountAsync(Guid account, CancellationToken cancellation)
    {
        var id = new AccountId(account);
        var found = await db.Accounts().Where(a => a.Id == id && a.EndedAt == null && a.LockedAt == null)
            .Select(a => new { a.DisplayName, a.PersonId }).SingleOrDefaultAsync(cancellation);
        return found is null ? Viewer.Public : await viewers.OfAsync(id, found.PersonId, found.DisplayName, cancellation);
    }

    private async Task NoteSeenAsync(Session session, HttpContext request, CancellationToken cancellation)
    {
        var now = db.Write.Now;
        if (now - session.LastSeenAt < SeenEvery) return;
        var address = AddressOf(request);
        await db.Set<Session>().Where(s => s.Id == session.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now).SetProperty(x => x.Address, address), cancellation);
    }

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static string AgentOf(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return agent.Length <= 200 ? agent : agent[..200];
    }
}

/// <summary>The session a request came with.</summary>
internal sealed record CurrentSession(Foundation.Ids.Id<Session> Id);
