using Entente.Contracts.Directory;
using Entente.Contracts.Figures;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Entente.Ui.Pictures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Partners;

/// <summary>The partners as the office sees them, with the map on demand and the same list as a file.</summary>
internal static class PartnerList
{
    public const string Address = "/partners";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync).Requires(PartnersPermissions.View);
        routes.MapGet(Address + "/export", ExportAsync).Requires(PartnersPermissions.View);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, PartnerLists lists, Viewer viewer, CancellationToken cancellation) =>
        Page.Show<PartnerListPage>(await lists.PageAsync(ListQuery.From(request), viewer, cancellation));

    private static IResult ExportAsync(HttpRequest request, string? format, PartnerLists lists, Viewer viewer) =>
        TableFile.Of("partners", format, PartnerExport.Columns, cancellation => lists.AllAsync(ListQuery.From(request), viewer, cancellation));
}

/// <summary>Reads the list: who is in it, in which order, and what its filters offer.</summary>
internal sealed class PartnerLists(
    AppDbContext db, IOrganisations organisations, IOrganisationNames names, BalanceReading balances, PlaceFlows flows, PartnerCounts counts, IListTotals totals, ISite site, TextCatalog texts,
    SchoolClock clock)
{
    /// <summary>What the page shows; the same number of statements whatever the number of partners.</summary>
    public async Task<PartnerListModel> PageAsync(ListQuery query, Viewer viewer, CancellationToken cancellation)
    {
        var countries = await counts.OfAsync(new(db, organisations, viewer, clock.Today), cancellation);
        var total = countries.Sum(c => c.Partners);
        var partners = new PartnerSet(db, organisations, viewer, clock.Today) { AreMany = total >= PartnerSet.Many };
        var kinds = await db.Set<AgreementKind>().AsNoTracking().OrderBy(k => k.Order).Select(k => new { k.Code, k.Name }).ToListAsync(cancellation);
        var every = partners.Cards;
        var found = PartnerFilters.Narrow(every, partners, db, names, query, clock.Today);
        var cards = query.SortColumn == "balance"
            ? await ByBalanceAsync(found, partners, query, cancellation)
            : await totals.PageAsync(
                many => PartnerOrder.By(many ? PartnerFilters.Narrow(every, partners, db, names, query, clock.Today, many) : found, partners, query),
                query, partners.Seen, cancellation, total: ReferenceEquals(found, every) ? total : null);
        var rows = await PartnerRows.OfAsync(partners, balances, cards.Items, all: false, cancellation);
        var dots = query.Filter("map") is null ? null : await DotsAsync(found, partners, cancellation);
        var home = dots is null ? null : await site.OfAsync(cancellation);
        return new(
            new(rows, cards.Total, query),
            total, countries.Count, countries.Sum(c => c.InForce),
            [.. countries.Select(c => new Choice(c.Country, Countries.In(texts, c.Country))).OrderBy(c => c.Text, StringComparer.Create(Language.Current.Culture, ignoreCase: true))],
            [.. kinds.Select(k => new Choice(k.Code, k.Name.ToString()))],
            dots,
            home is { Place: { } place } ? new MapHome(home.Name.ToString(), place.Latitude, place.Longitude) : null,
            viewer.May(PartnersPermissions.Edit))
        {
            MayWrite = viewer.May(Foundation.FoundationPermissions.Letters),
        };
    }

    /// <summary>Every row of the list, for an export.</summary>
    public async Task<IReadOnlyList<PartnerRow>> AllAsync(ListQuery query, Viewer viewer, CancellationToken cancellation)
    {
        var partners = new PartnerSet(db, organisations, viewer, clock.Today);
        var found = PartnerFilters.Narrow(partners.Cards, partners, db, names, query, clock.Today);
        var cards = await PartnerOrder.By(found, partners, query).ToListAsync(cancellation);
        return await PartnerRows.OfAsync(partners, balances, cards, all: true, cancellation);
    }

    /// <summary>The keys of all that is found, in the order of the list; at most one more than is asked for.</summary>
    public async Task<IReadOnlyList<Guid>> KeysAsync(ListQuery query, Viewer viewer, int most, CancellationToken cancellation)
    {
        var partners = new PartnerSet(db, organisations, viewer, clock.Today);
        var found = PartnerFilters.Narrow(partners.Cards, partners, db, names, query, clock.Today);
        return [.. (await PartnerOrder.By(found, partners, ListQuery.Of(query.Path)).Select(o => o.Id).Take(most + 1).ToListAsync(cancellation)).Select(k => k.Value)];
    }

    // A balance is computed, not stored: the keys are ordered here and one page of cards is read by them. Those without a balance come last.
    private async Task<ListPage<OrganisationCard>> ByBalanceAsync(
        IQueryable<OrganisationCard> found, PartnerSet partners, ListQuery query, CancellationToken cancellation)
    {
        var owed = await PartnerRows.BalancesAsync(partners, balances, null, cancellation);
        var keys = await PartnerOrder.By(found, partners, ListQuery.Of(query.Path)).Select(o => o.Id).ToListAsync(cancellation);
        var ordered = keys.OrderBy(k => owed.ContainsKey(k) ? 0 : 1).ThenBy(k => query.Descending ? -owed.GetValueOrDefault(k) : owed.GetValueOrDefault(k));
        var page = ordered.Skip(query.Skip).Take(query.Size).ToList();
        var cards = await found.Where(o => page.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
        return new([.. page.Select(k => cards[k])], keys.Count, query);
    }

    private async Task<IReadOnlyList<MapDot>> DotsAsync(IQueryable<OrganisationCard> found, PartnerSet partners, CancellationToken cancellation)
    {
        var inForce = partners.InForceOf;
        var places = await found.Where(o => o.Latitude != null && o.Longitude != null)
            .Select(o => new { o.Id, o.Name, o.Latitude, o.Longitude, InForce = inForce.Count(a => a.Partner == o.Id) }).ToListAsync(cancellation);
        var exchanged = await flows.OfAsync(partners.Agreements, clock.Today, cancellation);
        return [.. places.Select(p => new MapDot(p.Name.ToString(), p.Latitude!.Value, p.Longitude!.Value, p.InForce, ShowPartner.AddressOf(p.Id), exchanged.GetValueOrDefault(p.Id)))];
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Page">The rows.</param>
/// <param name="Partners">How many partners there are, whatever the filters.</param>
/// <param name="Countries">In how many countries and regions.</param>
/// <param name="InForce">How many have an agreement in force.</param>
/// <param name="CountryChoices">The countries and regions to choose from.</param>
/// <param name="KindChoices">The kinds of agreement to choose from.</param>
/// <param name="Dots">The map, where it was asked for.</param>
/// <param name="Home">Where the school is, where that is known and the map was asked for.</param>
/// <param name="MayEdit">Whether the viewer may add partners.</param>
public sealed record PartnerListModel(
    ListPage<PartnerRow> Page, int Partners, int Countries, int InForce,
    IReadOnlyList<Choice> CountryChoices, IReadOnlyList<Choice> KindChoices, IReadOnlyList<MapDot>? Dots, MapHome? Home, bool MayEdit)
{
    /// <summary>The list was too long to be written to as a whole.</summary>
    public bool IsTooMany { get; init; }

    /// <summary>Whether the viewer may write letters.</summary>
    public bool MayWrite { get; init; }
}
