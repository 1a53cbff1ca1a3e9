using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Figures.Model;
using Entente.Figures.Vintages;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Figures.Public;

/// <summary>One publication of a figure: what was said then, and what changed since the one before, record by record.</summary>
internal static class ShowVintage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Public().MapGet("/figures/{id}/vintages/{number:int}", ShowPublicAsync);
        routes.MapGet("/figures/{id}/vintages/{number:int}", ShowOfficeAsync).Requires(FiguresPermissions.View);
    }

    private static async Task<IResult> ShowPublicAsync(string id, int number, FigureCatalog catalog, AppDbContext db, CancellationToken cancellation) =>
        await FindAsync(id, number, catalog, db, Viewer.Public, cancellation) is { } model ? Page.Show<ShowVintagePage>(model) : Results.NotFound();

    private static async Task<IResult> ShowOfficeAsync(
        string id, int number, FigureCatalog catalog, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        await FindAsync(id, number, catalog, db, viewer, cancellation) is { } model ? Page.Show<Office.OfficeVintagePage>(model) : Results.NotFound();

    private static async Task<ShowVintageModel?> FindAsync(
        string id, int number, FigureCatalog catalog, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (catalog.Find(id) is not { } figure || await VintageHistory.FindAsync(db, id, number, cancellation) is not { } vintage) return null;
        var before = await VintageHistory.BeforeAsync(db, vintage, cancellation);
        return new(figure, LineOf(vintage), before?.Number, before?.Value, await VintageHistory.ChangesAsync(db, figure, before, vintage, viewer, cancellation));
    }

    private static VintageLine LineOf(Vintage v) => new(
        v.FigureId, v.Number, v.DefinitionVersion, v.From, v.AsOf, v.Restatement, v.Cause, v.Value, v.IsWithheld, v.Records, v.Digest, v.PublishedById, v.PublishedAt);
}

/// <summary>What the page shows.</summary>
/// <param name="Figure">Which figure.</param>
/// <param name="Vintage">The publication.</param>
/// <param name="Before">The number of the publication it is compared with.</param>
/// <param name="ValueBefore">What that one said.</param>
/// <param name="Changes">What changed in between.</param>
public sealed record ShowVintageModel(FigureDefinition Figure, VintageLine Vintage, int? Before, long? ValueBefore, ChangeListing Changes);
