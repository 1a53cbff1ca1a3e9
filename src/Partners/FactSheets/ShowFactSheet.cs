using Entente.Foundation.Access;
using Entente.Foundation.Links;
using Entente.Foundation.Settings;
using Entente.Partners.Partners;
using Entente.Ui.Links;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.FactSheets;

/// <summary>A partner's fact sheet of a year: what counts, what waits for review, who was asked.</summary>
internal static class ShowFactSheet
{
    public const string Route = ShowPartner.Route + "/fact-sheet";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).Requires(PartnersPermissions.View);

    private static async Task<IResult> ShowAsync(
        string id, int? year, HttpContext context, FactSheetReading reading, Viewer viewer, LinkOnce once, EntenteSettings settings, CancellationToken cancellation) =>
        await reading.OfAsync(id, year, viewer, cancellation) is { } sheet
            ? Page.Show<FactSheetPage>(sheet with { Made = MadeLink.Of(once.Take(context, sheet.Path), settings) })
            : Results.NotFound();
}
