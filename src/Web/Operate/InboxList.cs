using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Letters.Inbox;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using NodaTime;

namespace Entente.Web.Operate;

/// <summary>What was read from the mailbox of the reply address, and what of it could not be filed.</summary>
internal static class InboxList
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/operate/replies", ShowAsync).Requires(FoundationPermissions.Operate);

    private static async Task<IResult> ShowAsync(HttpRequest request, InboxBoard board, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var page = await board.Lines(query.Filter("filed") == "no", query.Text).ToListPageAsync(query, cancellation);
        return Page.Show<InboxListPage>(new InboxListModel(page, board.IsSet, await board.ReadAtAsync(cancellation)));
    }
}

/// <summary>What the page shows.</summary>
public sealed record InboxListModel(ListPage<InboxLine> Page, bool IsSet, Instant? ReadAt);
