using Entente.Contracts.Directory;
using Entente.Directory.Invitations;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Accounts;

/// <summary>Locks, unlocks, ends and reopens an account, ends its sessions, and sends its holder a link for a new password.</summary>
internal static class KeepAccount
{
    public static string Address(AccountId account, string verb) => $"/accounts/{account}/{verb}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        Change(routes, "lock", (account, now) => account.LockedAt = now, endsSessions: true);
        Change(routes, "unlock", (account, _) => Unlock(account), endsSessions: false);
        Change(routes, "end", (account, now) => account.EndedAt = now, endsSessions: true, account => new AccountsLeft([account.Id]));
        Change(routes, "reopen", (account, _) => account.EndedAt = null, endsSessions: false, _ => new RightsChanged());
        Change(routes, "sign-out", (_, _) => { }, endsSessions: true);
        routes.MapPost("/accounts/{id:guid}/reset", ResetAsync).Requires(DirectoryPermissions.ManageAccounts).Limited(Limit.Inviting);
    }

    private static void Change(IEndpointRouteBuilder routes, string verb, Action<Account, Instant> change, bool endsSessions, Func<Account, object>? tells = null) => routes
        .MapPost("/accounts/{id:guid}/" + verb, async (AccountId id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        {
            // Nobody shuts the door behind oneself: another operator does it.
            if (viewer.Account == id.Value || await FindAsync(id, db, viewer, cancellation) is not { } account) return Results.NotFound();
            change(account, db.Write.Now);
            if (tells is not null) db.Tell(tells(account));
            await using var whole = await db.Database.BeginTransactionAsync(cancellation);
            await db.SaveChangesAsync(cancellation);
            if (endsSessions) await Sessions.EndAllOfAsync(db, id, except: null, cancellation);
            await whole.CommitAsync(cancellation);
            return Page.SeeOther(ShowAccount.Address(id));
        })
        .Requires(DirectoryPermissions.ManageAccounts);

    private static void Unlock(Account account)
    {
        account.LockedAt = null;
        account.LockedUntil = null;
        account.FailedSignIns = 0;
    }

    private static async Task<IResult> ResetAsync(
        AccountId id, HttpContext context, AppDbContext db, Viewer viewer, PasswordResets resets, LinkOnce once, CancellationToken cancellation)
    {
        if (await FindAsync(id, db, viewer, cancellation) is not { IsClosed: false, HasMail: true } account) return Results.NotFound();
        once.Keep(context, account.Email, LinkAddress.Reset(await resets.MakeAsync(account, cancellation)), AccountList.Route);
        return Page.SeeOther(AccountList.Route);
    }

    private static Task<Account?> FindAsync(AccountId id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        db.Set<Account>().VisibleTo(viewer, db.Set<RoleGrant>()).SingleOrDefaultAsync(a => a.Id == id, cancellation);
}
