using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Roles;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>The people of the directory: found in either script, by organisation, country or distinction.</summary>
internal static class PersonList
{
    public const string Route = "/people";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(DirectoryPermissions.View);
        routes.MapGet("/people/export", ExportAsync).Requires(DirectoryPermissions.View);
    }

    private static async Task<IResult> ShowAsync(
        HttpRequest request, AppDbContext db, Viewer viewer, IOrganisations organisations, TextCatalog texts, SchoolClock clock, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var page = await Ordered(Narrowed(query, db, viewer, organisations, tree, clock.Today), query)
            .Select(p => new PersonRow(p.Id, p.Name, p.Orcid)).ToListPageAsync(query, cancellation);
        var rows = await WithPlacesAsync(page.Items, db, viewer, organisations, tree, clock.Today, cancellation);
        var countries = await CountriesAsync(db, viewer, organisations, cancellation);
        var chosen = OrganisationId.TryParse(query.Filter("organisation"), null, out var id)
            ? await organisations.Cards(viewer).Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync(cancellation)
            : null;
        return Page.Show<PersonListPage>(new PersonListModel(
            page with { Items = rows },
            [.. countries.Select(c => new Choice(c, Countries.In(texts, c))).OrderBy(c => c.Text, StringComparer.Create(Language.Current.Culture, ignoreCase: true))],
            [new("own", texts["directory.people.at.own"]), .. tree.Ordered.Where(u => u.Unit.EndedOn is null).Select(u => new Choice(u.Unit.Id.ToString(), RoleRules.Indented(u))), new("outside", texts["directory.people.at.outside"])],
            chosen?.ToString(),
            viewer.May(DirectoryPermissions.Edit)));
    }

    private static async Task<IResult> ExportAsync(
        string? format, HttpRequest request, HttpResponse response, AppDbContext db, Viewer viewer, IOrganisations organisations, SchoolClock clock,
        CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var keys = Ordered(Narrowed(query, db, viewer, organisations, tree, clock.Today), query).Select(p => p.Id);
        var rows = await PersonTable.RowsAsync(keys, db, viewer, organisations, cancellation);
        var isCsv = format == "csv";
        response.ContentType = isCsv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        response.Headers.ContentDisposition = $"attachment; filename=\"people.{(isCsv ? "csv" : "xlsx")}\"";
        if (isCsv) await TableWriter.WriteCsvAsync(response.Body, PersonTable.Columns, rows.ToAsyncEnumerable(), cancellation);
        else await TableWriter.WriteXlsxAsync(response.Body, "people", PersonTable.Columns, rows.ToAsyncEnumerable(), cancellation);
        return Results.Empty;
    }

    internal static IQueryable<Person> Narrowed(ListQuery query, AppDbContext db, Viewer viewer, IOrganisations organisations, UnitTree tree, DateOnly today)
    {
        var persons = PersonReading.Canonical(db, viewer);
        if (query.Text.Length > 0) persons = persons.Matching(db, viewer, query.Text);
        var aliases = PersonReading.Aliases(db, viewer);
        var places = db.Set<PersonAffiliation>().VisibleTo(viewer).Where(a => a.WithdrawnAt == null && (a.To == null || a.To >= today));
        if (OrganisationId.TryParse(query.Filter("organisation"), null, out var organisation))
        {
            var there = places.Where(a => a.OrganisationId == organisation).Select(a => a.PersonId);
            persons = persons.Where(p => there.Contains(p.Id) || aliases.Any(a => a.CanonicalId == p.Id && there.Contains(a.PersonId)));
        }

        if (AtOf(query.Filter("at"), places, tree) is { } at)
        {
            var there = at.Select(a => a.PersonId);
            persons = persons.Where(p => there.Contains(p.Id) || aliases.Any(a => a.CanonicalId == p.Id && there.Contains(a.PersonId)));
        }

        if (query.Filter("country") is { Length: 2 } country)
        {
            var there = from a in places
                        join o in organisations.Cards(viewer) on a.OrganisationId equals o.Id
                        where o.Country == country
                        select a.PersonId;
            persons = persons.Where(p => there.Contains(p.Id) || aliases.Any(a => a.CanonicalId == p.Id && there.Contains(a.PersonId)));
        }

        if (Enum.TryParse<DistinctionKind>(query.Filter("distinction"), out var kind) && Enum.IsDefined(kind))
        {
            var honoured = db.Set<PersonDistinction>().VisibleTo(viewer).Where(d => d.WithdrawnAt == null && d.Kind == kind).Select(d => d.PersonId);
            persons = persons.Where(p => honoured.Contains(p.Id) || aliases.Any(a => a.CanonicalId == p.Id && honoured.Contains(a.PersonId)));
        }

        return persons;
    }

    /// <summary>Those of our university, of one of its units with all below, or from elsewhere; none: wherever.</summary>
    private static IQueryable<PersonAffiliation>? AtOf(string? at, IQueryable<PersonAffiliation> places, UnitTree tree)
    {
        if (at == "own") return places.Where(a => a.UnitId != null);
        if (at == "outside") return places.Where(a => a.OrganisationId != null);
        if (!UnitId.TryParse(at, null, out var unit) || tree.Find(unit) is null) return null;
        var units = tree.WithBelow(unit).ToList();
        return places.Where(a => a.UnitId != null && units.Contains(a.UnitId.Value));
    }

    private static IQueryable<Person> Ordered(IQueryable<Person> persons, ListQuery query)
    {
        var inChinese = Language.Current == Language.Chinese;
        return query.Sort switch
        {
            "-name" => inChinese ? persons.OrderByDescending(p => p.SortKeyZh).ThenBy(p => p.Id) : persons.OrderByDescending(p => p.SortKey).ThenBy(p => p.Id),
            "recorded" => persons.OrderBy(p => p.RecordedAt).ThenBy(p => p.Id),
            "-recorded" => persons.OrderByDescending(p => p.RecordedAt).ThenBy(p => p.Id),
            _ => inChinese ? persons.OrderBy(p => p.SortKeyZh).ThenBy(p => p.Id) : persons.OrderBy(p => p.SortKey).ThenBy(p => p.Id),
        };
    }

    private static async Task<IReadOnlyList<PersonRow>> WithPlacesAsync(
        IReadOnlyList<PersonRow> rows, AppDbContext db, Viewer viewer, IOrganisations organisations, UnitTree tree, DateOnly today, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var aliases = await PersonReading.Aliases(db, viewer).Where(a => ids.Contains(a.CanonicalId))
            .ToDictionaryAsync(a => a.PersonId, a => a.CanonicalId, cancellation);
        List<PersonId> keys = [.. ids, .. aliases.Keys];
        var places = await (
            from a in db.Set<PersonAffiliation>().VisibleTo(viewer)
            where keys.Contains(a.PersonId) && a.WithdrawnAt == null && (a.To == null || a.To >= today)
            join o in organisations.Cards(viewer) on a.OrganisationId equals o.Id into found
            from o in found.DefaultIfEmpty()
            select new { a.PersonId, a.UnitId, a.UnitText, a.Title, a.From, Name = o == null ? null : o.Name, Country = o == null ? null : o.Country }).ToListAsync(cancellation);
        var honours = await db.Set<PersonDistinction>().VisibleTo(viewer).Where(d => keys.Contains(d.PersonId) && d.WithdrawnAt == null)
            .Select(d => new { d.PersonId, d.Name, d.VerifiedAt }).ToListAsync(cancellation);
        var placesOf = places.ToLookup(a => aliases.GetValueOrDefault(a.PersonId, a.PersonId));
        var honoursOf = honours.ToLookup(a => aliases.GetValueOrDefault(a.PersonId, a.PersonId));
        return [.. rows.Select(r =>
        {
            var place = placesOf[r.Id].OrderByDescending(a => a.From).FirstOrDefault();
            return r with
            {
                Place = place is null ? null : place.Name?.ToString() ?? (place.UnitId is { } unit ? tree.Find(unit)?.Name.ToString() : place.UnitText),
                Country = place?.Country,
                Title = place?.Title.ToString(),
                Honours = string.Join(", ", honoursOf[r.Id].Select(h => h.Name.ToString())),
            };
        })];
    }

    private static Task<List<string>> CountriesAsync(AppDbContext db, Viewer viewer, IOrganisations organisations, CancellationToken cancellation) => (
        from a in db.Set<PersonAffiliation>().VisibleTo(viewer)
        join o in organisations.Cards(viewer) on a.OrganisationId equals o.Id
        where a.WithdrawnAt == null
        select o.Country).Distinct().ToListAsync(cancellation);
}

/// <summary>What the page shows.</summary>
public sealed record PersonListModel(ListPage<PersonRow> People, IReadOnlyList<Choice> Countries, IReadOnlyList<Choice> Places, string? Organisation, bool MayEdit);

/// <summary>One person of the list.</summary>
public sealed record PersonRow(PersonId Id, LocalizedText Name, string? Orcid)
{
    /// <summary>Where the person works now.</summary>
    public string? Place { get; init; }

    /// <summary>The country of that place.</summary>
    public string? Country { get; init; }

    /// <summary>The office held there.</summary>
    public string? Title { get; init; }

    /// <summary>Distinctions, in a line.</summary>
    public string Honours { get; init; } = "";
}
