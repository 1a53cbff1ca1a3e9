using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Organisations;

/// <summary>The organisations: found by text in any script, narrowed, ordered, exported.</summary>
internal static class OrganisationList
{
    public const string Route = "/organisations";
    public const string ExportRoute = Route + "/export";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(DirectoryPermissions.View);
        routes.MapGet(ExportRoute, ExportAsync).Requires(DirectoryPermissions.View);
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, ISearch search, AppDbContext db, IListTotals totals, Viewer viewer, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        IQueryable<OrganisationRow> Rows(bool many) => Ordered(Narrowed(Found(search, db, query, many), query), query).Select(o => new OrganisationRow
        {
            Id = o.Id,
            Name = o.Name,
            Country = o.Country,
            City = o.City,
            Status = o.Status,
            Types = o.Types,
            Ror = o.Ror,
        });
        var page = await totals.PageAsync(Rows, query, "", cancellation);
        return Page.Show<OrganisationListPage>(new OrganisationListModel { Page = page, MayEdit = viewer.May(DirectoryPermissions.Edit) });
    }

    private static IResult ExportAsync(HttpRequest request, AppDbContext db, ISearch search, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var format = query.Filter("format") == "csv" ? TableFormat.Csv : TableFormat.Xlsx;
        var organisations = Ordered(Narrowed(Found(search, db, query, many: false), query), query);
        return Results.Stream(
            stream => OrganisationExport.WriteAsync(db, organisations, stream, format, cancellation),
            format == TableFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "organisations." + (format == TableFormat.Csv ? "csv" : "xlsx"));
    }

    /// <summary>What the filters leave; without a chosen status, records that were a mistake are left away.</summary>
    internal static IQueryable<Organisation> Narrowed(IQueryable<Organisation> organisations, ListQuery query)
    {
        if (query.Filter("country") is { } country) organisations = organisations.Where(o => o.Country == country);
        if (Enum.TryParse<OrganisationTypes>(query.Filter("type"), out var type)) organisations = organisations.Where(o => (o.Types & type) == type);
        return Enum.TryParse<OrganisationStatus>(query.Filter("status"), out var status)
            ? organisations.Where(o => o.Status == status)
            : organisations.Where(o => o.Status != OrganisationStatus.Withdrawn);
    }

    internal static IQueryable<Organisation> Found(ISearch search, AppDbContext db, ListQuery query, bool many)
    {
        var found = search.Found<Organisation>(OrganisationSearch.KindId, query.Text);
        return (many && query.Text.Length > 0 ? db.Set<Organisation>().Where(o => found.Any(f => f.Id == o.Id)) : found).AsNoTracking();
    }

    private static IOrderedQueryable<Organisation> Ordered(IQueryable<Organisation> organisations, ListQuery query) => query.Sort switch
    {
        "-name" => Language.Current == Language.Chinese ? organisations.OrderByDescending(o => o.SortKeyZh).ThenBy(o => o.Id) : organisations.OrderByDescending(o => o.SortKey).ThenBy(o => o.Id),
        "country" => organisations.OrderBy(o => o.Country).ThenBy(o => o.SortKey).ThenBy(o => o.Id),
        "-country" => organisations.OrderByDescending(o => o.Country).ThenBy(o => o.SortKey).ThenBy(o => o.Id),
        _ => Language.Current == Language.Chinese ? organisations.OrderBy(o => o.SortKeyZh).ThenBy(o => o.Id) : organisations.OrderBy(o => o.SortKey).ThenBy(o => o.Id),
    };
}

/// <summary>One row of the list.</summary>
internal sealed record OrganisationRow
{
    public OrganisationId Id { get; init; }

    public required LocalizedText Name { get; init; }

    public required string Country { get; init; }

    public required LocalizedText City { get; init; }

    public OrganisationStatus Status { get; init; }

    public OrganisationTypes Types { get; init; }

    public string? Ror { get; init; }
}

/// <summary>What the page shows.</summary>
public sealed record OrganisationListModel
{
    internal ListPage<OrganisationRow> Page { get; init; } = null!;

    internal bool MayEdit { get; init; }
}
