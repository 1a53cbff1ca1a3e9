using Entente.Contracts.Directory;
using Entente.Foundation;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Letters;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using FormReader = Entente.Foundation.Web.FormReader;
using QueryHelpers = Microsoft.AspNetCore.WebUtilities.QueryHelpers;

namespace Entente.Partners.Partners;

/// <summary>Begins a letter to every partner that the list finds, beyond the page one sees.</summary>
internal static class WriteToFound
{
    public const string Route = PartnerList.Address + "/letter";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Route, BeginAsync).Requires(FoundationPermissions.Letters);

    private static async Task<IResult> BeginAsync(
        HttpRequest request, PartnerLists lists, Foundation.Letters.Letters letters, IUnits units, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var asked = form.Text("query", 8_000);
        var query = ListQuery.Of(PartnerList.Address, QueryHelpers.ParseQuery(asked.Contains('?', StringComparison.Ordinal) ? asked[asked.IndexOf('?', StringComparison.Ordinal)..] : ""));
        if (letters.Kind(PartnerRecordNames.RecordKind) is not { } kind) return Results.NotFound();
        if ((await units.AllAsync(cancellation)).Select(u => u.Id.Value).Cast<Guid?>().FirstOrDefault(u => viewer.May(FoundationPermissions.Letters, u!.Value)) is not { } unit) return Results.NotFound();
        var keys = await lists.KeysAsync(query, viewer, Foundation.Letters.Letters.MostRecipients, cancellation);
        if (keys.Count > Foundation.Letters.Letters.MostRecipients) return Page.Refuse<PartnerListPage>(await lists.PageAsync(query, viewer, cancellation) with { IsTooMany = true });
        if (keys.Count == 0) return Page.SeeOther(PartnerList.Address);
        return Page.SeeOther("/letters/" + await letters.BeginAsync(kind, keys, unit, LocalizedText.Empty, LocalizedText.Empty, viewer, cancellation));
    }
}
