using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>The agreements the viewer may see, narrowed and ordered by the address; on a page or as a file.</summary>
internal static class AgreementList
{
    public const string Route = "/agreements";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(PartnersPermissions.View);
        routes.MapGet(Route + "/export", Export).Requires(PartnersPermissions.View);
    }

    internal static async Task<IResult> ShowAsync(
        HttpRequest request, AppDbContext db, Viewer viewer, SchoolClock clock, AgreementSelection selection, PartnerNames partners,
        IOrganisations organisations, IUnits units, TextCatalog texts, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var expiring = await Expiring.ReadAsync(db, clock.Today, cancellation);
        var page = await selection.Of(viewer, query, expiring).ToListPageAsync(query, cancellation);
        var names = await partners.OfAsync([.. page.Items.Select(a => a.Id)], cancellation);
        var kinds = await db.Set<AgreementKind>().AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellation);
        var kindNames = kinds.ToDictionary(k => k.Id, k => k.Name);
        var all = await units.AllAsync(cancellation);
        var unitNames = all.ToDictionary(u => u.Id, u => u.Name);
        return Page.Show<AgreementListPage>(new AgreementListModel(
            new([.. page.Items.Select(a => new AgreementLine(a, kindNames[a.KindId], unitNames[a.UnitId], names[a.Id], expiring.Is(a.State, a.KindId, a.LastDay)))], page.Total, query),
            [.. kinds.Select(k => new Choice(k.Code, k.Name.ToString()))],
            await CountriesAsync(db, viewer, organisations, texts, cancellation),
            [.. all.Select(u => new Choice(u.Code, u.Name.ToString()))],
            viewer.May(PartnersPermissions.EditAgreements)));
    }

    private static async Task<IReadOnlyList<Choice>> CountriesAsync(
        AppDbContext db, Viewer viewer, IOrganisations organisations, TextCatalog texts, CancellationToken cancellation)
    {
        var visible = db.Set<Agreement>().VisibleTo(viewer);
        var codes = await organisations.Cards(viewer)
            .Where(o => db.Set<AgreementParty>().Any(p => p.OrganisationId == o.Id && visible.Any(a => a.Id == p.AgreementId)))
            .Select(o => o.Country).Distinct().ToListAsync(cancellation);
        return [.. codes.Select(c => new Choice(c, Countries.In(texts, c))).OrderBy(c => c.Text, StringComparer.CurrentCulture)];
    }

    private static IResult Export(HttpRequest request, AgreementTable table, Viewer viewer, SchoolClock clock, string? format)
    {
        var isCsv = format == "csv";
        var (ending, type) = isCsv ? ("csv", "text/csv; charset=utf-8") : ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return Results.Stream(
            stream => table.WriteAsync(stream, isCsv ? TableFormat.Csv : TableFormat.Xlsx, viewer, ListQuery.From(request), request.HttpContext.RequestAborted),
            type,
            FormattableString.Invariant($"agreements-{clock.Today:yyyy-MM-dd}.{ending}"));
    }
}

/// <summary>One agreement as the list reads it.</summary>
internal sealed record AgreementRow(
    AgreementId Id, string Number, LocalizedText Title, Id<AgreementKind> KindId, UnitId UnitId, AgreementState State, TermKind Term,
    DateOnly? SignedOn, DateOnly? EffectiveOn, DateOnly? LastDay, DateOnly? NoticeOn, int PlacesOut, int PlacesIn);

/// <summary>One agreement as the list shows it.</summary>
public sealed record AgreementLine
{
    internal AgreementLine(AgreementRow row, LocalizedText kind, LocalizedText unit, LocalizedText partners, bool isExpiring) =>
        (Row, Kind, Unit, Partners, IsExpiring) = (row, kind, unit, partners, isExpiring);

    internal AgreementRow Row { get; }

    internal LocalizedText Kind { get; }

    internal LocalizedText Unit { get; }

    internal LocalizedText Partners { get; }

    internal bool IsExpiring { get; }
}

/// <summary>What the list shows.</summary>
public sealed record AgreementListModel(
    ListPage<AgreementLine> List, IReadOnlyList<Choice> Kinds, IReadOnlyList<Choice> Countries, IReadOnlyList<Choice> Units, bool MayWrite);
