using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.SignOn;

/// <summary>
/// One's own identities at providers: links and unlinks them. Whoever does so has signed in, or given the password again, within the last ten minutes;
/// the last way into an account is not removed.
/// </summary>
internal static class KeepIdentities
{
    public const string Route = "/account/identities";

    /// <summary>How long a proof of oneself counts.</summary>
    private static readonly Duration ProofLasts = Duration.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route + "/prove", ProveAsync).ForAccounts().Limited(Limit.SignIn);
        routes.MapPost(Route + "/{id:guid}/remove", RemoveAsync).ForAccounts();
    }

    private static async Task<IResult> ShowAsync(
        string? done, HttpContext context, AppDbContext db, Viewer viewer, Providers providers, LinkTickets tickets, CancellationToken cancellation) =>
        Page.Show<IdentitiesPage>(await ModelAsync(FormReader.Empty, done, context, db, viewer, providers, tickets, cancellation));

    private static async Task<IResult> ProveAsync(
        HttpContext context, AppDbContext db, Viewer viewer, PasswordCheck check, Sessions sessions, Providers providers, LinkTickets tickets, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var own = Own(viewer);
        var email = await db.Accounts().Where(a => a.Id == own).Select(a => a.Email).SingleAsync(cancellation);
        var password = form.Raw("current");
        if (password.Length is 0 or > PasswordRules.Longest || await check.AccountOfAsync(email, password) is not { } account)
        {
            form.Refuse("current", "directory.password.wrong");
            return Page.Refuse<IdentitiesPage>(await ModelAsync(form, null, context, db, viewer, providers, tickets, cancellation));
        }

        await sessions.EndAsync(context, cancellation);
        await sessions.BeginAsync(context, account, SignInWay.Password, kept: false, cancellation);
        return Page.SeeOther(Route);
    }

    private static async Task<IResult> RemoveAsync(
        Id<ExternalIdentity> id, HttpContext context, AppDbContext db, Viewer viewer, Providers providers, LinkTickets tickets, CancellationToken cancellation)
    {
        var own = Own(viewer);
        if (await db.Set<ExternalIdentity>().SingleOrDefaultAsync(i => i.Id == id && i.AccountId == own, cancellation) is not { } identity) return Results.NotFound();
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (!await IsProvenAsync(context, db, cancellation)) form.Refuse("", "directory.identities.prove-first");
        else if (!await HasOtherWayAsync(db, own, id, providers, cancellation)) form.Refuse("", "directory.identities.last");
        if (!form.IsValid) return Page.Refuse<IdentitiesPage>(await ModelAsync(form, null, context, db, viewer, providers, tickets, cancellation));
        db.Write.Action = "directory.account.identity";
        db.Remove(identity);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Route + "?done=removed");
    }

    /// <summary>Whether the account can still be entered without the identity: by its password, a passkey, or another identity whose provider is there.</summary>
    private static async Task<bool> HasOtherWayAsync(AppDbContext db, AccountId own, Id<ExternalIdentity> without, Providers providers, CancellationToken cancellation)
    {
        var issuers = providers.All.Select(p => p.Issuer).ToList();
        return await db.Accounts().AnyAsync(a => a.Id == own && a.PasswordHash != null, cancellation)
            || await db.Set<Passkey>().AnyAsync(p => p.AccountId == own, cancellation)
            || await db.Set<ExternalIdentity>().AnyAsync(i => i.AccountId == own && i.Id != without && issuers.Contains(i.Issuer), cancellation);
    }

    private static async Task<bool> IsProvenAsync(HttpContext context, AppDbContext db, CancellationToken cancellation)
    {
        var here = context.Features.Get<CurrentSession>()!.Id;
        var since = db.Write.Now - ProofLasts;
        return await db.Set<Session>().AnyAsync(s => s.Id == here && s.StartedAt >= since, cancellation);
    }

    private static async Task<IdentitiesModel> ModelAsync(
        FormReader form, string? done, HttpContext context, AppDbContext db, Viewer viewer, Providers providers, LinkTickets tickets, CancellationToken cancellation)
    {
        var own = Own(viewer);
        var ticket = await IsProvenAsync(context, db, cancellation) ? tickets.Of(context.Features.Get<CurrentSession>()!.Id) : null;
        return new(
            form,
            done is "linked" or "removed" ? done : null,
            await IdentityRow.OfAsync(db, own, cancellation),
            ticket is null ? [] : [.. providers.All.Select(p => new LinkChoice(p.Name, StartSignOn.LinkAddress(p, ticket)))],
            ticket is not null,
            await db.Accounts().AnyAsync(a => a.Id == own && a.PasswordHash != null, cancellation),
            providers.All.Count > 0);
    }

    private static AccountId Own(Viewer viewer) => new(viewer.Account!.Value);
}

/// <summary>What the page shows.</summary>
public sealed record IdentitiesModel(
    FormReader Form, string? Done, IReadOnlyList<IdentityRow> Identities, IReadOnlyList<LinkChoice> Links, bool IsProven, bool HasPassword, bool HasProviders);

/// <summary>A provider at which an identity can be linked.</summary>
public sealed record LinkChoice(LocalizedText Name, string Address);
