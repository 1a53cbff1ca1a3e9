using System.Diagnostics;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.OwnAccount;

/// <summary>Changes one's own password and ends one's own sessions.</summary>
internal static class KeepOwnAccount
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/account/password", ChangePasswordAsync).ForAccounts().Limited(Limit.Reset);
        routes.MapPost("/account/sessions/{id:guid}/end", EndSessionAsync).ForAccounts();
        routes.MapPost("/account/sessions/end-others", EndOthersAsync).ForAccounts();
        routes.MapPost("/account/sessions/end-all", EndAllAsync).ForAccounts();
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext context, AppDbContext db, Viewer viewer, AccountKeeping accounts, IPasswordHasher<Account> hasher, Sessions sessions,
        SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var account = await db.Accounts().SingleAsync(a => a.Id == Own(viewer), cancellation);
        var (current, password) = (form.Raw("current"), form.Raw("password"));
        if (account.PasswordHash is { } hash && (current.Length > PasswordRules.Longest || hasher.VerifyHashedPassword(account, hash, current) == PasswordVerificationResult.Failed))
            form.Refuse("current", "directory.password.wrong");
        if (PasswordRules.Broken(password, account.Email, account.DisplayName) is { } broken) form.Refuse("password", broken, PasswordRules.LimitOf(broken));
        if (!form.IsValid)
        {
            await PasswordCheck.RestAsync(begun);
            return Page.Refuse<OwnAccountPage>(await ShowOwnAccount.ModelAsync(form, null, context, db, viewer, clock, texts, cancellation));
        }

        db.Write.Action = "directory.account.password";
        await accounts.SetPasswordAsync(account, password);
        await Sessions.EndAllOfAsync(db, account.Id, except: null, cancellation);
        await sessions.BeginAsync(context, account, SignInWay.Password, kept: false, cancellation);
        return Page.SeeOther("/account?done=password");
    }

    private static async Task<IResult> EndSessionAsync(
        Id<Session> id, HttpContext context, AppDbContext db, Viewer viewer, Sessions sessions, CancellationToken cancellation)
    {
        if (context.Features.Get<CurrentSession>()?.Id == id)
        {
            await sessions.EndAsync(context, cancellation);
            return Page.SeeOther(SignIn.Route);
        }

        Instant? now = db.Write.Now;
        var own = Own(viewer);
        var ended = await db.Set<Session>().Where(s => s.Id == id && s.AccountId == own && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancellation);
        return ended == 0 ? Results.NotFound() : Page.SeeOther("/account?done=sessions");
    }

    private static async Task<IResult> EndOthersAsync(HttpContext context, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        await Sessions.EndAllOfAsync(db, Own(viewer), context.Features.Get<CurrentSession>()?.Id, cancellation);
        return Page.SeeOther("/account?done=sessions");
    }

    private static async Task<IResult> EndAllAsync(HttpContext context, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        await Sessions.EndAllOfAsync(db, Own(viewer), except: null, cancellation);
        SessionCookie.Clear(context);
        return Page.SeeOther(SignIn.Route);
    }

    private static AccountId Own(Viewer viewer) => new(viewer.Account!.Value);
}
