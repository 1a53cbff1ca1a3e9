using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Persons;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Ui.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Api;

/// <summary>Persons through the API, read as the list page reads them; a person merged into another is given as that one.</summary>
internal static class PersonApi
{
    public static void Map(ApiRoutes api)
    {
        api.List<PersonJson>(
            "/persons", "listPersons", "Persons of the directory.", DirectoryPermissions.View, ListAsync, knowsChanges: true,
            ApiFilter.Search, new("organisation", "The id of an organisation where they work."), new("at", "own, outside, or the id of a unit."), new("country", "ISO 3166-1 alpha-2 of where they work."), new("distinction", "The kind of a distinction.", Enum.GetNames<DistinctionKind>()));
        api.Record<PersonJson>("/persons/{id}", "getPerson", "One person.", DirectoryPermissions.View, ShowAsync);
    }

    private static async Task<IResult> ListAsync(
        ApiQuery query, HttpRequest request, AppDbContext db, Viewer viewer, IOrganisations organisations, SchoolClock clock, CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var page = await PersonList.Narrowed(ListQuery.From(request), db, viewer, organisations, tree, clock.Today).AsNoTracking()
            .ToApiPageAsync(query, p => p.Id, p => new PersonJson(p), cancellation, db);
        return page with { Items = await WithFactsAsync(db, viewer, page.Items, cancellation) };
    }

    private static async Task<IResult> ShowAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (!PersonId.TryParse(id, null, out var key)) return Results.NotFound();
        var canonical = await PersonReading.Aliases(db, viewer).Where(a => a.PersonId == key).Select(a => (PersonId?)a.CanonicalId).SingleOrDefaultAsync(cancellation) ?? key;
        var found = await PersonReading.Canonical(db, viewer).AsNoTracking().Where(p => p.Id == canonical).Select(p => new PersonJson(p)).ToListAsync(cancellation);
        return ApiRecord.Of((await WithFactsAsync(db, viewer, found, cancellation)).FirstOrDefault());
    }

    private static async Task<IReadOnlyList<PersonJson>> WithFactsAsync(AppDbContext db, Viewer viewer, IReadOnlyList<PersonJson> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => PersonId.Parse(r.Id, null)).ToList();
        var aliases = await PersonReading.Aliases(db, viewer).Where(a => ids.Contains(a.CanonicalId)).ToDictionaryAsync(a => a.PersonId, a => a.CanonicalId, cancellation);
        List<PersonId> keys = [.. ids, .. aliases.Keys];
        string Of(PersonId person) => aliases.GetValueOrDefault(person, person).ToString();
        var places = (await db.Set<PersonAffiliation>().VisibleTo(viewer).AsNoTracking().Where(a => keys.Contains(a.PersonId) && a.WithdrawnAt == null).OrderBy(a => a.Id).ToListAsync(cancellation))
            .ToLookup(a => Of(a.PersonId), a => new AffiliationJson(a.OrganisationId?.ToString(), a.UnitId?.ToString(), a.UnitText, a.Title, a.From, a.To), StringComparer.Ordinal);
        var honours = (await db.Set<PersonDistinction>().VisibleTo(viewer).AsNoTracking().Where(d => keys.Contains(d.PersonId) && d.WithdrawnAt == null).OrderBy(d => d.Id).ToListAsync(cancellation))
            .ToLookup(d => Of(d.PersonId), d => new DistinctionJson(ApiFields.WordOf(d.Kind.ToString()), d.Name, d.Year, d.VerifiedAt is not null), StringComparer.Ordinal);
        return [.. rows.Select(r => r with { Affiliations = [.. places[r.Id]], Distinctions = [.. honours[r.Id]] })];
    }
}

/// <summary>A person as the API gives it.</summary>
public sealed record PersonJson : IApiItem
{
    internal PersonJson(Person person) => (Id, Version, Name, Orcid) = (person.Id.ToString(), person.Version, person.Name, person.Orcid);

    public string Id { get; }

    public int Version { get; }

    public LocalizedText Name { get; }

    public string? Orcid { get; }

    public IReadOnlyList<AffiliationJson> Affiliations { get; init; } = [];

    public IReadOnlyList<DistinctionJson> Distinctions { get; init; } = [];
}

/// <summary>Where a person works or worked: an organisation, or a unit of the university.</summary>
public sealed record AffiliationJson(string? Organisation, string? Unit, string Department, LocalizedText Title, DateOnly? From, DateOnly? To);

/// <summary>What a person was honoured with.</summary>
public sealed record DistinctionJson(string Kind, LocalizedText Name, int? Year, bool Verified);
