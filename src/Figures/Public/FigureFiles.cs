using Entente.Figures.Counting;
using Entente.Figures.Vintages;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Figures.Public;

/// <summary>A figure for machines: JSON with its definition, value, digest and history; CSV of the records that may be named.</summary>
internal static class FigureFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var open = routes.Public();
        open.MapGet("/figures/{id}.json", JsonAsync);
        open.MapGet("/figures/{id}.csv", CsvAsync);
        open.MapGet("/figures/{id}/vintages/{number:int}.json", VintageAsync);
    }

    private static async Task<IResult> JsonAsync(
        string id, HttpRequest request, FigureCatalog catalog, FigureReport report, AppDbContext db, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        if (catalog.Find(id) is not { } figure) return Results.NotFound();
        var asOf = AsOf.Of(request, clock);
        if (asOf.ErrorKey is not null) return WrongDate(texts, asOf);
        var count = await Counts.CountAsync(db, figure, asOf.Date, cancellation);
        return Results.Bytes(report.OfNow(count, await VintageHistory.OfAsync(db, id, cancellation)), "application/json; charset=utf-8");
    }

    private static async Task<IResult> CsvAsync(
        string id, HttpRequest request, FigureCatalog catalog, AppDbContext db, SchoolClock clock, TextCatalog texts, CancellationToken cancellation)
    {
        if (catalog.Find(id) is not { } figure) return Results.NotFound();
        var asOf = AsOf.Of(request, clock);
        if (asOf.ErrorKey is not null) return WrongDate(texts, asOf);
        var count = await Counts.CountAsync(db, figure, asOf.Date, cancellation);
        var listing = await FigureListing.OfAsync(db, count, Viewer.Public, cancellation);
        return OpenTable.Csv($"{id}.csv", ["record", "name_en", "name_zh", "detail_en", "detail_zh", "counted_on", "amount"],
            listing.Lines.Select(l => (IReadOnlyList<object?>)
                [l.Label.Record.ToString("N"), l.Label.Text.Exactly("en"), l.Label.Text.Exactly("zh-Hans"), l.Label.Detail?.En, l.Label.Detail?.Zh, l.CountedOn, l.Amount]));
    }

    // The bytes that were published, as they were.
    private static async Task<IResult> VintageAsync(string id, int number, AppDbContext db, CancellationToken cancellation) =>
        await VintageHistory.FindAsync(db, id, number, cancellation) is { } vintage
            ? Results.Bytes(vintage.Report, "application/json; charset=utf-8")
            : Results.NotFound();

    private static IResult WrongDate(TextCatalog texts, AsOf asOf) =>
        Results.Problem(texts[asOf.ErrorKey!], statusCode: StatusCodes.Status400BadRequest, title: "asOf");
}
