using Entente.Contracts.Directory;
using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Figures.Model;
using Entente.Figures.Public;
using Entente.Figures.Vintages;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Figures.Office;

/// <summary>The figures as the office reads them: now, as last published, and with the records behind them.</summary>
internal static class OfficeFigures
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/figures", ListAsync).Requires(FiguresPermissions.View);
        routes.MapGet("/figures/{id}", ShowAsync).Requires(FiguresPermissions.View);
        routes.MapGet("/figures/{id}/panel", PanelAsync).Requires(FiguresPermissions.View);
    }

    /// <summary>Everything the page of one figure shows.</summary>
    public static async Task<OfficeFigureModel> ModelAsync(OfficeFigureAsk ask, FigureDefinition figure, AsOf asOf, FormReader form, CancellationToken cancellation)
    {
        var (db, viewer) = (ask.Db, ask.Viewer);
        var count = await Counts.CountAsync(db, figure, asOf.Date, cancellation);
        var vintages = await VintageHistory.OfAsync(db, figure.Id, cancellation);
        var authors = await ask.Accounts.OfAsync([.. vintages.Select(v => v.PublishedBy).OfType<AccountId>().Distinct()], cancellation);
        return new(
            count, asOf, await FigureListing.OfAsync(db, count, viewer, cancellation), vintages, await FigureTrend.OfAsync(ask.Values, figure, asOf.Date, seesAll: true, cancellation),
            authors.ToDictionary(a => a.Key, a => a.Value.Name), form, viewer.May(FiguresPermissions.Publish), viewer.May(FiguresPermissions.Restate));
    }

    private static async Task<IResult> ListAsync(AppDbContext db, FigureCatalog catalog, FigureValues values, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var now = await values.OfAsync([.. catalog.All.Select(f => f.Id)], null, viewer, cancellation);
        var vintages = await VintageHistory.Lines(db.Set<Vintage>().AsNoTracking()).ToListAsync(cancellation);
        var last = vintages.GroupBy(v => v.FigureId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderBy(v => v.AsOf).ThenBy(v => v.Restatement).Last(), StringComparer.Ordinal);
        return Page.Show<OfficeFiguresPage>(new OfficeFiguresModel(
            [.. catalog.All.Select(f => new OfficeFigureLine(f, now[f.Id].Value, last.GetValueOrDefault(f.Id)))], last.Count, clock.Today));
    }

    private static async Task<IResult> ShowAsync(string id, HttpRequest request, [AsParameters] OfficeFigureAsk ask, CancellationToken cancellation) =>
        ask.Catalog.Find(id) is { } figure
            ? Page.Show<OfficeFigurePage>(await ModelAsync(ask, figure, AsOf.Of(request, ask.Clock), FormReader.Empty, cancellation))
            : Results.NotFound();

    private static async Task<IResult> PanelAsync(
        string id, FigureCatalog catalog, FigureValues values, SchoolClock clock, Viewer viewer, CancellationToken cancellation) =>
        catalog.Find(id) is { } figure
            ? Page.Show<FigurePanel>(await FigurePanelModel.OfAsync(values, figure, clock.Today, viewer, cancellation))
            : Results.NotFound();
}

/// <summary>What a page of one figure asks of the house.</summary>
internal sealed record OfficeFigureAsk(AppDbContext Db, FigureCatalog Catalog, FigureValues Values, IAccounts Accounts, SchoolClock Clock, Viewer Viewer);

/// <summary>What the list shows.</summary>
public sealed record OfficeFiguresModel(IReadOnlyList<OfficeFigureLine> Lines, int Published, DateOnly Today);

/// <summary>A figure with its number now and as it was last published.</summary>
public sealed record OfficeFigureLine(FigureDefinition Figure, long? Now, VintageLine? Last);

/// <summary>What the page of one figure shows.</summary>
public sealed record OfficeFigureModel(
    FigureCount Count, AsOf AsOf, FigureListing Listing, IReadOnlyList<VintageLine> Vintages, FigureTrend Trend, IReadOnlyDictionary<AccountId, string> Authors,
    FormReader Form, bool MayPublish, bool MayRestate)
{
    public FigureDefinition Figure => Count.Definition;
}
