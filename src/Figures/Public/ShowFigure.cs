using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Figures.Vintages;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Figures.Public;

/// <summary>One figure for everybody: its value, what is counted, the records that may be named, and what was published.</summary>
internal static class ShowFigure
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var figure = routes.Public().MapGroup("/figures/{id}");
        figure.MapGet("", ShowAsync);
        figure.MapGet("/panel", PanelAsync);
        figure.MapGet("/embed", EmbedAsync);
    }

    private static async Task<IResult> ShowAsync(
        string id, HttpRequest request, FigureCatalog catalog, FigureValues values, AppDbContext db, SchoolClock clock, CancellationToken cancellation)
    {
        if (catalog.Find(id) is not { } figure) return Results.NotFound();
        var asOf = AsOf.Of(request, clock);
        var count = await Counts.CountAsync(db, figure, asOf.Date, cancellation);
        var page = Page.Show<ShowFigurePage>(new ShowFigureModel(
            count,
            asOf,
            await FigureListing.OfAsync(db, count, Viewer.Public, cancellation),
            await VintageHistory.OfAsync(db, id, cancellation),
            await FigureTrend.OfAsync(values, figure, asOf.Date, seesAll: false, cancellation)));
        if (asOf.ErrorKey is not null) page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private static async Task<IResult> PanelAsync(
        string id, FigureCatalog catalog, FigureValues values, SchoolClock clock, CancellationToken cancellation) =>
        catalog.Find(id) is { } figure
            ? Page.Show<FigurePanel>(await FigurePanelModel.OfAsync(values, figure, clock.Today, Viewer.Public, cancellation))
            : Results.NotFound();

    private static async Task<IResult> EmbedAsync(
        string id, FigureCatalog catalog, FigureValues values, SchoolClock clock, CancellationToken cancellation) =>
        catalog.Find(id) is { } figure
            ? Page.Show<FigureEmbed>(await FigurePanelModel.OfAsync(values, figure, clock.Today, Viewer.Public, cancellation))
            : Results.NotFound();
}

/// <summary>What the page shows.</summary>
public sealed record ShowFigureModel(FigureCount Count, AsOf AsOf, FigureListing Listing, IReadOnlyList<VintageLine> Vintages, FigureTrend Trend)
{
    public FigureDefinition Figure => Count.Definition;

    /// <summary>The number; none where it is withheld.</summary>
    public long? Value => Count.IsWithheld ? null : Count.Value;
}
