using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Organisations;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;
using Entente.Ui.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Api;

/// <summary>Organisations through the API: read as the list page reads them, written by the rules of its forms.</summary>
internal static class OrganisationApi
{
    private const string Path = "/organisations";

    private static readonly ApiFields Fields = Body();

    private static readonly ApiFields NewFields = Body().Text("/ror", "ror").Flag("/distinct", "distinct");

    public static void Map(ApiRoutes api)
    {
        api.List<OrganisationJson>(
            Path, "listOrganisations", "Organisations of the directory.", DirectoryPermissions.View, ListAsync, knowsChanges: true,
            ApiFilter.Search, new("country", "ISO 3166-1 alpha-2."), new("type", "What it is.", Enum.GetNames<OrganisationTypes>()), new("status", "Whether it exists; without it, those withdrawn as a mistake are left out.", Enum.GetNames<OrganisationStatus>()));
        api.Record<OrganisationJson>(Path + "/{id}", "getOrganisation", "One organisation.", DirectoryPermissions.View, ShowAsync);
        api.Create<OrganisationJson>(Path, "addOrganisation", "Adds an organisation by hand.", DirectoryPermissions.Edit, NewFields, AddAsync);
        api.Replace<OrganisationJson>(Path + "/{id}", "editOrganisation", "Writes what the office says of an organisation anew.", DirectoryPermissions.Edit, Fields, EditAsync);
    }

    private static async Task<IResult> ListAsync(ApiQuery query, HttpRequest request, AppDbContext db, ISearch search, CancellationToken cancellation)
    {
        var asked = ListQuery.From(request);
        var page = await OrganisationList.Narrowed(OrganisationList.Found(search, db, asked, many: false), asked).ToApiPageAsync(query, o => o.Id, o => new OrganisationJson(o), cancellation, db);
        return page with { Items = await NamedAsync(db, page.Items, cancellation) };
    }

    private static async Task<IResult> ShowAsync(string id, AppDbContext db, CancellationToken cancellation) =>
        ApiRecord.Of(OrganisationId.TryParse(id, null, out var key) ? await FindAsync(db, key, cancellation) : null);

    private static async Task<IResult> AddAsync(ApiInput input, AppDbContext db, IOrganisations organisations, TextCatalog texts, CancellationToken cancellation)
    {
        var form = input.Form;
        var (added, there, _) = await AddOrganisation.WriteAsync(form, db, organisations, texts, cancellation);
        if (there is { } existing)
            return new ApiProblem(StatusCodes.Status409Conflict, "exists") { More = new Dictionary<string, object?>(StringComparer.Ordinal) { ["existing"] = existing.ToString() } };
        return added is { } id ? ApiRecord.Created((await FindAsync(db, id, cancellation))!, Path) : input.Refused(form);
    }

    private static async Task<IResult> EditAsync(string id, ApiInput input, AppDbContext db, TextCatalog texts, CancellationToken cancellation)
    {
        if (await EditOrganisation.FindAsync(db, id, cancellation) is not { } organisation) return Results.NotFound();
        if (input.IsStale((await FindAsync(db, organisation.Id, cancellation))!)) return ApiProblem.Stale;
        return await EditOrganisation.WriteAsync(input.Form, organisation, db, texts, cancellation)
            ? ApiRecord.Of(await FindAsync(db, organisation.Id, cancellation))
            : input.Refused(input.Form);
    }

    private static async Task<OrganisationJson?> FindAsync(AppDbContext db, OrganisationId id, CancellationToken cancellation)
    {
        var found = await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == id).Select(o => new OrganisationJson(o)).ToListAsync(cancellation);
        return (await NamedAsync(db, found, cancellation)).FirstOrDefault();
    }

    private static async Task<IReadOnlyList<OrganisationJson>> NamedAsync(AppDbContext db, IReadOnlyList<OrganisationJson> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => OrganisationId.Parse(r.Id, null)).ToList();
        var names = (await db.Set<OrganisationName>().AsNoTracking()
            .Where(n => ids.Contains(n.OrganisationId) && n.WithdrawnAt == null && n.Kind != OrganisationNameKind.Display)
            .OrderBy(n => n.Id).Select(n => new { n.OrganisationId, n.Text }).ToListAsync(cancellation)).ToLookup(n => n.OrganisationId.ToString(), n => n.Text, StringComparer.Ordinal);
        return [.. rows.Select(r => r with { OtherNames = [.. names[r.Id].Distinct(StringComparer.Ordinal)] })];
    }

    private static ApiFields Body() => new ApiFields().Texts("/name", "name").Lines("/otherNames", "names").Text("/country", "country", required: true).Texts("/city", "city")
        .Number("/latitude", "latitude").Number("/longitude", "longitude").EachWord<OrganisationTypes>("/types", "types").Text("/website", "website");
}

/// <summary>An organisation as the API gives it.</summary>
public sealed record OrganisationJson : IApiItem
{
    internal OrganisationJson(Organisation organisation)
    {
        (Id, Version, Name, Ror) = (organisation.Id.ToString(), organisation.Version, organisation.Name, organisation.Ror);
        (Country, City, Latitude, Longitude, Website) = (organisation.Country, organisation.City, organisation.Latitude, organisation.Longitude, organisation.Website);
        Types = [.. OrganisationWords.AllTypes.Where(t => organisation.Types.HasFlag(t)).Select(t => ApiFields.WordOf(t.ToString()))];
        Status = ApiFields.WordOf(organisation.Status.ToString());
    }

    public string Id { get; }

    public int Version { get; }

    public LocalizedText Name { get; }

    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>The nine characters of the ROR identifier.</summary>
    public string? Ror { get; }

    public string Country { get; }

    public LocalizedText City { get; }

    public double? Latitude { get; }

    public double? Longitude { get; }

    public IReadOnlyList<string> Types { get; }

    public string Status { get; }

    public string? Website { get; }
}
