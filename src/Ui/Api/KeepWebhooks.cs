using Entente.Contracts.Directory;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Web;
using Entente.Foundation.Webhooks;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Api;

/// <summary>Addresses that are told of changes: registered with a secret shown once, stopped, continued, removed.</summary>
internal static class KeepWebhooks
{
    public const string Route = "/webhooks";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var webhooks = routes.MapGroup(Route).Requires(FoundationPermissions.Webhooks);
        webhooks.MapGet("", ShowAsync);
        webhooks.MapPost("", AddAsync);
        webhooks.MapGet("/{id}", ShowOneAsync);
        webhooks.MapPost("/{id}/stop", (string id, WebhookBoard board, Viewer viewer, CancellationToken cancellation) => ChangeAsync(id, board.StopAsync, viewer, cancellation));
        webhooks.MapPost("/{id}/continue", (string id, WebhookBoard board, Viewer viewer, CancellationToken cancellation) => ChangeAsync(id, board.ContinueAsync, viewer, cancellation));
        webhooks.MapPost("/{id}/remove", RemoveAsync);
        webhooks.MapPost("/{id}/deliveries/{delivery:guid}/send", SendAsync);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, WebhookBoard board, IEnumerable<IApiPart> parts, IAccounts accounts, Viewer viewer, LinkOnce once, CancellationToken cancellation) =>
        Page.Show<WebhooksPage>(await ModelAsync(FormReader.Empty, once.Take(context, Route), board, parts, accounts, viewer, cancellation));

    private static async Task<IResult> AddAsync(
        HttpContext context, AppDbContext db, WebhookBoard board, WebhookReach reach, IEnumerable<IApiPart> parts, IAccounts accounts, Viewer viewer, LinkOnce once,
        CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var written = form.Text("address", WebhookBoard.LongestAddress, required: true);
        var address = Uri.TryCreate(written, UriKind.Absolute, out var uri) && reach.Allows(uri) ? uri : null;
        if (written.Length > 0 && address is null) form.Refuse("address", "webhooks.wrong.address");
        var kinds = parts.SelectMany(p => p.Kinds).Select(k => k.Kind).Where(k => form.Flag(k)).ToList();
        if (kinds.Count == 0) form.Refuse("kinds", "webhooks.wrong.kinds");
        if (await board.CountAsync(viewer.Account!.Value, cancellation) >= WebhookBoard.MostOfAccount) form.Refuse("", "webhooks.wrong.many", WebhookBoard.MostOfAccount);
        if (!form.IsValid || address is null) return Page.Refuse<WebhooksPage>(await ModelAsync(form, null, board, parts, accounts, viewer, cancellation));

        db.Write.Action = "foundation.webhooks.add";
        var (_, secret) = await board.AddAsync(address, kinds, viewer, cancellation);
        once.Keep(context, address.ToString(), secret, Route);
        return Page.SeeOther(Route);
    }

    private static async Task<IResult> ShowOneAsync(string id, HttpRequest request, WebhookBoard board, IAccounts accounts, Viewer viewer, CancellationToken cancellation)
    {
        if (!Id<WebhookTag>.TryParse(id, null, out var key) || await board.Lines(viewer).SingleOrDefaultAsync(w => w.Id == key, cancellation) is not { } webhook) return Results.NotFound();
        var query = ListQuery.From(request);
        var deliveries = board.Deliveries(key);
        if (Enum.TryParse<DeliveryState>(query.Filter("state"), out var state)) deliveries = deliveries.Where(d => d.State == state);
        var owner = new AccountId(webhook.Account);
        return Page.Show<WebhookPage>(new WebhookModel(
            webhook, await deliveries.ToListPageAsync(query, cancellation), (await accounts.OfAsync([owner], cancellation)).GetValueOrDefault(owner)?.Name));
    }

    private static async Task<IResult> ChangeAsync(
        string id, Func<Id<WebhookTag>, Viewer, CancellationToken, Task<bool>> change, Viewer viewer, CancellationToken cancellation) =>
        Id<WebhookTag>.TryParse(id, null, out var key) && await change(key, viewer, cancellation) ? Page.SeeOther($"{Route}/{key}") : Results.NotFound();

    private static async Task<IResult> RemoveAsync(string id, WebhookBoard board, Viewer viewer, CancellationToken cancellation) =>
        Id<WebhookTag>.TryParse(id, null, out var key) && await board.RemoveAsync(key, viewer, cancellation) ? Page.SeeOther(Route) : Results.NotFound();

    private static async Task<IResult> SendAsync(string id, Guid delivery, WebhookBoard board, Viewer viewer, CancellationToken cancellation) =>
        Id<WebhookTag>.TryParse(id, null, out var key) && await board.SendAgainAsync(key, delivery, viewer, cancellation) ? Page.SeeOther($"{Route}/{key}") : Results.NotFound();

    private static async Task<WebhooksModel> ModelAsync(
        FormReader form, NewLink? made, WebhookBoard board, IEnumerable<IApiPart> parts, IAccounts accounts, Viewer viewer, CancellationToken cancellation)
    {
        var webhooks = await board.Lines(viewer).ToListAsync(cancellation);
        return new(
            form, webhooks, await accounts.OfAsync([.. webhooks.Select(w => new AccountId(w.Account)).Distinct()], cancellation),
            [.. parts.SelectMany(p => p.Kinds).Select(k => k.Kind)], made is null ? null : new(made.Email, made.Path));
    }
}

/// <summary>What the page of webhooks shows.</summary>
/// <param name="Form">The form as it was sent.</param>
/// <param name="Webhooks">Those the viewer may see.</param>
/// <param name="Owners">Whose they are.</param>
/// <param name="Kinds">What one can be told about.</param>
/// <param name="Made">The address just registered with its secret, shown this once.</param>
public sealed record WebhooksModel(
    FormReader Form, IReadOnlyList<WebhookLine> Webhooks, IReadOnlyDictionary<AccountId, AccountCard> Owners, IReadOnlyList<string> Kinds, MadeToken? Made);

/// <summary>What the page of one webhook shows.</summary>
public sealed record WebhookModel(WebhookLine Webhook, ListPage<DeliveryLine> Deliveries, string? Owner);
