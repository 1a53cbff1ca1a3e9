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

namespace Entente.Directory.OwnAccount;

/// <summary>Adds, names and removes one's own passkeys (WebAuthn Level 3 by Identity; the script is <c>110-passkeys.js</c>).</summary>
internal static class KeepPasskeys
{
    public const string Route = "/account/passkeys";

    /// <summary>More are not of use to anybody.</summary>
    private const int Most = 20;

    private const int LongestName = 60;

    /// <summary>What an authenticator answers is far shorter.</summary>
    private const int LongestCredential = 40_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Route + "/options", OptionsAsync).ForAccounts();
        routes.MapPost(Route, AddAsync).ForAccounts();
        routes.MapPost(Route + "/{id:guid}/name", NameAsync).ForAccounts();
        routes.MapPost(Route + "/{id:guid}/remove", RemoveAsync).ForAccounts();
    }

    private static async Task<IResult> OptionsAsync(AppDbContext db, Viewer viewer, SignInManager<Account> signIn, CancellationToken cancellation)
    {
        var account = await OwnAsync(db, viewer, cancellation);
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = account.Id.ToString(),
            Name = account.Email,
            DisplayName = account.DisplayName,
        });
        return Results.Text(options, "application/json");
    }

    private static async Task<IResult> AddAsync(
        HttpContext context, AppDbContext db, Viewer viewer, AccountKeeping accounts, SignInManager<Account> signIn, SchoolClock clock, TextCatalog texts,
        CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var name = form.Text("passkey-name", LongestName);
        var credential = form.Raw("credential");
        var account = await OwnAsync(db, viewer, cancellation);
        if (credential.Length is 0 or > LongestCredential || await db.Set<Passkey>().CountAsync(p => p.AccountId == account.Id, cancellation) >= Most)
            form.Refuse("", "directory.passkey.refused");
        if (form.IsValid && await AttestAsync(signIn, credential) is { } passkey)
        {
            db.Write.Action = "directory.account.passkey";
            passkey.Name = name.Length > 0 ? name : NameFor(context.Request, texts);
            await accounts.AddOrUpdatePasskeyAsync(account, passkey);
            return Page.SeeOther("/account?done=passkey");
        }

        if (form.IsValid) form.Refuse("", "directory.passkey.refused");
        return Page.Refuse<OwnAccountPage>(await ShowOwnAccount.ModelAsync(form, null, context, db, viewer, clock, texts, cancellation));
    }

    private static async Task<IResult> NameAsync(Id<Passkey> id, HttpContext context, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await FindAsync(id, db, viewer, cancellation) is not { } passkey) return Results.NotFound();
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (form.Text("name", LongestName, required: true) is var name && form.IsValid)
        {
            db.Write.Action = "directory.account.passkey";
            passkey.Name = name;
            await db.SaveChangesAsync(cancellation);
        }

        return Page.SeeOther("/account#passkeys");
    }

    private static async Task<IResult> RemoveAsync(
        Id<Passkey> id, HttpContext context, AppDbContext db, Viewer viewer, AccountKeeping accounts, Sessions sessions, SchoolClock clock, TextCatalog texts,
        CancellationToken cancellation)
    {
        if (await FindAsync(id, db, viewer, cancellation) is not { } passkey) return Results.NotFound();
        var account = await OwnAsync(db, viewer, cancellation);
        if (account.PasswordHash is null && await db.Set<Passkey>().CountAsync(p => p.AccountId == account.Id, cancellation) == 1)
        {
            var form = await FormReader.ReadAsync(context.Request, cancellation);
            form.Refuse("", "directory.passkey.last");
            return Page.Refuse<OwnAccountPage>(await ShowOwnAccount.ModelAsync(form, null, context, db, viewer, clock, texts, cancellation));
        }

        db.Write.Action = "directory.account.passkey";
        db.Remove(passkey);
        // Whoever signed in with it, on whatever device, is signed out; this browser stays.
        await accounts.UpdateSecurityStampAsync(account);
        await Sessions.EndAllOfAsync(db, account.Id, except: null, cancellation);
        await sessions.BeginAsync(context, account, SignInWay.Password, kept: false, cancellation);
        return Page.SeeOther("/account#passkeys");
    }

    private static async Task<UserPasskeyInfo?> AttestAsync(SignInManager<Account> signIn, string credential)
    {
        try
        {
            return (await signIn.PerformPasskeyAttestationAsync(credential)) is { Succeeded: true } result ? result.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // No challenge is open: it expired, or was never asked for.
            return null;
        }
    }

    private static string NameFor(HttpRequest request, TextCatalog texts) =>
        AgentWords.Of(request.Headers.UserAgent.ToString()).System ?? texts["directory.passkey.unnamed"];

    private static Task<Account> OwnAsync(AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var own = new AccountId(viewer.Account!.Value);
        return db.Accounts().SingleAsync(a => a.Id == own, cancellation);
    }

    private static Task<Passkey?> FindAsync(Id<Passkey> id, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var own = new AccountId(viewer.Account!.Value);
        return db.Set<Passkey>().SingleOrDefaultAsync(p => p.Id == id && p.AccountId == own, cancellation);
    }
}
