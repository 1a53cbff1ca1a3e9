using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Mail;
using Entente.Foundation.Settings;
using Entente.Ui.Lists;
using Entente.Ui.Pages;

namespace Entente.Web.Operate;

/// <summary>The mail: what is queued, sent, refused or kept; one mail as it was written; and sending again.</summary>
internal static class MailList
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/operate/mail", ShowAsync).Requires(FoundationPermissions.Operate);
        routes.MapGet("/operate/mail/{id}", ShowOneAsync).Requires(FoundationPermissions.Operate);
        routes.MapPost("/operate/mail/{id}/retry", RetryAsync).Requires(FoundationPermissions.Operate);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, MailBoard board, EntenteSettings settings, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var state = Enum.TryParse<MailState>(query.Filter("state"), out var known) && Enum.IsDefined(known) ? known : (MailState?)null;
        var page = await board.Lines(state, query.Text).ToListPageAsync(query, cancellation);
        return Page.Show<MailListPage>(new MailListModel(page, await board.CountAsync(cancellation), settings.Smtp is not null));
    }

    private static async Task<IResult> ShowOneAsync(string id, MailBoard board, CancellationToken cancellation) =>
        Guid.TryParse(id, out var key) && await board.FindAsync(key, cancellation) is { } mail ? Page.Show<ShowMailPage>(mail) : Results.NotFound();

    private static async Task<IResult> RetryAsync(string id, MailBoard board, CancellationToken cancellation) =>
        Guid.TryParse(id, out var key) && await board.RetryAsync(key, cancellation) ? Page.SeeOther("/operate/mail/" + id) : Results.NotFound();
}

/// <summary>What the page shows.</summary>
public sealed record MailListModel(ListPage<MailLine> Page, IReadOnlyDictionary<MailState, int> Counts, bool HasServer);
