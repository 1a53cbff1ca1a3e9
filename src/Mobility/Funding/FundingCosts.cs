using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Funding;

/// <summary>What students abroad cost: one row an award, with its student, partner and year, as a list and as a file.</summary>
internal static class FundingCosts
{
    private const string Route = "/funding/costs";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ListAsync).Requires(MobilityPermissions.View);
        routes.MapGet(Route + "/export", ExportAsync).Requires(MobilityPermissions.View);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, CostRows rows, CancellationToken cancellation) =>
        Page.Show<CostsPage>(await rows.PageAsync(ListQuery.From(request), cancellation));

    private static IResult ExportAsync(HttpRequest request, string? format, CostRows rows) =>
        TableFile.Of("costs", format, CostRows.Columns, stop => rows.AllAsync(ListQuery.From(request), stop));
}

/// <summary>Reads the costs, in a number of statements that does not depend on how many there are.</summary>
internal sealed class CostRows(AppDbContext db, IPersons persons, IOrganisations organisations, AcademicCalendar calendar, Viewer viewer)
{
    private const int MostExported = 50_000;

    public static IReadOnlyList<TableColumn<CostRow>> Columns { get; } =
    [
        new("Name", r => r.Person.En), new("Name (Chinese)", r => r.Person.Exactly("zh-Hans")), new("Partner", r => r.Partner?.En), new("Source", r => r.Source.En), new("Year", r => r.Year),
        new("Currency", r => r.Currency), new("Awarded", r => r.Awarded / 100m), new("Paid", r => r.Paid / 100m), new("Repaid", r => r.Repaid / 100m), new("Cost", r => r.Cost / 100m), new("Key", r => r.Key.ToString("N")),
    ];

    public async Task<CostsModel> PageAsync(ListQuery query, CancellationToken cancellation)
    {
        var chosen = Chosen(query);
        var found = await Ordered(chosen, query).ToListPageAsync(query, cancellation);
        var sums = (await chosen.Where(a => a.OrganisationId != null).GroupBy(a => new { a.OrganisationId, a.Currency }).Select(g => new { g.Key.OrganisationId, g.Key.Currency, Students = g.Select(a => a.PersonId).Distinct().Count(), Cost = g.Sum(a => a.Paid - a.Repaid) }).ToListAsync(cancellation)).OrderByDescending(s => s.Cost).Take(12).ToList();
        var partners = await NamesAsync([.. sums.Select(s => s.OrganisationId!.Value)], cancellation);
        var sources = await db.Set<FundingSource>().VisibleTo(viewer).OrderBy(s => s.RecordedAt).Select(s => new { s.Id, s.Name }).ToListAsync(cancellation);
        return new(new(await RowsAsync(found.Items, cancellation), found.Total, query))
        {
            Partners = [.. sums.Select(s => new PartnerCost(partners[s.OrganisationId!.Value], s.Currency, s.Students, s.Cost))],
            Sources = [.. sources.Select(s => new Choice(s.Id.ToString(), s.Name.ToString()))],
        };
    }

    public async Task<IReadOnlyList<CostRow>> AllAsync(ListQuery query, CancellationToken cancellation) => await RowsAsync(await Ordered(Chosen(query), query).Take(MostExported).ToListAsync(cancellation), cancellation);

    private IQueryable<Found> Chosen(ListQuery query)
    {
        var chosen = from award in db.Set<Award>().VisibleTo(viewer).AsNoTracking()
                     join budget in db.Set<FundingBudget>() on award.BudgetId equals budget.Id
                     join source in db.Set<FundingSource>().VisibleTo(viewer) on budget.SourceId equals source.Id
                     select new Found
                     {
                         Id = award.Id,
                         PersonId = award.PersonId,
                         OrganisationId = award.OrganisationId,
                         SourceId = source.Id,
                         Source = source.Name,
                         Year = budget.Year,
                         Currency = source.Currency,
                         Awarded = award.Amount,
                         Paid = award.Instalments.Where(i => i.PaidOn != null).Sum(i => i.Amount),
                         Repaid = award.RepaidOn == null ? 0 : award.Repayable,
                     };
        if (int.TryParse(query.Filter("year"), System.Globalization.CultureInfo.InvariantCulture, out var year)) chosen = chosen.Where(a => a.Year == year);
        if (Id<FundingSource>.TryParse(query.Filter("source"), null, out var of)) chosen = chosen.Where(a => a.SourceId == of);
        return chosen;
    }

    private static IOrderedQueryable<Found> Ordered(IQueryable<Found> chosen, ListQuery query) => (query.SortColumn, query.Descending) switch
    {
        ("awarded", false) => chosen.OrderBy(a => a.Awarded).ThenBy(a => a.Id),
        ("awarded", true) => chosen.OrderByDescending(a => a.Awarded).ThenBy(a => a.Id),
        _ => chosen.OrderByDescending(a => a.Year).ThenBy(a => a.Id),
    };

    private async Task<IReadOnlyList<CostRow>> RowsAsync(IReadOnlyList<Found> found, CancellationToken cancellation)
    {
        var people = found.Select(f => f.PersonId).Distinct().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var partners = await NamesAsync([.. found.Select(f => f.OrganisationId).OfType<OrganisationId>().Distinct()], cancellation);
        return [.. found.Select(f => new CostRow(f.Id.Value, names[f.PersonId], f.OrganisationId is { } at ? partners[at] : null, f.Source, calendar.Name(f.Year), f.Currency, f.Awarded, f.Paid, f.Repaid))];
    }

    private async Task<Dictionary<OrganisationId, LocalizedText>> NamesAsync(IReadOnlyList<OrganisationId> keys, CancellationToken cancellation) =>
        await organisations.Cards(Viewer.System).Where(o => keys.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);

    private sealed record Found
    {
        public Id<Award> Id { get; init; }

        public PersonId PersonId { get; init; }

        public OrganisationId? OrganisationId { get; init; }

        public Id<FundingSource> SourceId { get; init; }

        public LocalizedText Source { get; init; } = LocalizedText.Empty;

        public int Year { get; init; }

        public string Currency { get; init; } = "";

        public long Awarded { get; init; }

        public long Paid { get; init; }

        public long Repaid { get; init; }
    }
}

/// <summary>What the page of costs shows.</summary>
public sealed record CostsModel(ListPage<CostRow> Page)
{
    public IReadOnlyList<PartnerCost> Partners { get; init; } = [];

    public IReadOnlyList<Choice> Sources { get; init; } = [];
}

/// <summary>What a student cost from one award; minor units.</summary>
public sealed record CostRow(Guid Key, LocalizedText Person, LocalizedText? Partner, LocalizedText Source, string Year, string Currency, long Awarded, long Paid, long Repaid)
{
    public long Cost => Paid - Repaid;
}

/// <summary>What the students at a partner cost together; minor units.</summary>
public sealed record PartnerCost(LocalizedText Partner, string Currency, int Students, long Cost);
