using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Foundation.Access;
using Entente.Foundation.Time;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Figures.Public;

/// <summary>All figures as the public reads them.</summary>
internal static class FigureList
{
    public static void Map(IEndpointRouteBuilder routes) => routes.Public().MapGet("/figures", ShowAsync);

    private static async Task<IResult> ShowAsync(
        HttpRequest request, FigureCatalog catalog, FigureValues values, SchoolClock clock, CancellationToken cancellation)
    {
        var asOf = AsOf.Of(request, clock);
        var known = await values.OfAsync([.. catalog.All.Select(f => f.Id)], asOf.Date, Viewer.Public, cancellation);
        var page = Page.Show<FigureListPage>(new FigureListModel(asOf, [.. catalog.All.Select(f => new FigureLine(f, known[f.Id].Value))]));
        if (asOf.ErrorKey is not null) page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}

/// <summary>What the page shows.</summary>
public sealed record FigureListModel(AsOf AsOf, IReadOnlyList<FigureLine> Lines);

/// <summary>A figure with its number; none where it is withheld.</summary>
public sealed record FigureLine(FigureDefinition Figure, long? Value);
