using Entente.Contracts.Directory;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Ui.Api;

/// <summary>One's own tokens of the API: made, shown once, revoked. Whoever runs the installation sees everybody's and can revoke them.</summary>
internal static class KeepTokens
{
    public const string Route = "/account/tokens";
    public const string AllRoute = "/tokens";

    /// <summary>How long a token lives unless another day is chosen.</summary>
    private const int UsualDays = 90;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, MakeAsync).ForAccounts();
        routes.MapPost(Route + "/{id}/revoke", (string id, ApiTokens tokens, Viewer viewer, CancellationToken cancellation) => RevokeAsync(id, Route, tokens, viewer, cancellation)).ForAccounts();
        routes.MapGet(AllRoute, ListAsync).Requires(FoundationPermissions.Operate);
        routes.MapPost(AllRoute + "/{id}/revoke", (string id, ApiTokens tokens, Viewer viewer, CancellationToken cancellation) => RevokeAsync(id, AllRoute, tokens, viewer, cancellation)).Requires(FoundationPermissions.Operate);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ApiTokens tokens, ApiScopes scopes, Viewer viewer, LinkOnce once, SchoolClock clock, CancellationToken cancellation) =>
        Page.Show<OwnTokensPage>(await ModelAsync(FormReader.Empty, once.Take(context, Route), tokens, scopes, viewer, clock, cancellation));

    private static async Task<IResult> MakeAsync(
        HttpContext context, AppDbContext db, ApiTokens tokens, ApiScopes scopes, Viewer viewer, LinkOnce once, SchoolClock clock, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var name = form.Text("name", ApiTokens.LongestName, required: true);
        var chosen = scopes.All.Where(s => form.Flag(s)).ToList();
        if (chosen.Count == 0) form.Refuse("scopes", "tokens.wrong.scopes");
        var until = form.Date("until", required: true);
        if (until <= clock.Today) form.Refuse("until", "tokens.wrong.past");
        if (until > clock.Today.AddDays(ApiTokens.MostDays - 1)) form.Refuse("until", "tokens.wrong.far");
        if (await tokens.CountAsync(viewer.Account!.Value, cancellation) >= ApiTokens.MostOfAccount) form.Refuse("", "tokens.wrong.many", ApiTokens.MostOfAccount);
        if (!form.IsValid || until is not { } last) return Page.Refuse<OwnTokensPage>(await ModelAsync(form, null, tokens, scopes, viewer, clock, cancellation));

        db.Write.Action = "foundation.tokens.make";
        var end = clock.Zone.AtStartOfDay(LocalDate.FromDateOnly(last).PlusDays(1)).ToInstant();
        once.Keep(context, name, await tokens.MakeAsync(name, chosen, end, viewer, cancellation), Route);
        return Page.SeeOther(Route);
    }

    private static async Task<IResult> RevokeAsync(string id, string back, ApiTokens tokens, Viewer viewer, CancellationToken cancellation) =>
        Id<ApiTokenTag>.TryParse(id, null, out var key) && await tokens.RevokeAsync(key, viewer, cancellation) ? Page.SeeOther(back) : Results.NotFound();

    private static async Task<IResult> ListAsync(HttpRequest request, AppDbContext db, ApiTokens tokens, IAccounts accounts, Viewer viewer, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var now = db.Write.Now;
        var lines = tokens.Lines(viewer);
        lines = query.Filter("state") switch
        {
            nameof(ApiTokenState.InForce) => lines.Where(t => t.RevokedAt == null && t.ExpiresAt > now),
            nameof(ApiTokenState.Expired) => lines.Where(t => t.RevokedAt == null && t.ExpiresAt <= now),
            nameof(ApiTokenState.Revoked) => lines.Where(t => t.RevokedAt != null),
            _ => lines,
        };
        var page = await lines.ToListPageAsync(query, cancellation);
        return Page.Show<AllTokensPage>(new AllTokensModel(page, now, await accounts.OfAsync([.. page.Items.Select(t => new AccountId(t.Account)).Distinct()], cancellation)));
    }

    private static async Task<OwnTokensModel> ModelAsync(
        FormReader form, NewLink? made, ApiTokens tokens, ApiScopes scopes, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var own = viewer.Account!.Value;
        return new(
            form, await tokens.Lines(viewer).Where(t => t.Account == own).ToListAsync(cancellation), scopes.All, clock.Now, clock.Today.AddDays(UsualDays),
            made is null ? null : new(made.Email, made.Path));
    }
}

/// <summary>What the page of one's own tokens shows.</summary>
/// <param name="Form">The form as it was sent.</param>
/// <param name="Tokens">One's own.</param>
/// <param name="Scopes">What can be chosen.</param>
/// <param name="Now">The moment.</param>
/// <param name="Until">The last day proposed.</param>
/// <param name="Made">The one just made, shown this once.</param>
public sealed record OwnTokensModel(
    FormReader Form, IReadOnlyList<ApiTokenLine> Tokens, IReadOnlyList<string> Scopes, Instant Now, DateOnly Until, MadeToken? Made);

/// <summary>A token just made.</summary>
public sealed record MadeToken(string Name, string Secret);

/// <summary>What the page of everybody's tokens shows.</summary>
public sealed record AllTokensModel(ListPage<ApiTokenLine> Page, Instant Now, IReadOnlyDictionary<AccountId, AccountCard> Owners);
