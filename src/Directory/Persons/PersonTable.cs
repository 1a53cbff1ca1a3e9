using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>People as a table: one row an affiliation, the latest first, and one row for a person without any; the columns that the import takes.</summary>
internal static class PersonTable
{
    public static IReadOnlyList<TableColumn<PersonTableRow>> Columns { get; } =
    [
        new("family", r => r.Family), new("given", r => r.Given), new("order", r => r.Order), new("native name", r => r.Native), new("email", r => r.Email),
        new("orcid", r => r.Orcid), new("organisation", r => r.Organisation), new("ror", r => r.Ror), new("country", r => r.Country),
        new("title", r => r.Title), new("from", r => r.From), new("to", r => r.To), new("own unit", r => r.Unit), new("department", r => r.Department),
        new("source", r => r.Source),
    ];

    /// <summary>The rows in the order of the keys, with what belongs to records merged into them; seven statements, however many.</summary>
    public static async Task<IReadOnlyList<PersonTableRow>> RowsAsync(
        IQueryable<PersonId> keys, AppDbContext db, Viewer viewer, IOrganisations organisations, CancellationToken cancellation)
    {
        var order = await keys.ToListAsync(cancellation);
        var aliases = await PersonReading.Aliases(db, viewer).ToDictionaryAsync(a => a.PersonId, a => a.CanonicalId, cancellation);
        PersonId Canonical(PersonId id) => aliases.GetValueOrDefault(id, id);
        var persons = await db.Set<Person>().VisibleTo(viewer).Select(p => new { p.Id, p.Orcid }).ToDictionaryAsync(p => p.Id, p => p.Orcid, cancellation);
        var names = (await db.Set<PersonName>().VisibleTo(viewer).AsNoTracking().Where(n => n.WithdrawnAt == null && n.Kind == PersonNameKind.Preferred).ToListAsync(cancellation)).ToLookup(n => n.PersonId);
        var mails = (await db.Set<PersonEmail>().VisibleTo(viewer).Where(e => e.WithdrawnAt == null).OrderBy(e => e.RecordedAt)
            .Select(e => new { e.PersonId, e.Address }).ToListAsync(cancellation)).ToLookup(e => Canonical(e.PersonId), e => e.Address);
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var places = (await (
            from a in db.Set<PersonAffiliation>().VisibleTo(viewer)
            where a.WithdrawnAt == null
            join o in organisations.Cards(viewer) on a.OrganisationId equals o.Id into found
            from o in found.DefaultIfEmpty()
            select new PlaceRead(a.PersonId, a.UnitId, a.UnitText, a.Title, a.From, a.To, a.Source, o == null ? null : o.Name, o == null ? null : o.Ror, o == null ? null : o.Country))
            .ToListAsync(cancellation)).ToLookup(a => Canonical(a.PersonId));
        return [.. order.SelectMany(id =>
        {
            var latin = names[id].FirstOrDefault(n => !NameFolding.HasHan(n.Full));
            var native = names[id].FirstOrDefault(n => NameFolding.HasHan(n.Full));
            var person = new PersonTableRow(
                latin is { Family.Length: 0 } ? latin.Full : latin?.Family, latin?.Given, latin is null ? null : latin.FamilyFirst ? "family" : "given", native?.Full,
                mails[id].FirstOrDefault(), persons[id]);
            return places[id].OrderBy(a => a.To is null ? 0 : 1).ThenByDescending(a => a.To).ThenByDescending(a => a.From)
                .Select(a => a.Fill(person, a.UnitId is { } unit ? tree.Find(unit)?.Name.ToString() : null)).DefaultIfEmpty(person);
        })];
    }

    private sealed record PlaceRead(
        PersonId PersonId, UnitId? UnitId, string UnitText, LocalizedText Title, DateOnly? From, DateOnly? To, string Source, LocalizedText? Name, string? Ror, string? Country)
    {
        public PersonTableRow Fill(PersonTableRow person, string? unit) => person with
        {
            Organisation = Name?.En is { Length: > 0 } name ? name : Name?.ToString(),
            Ror = Ror,
            Country = Country,
            Title = Title.En is { Length: > 0 } title ? title : Title.ToString() is { Length: > 0 } other ? other : null,
            From = From,
            To = To,
            Unit = unit,
            Department = UnitText.Length > 0 ? UnitText : null,
            Source = Source,
        };
    }
}

/// <summary>One row of the table: a person, and where the person works or worked.</summary>
internal sealed record PersonTableRow(string? Family, string? Given, string? Order, string? Native, string? Email, string? Orcid)
{
    public string? Organisation { get; init; }

    public string? Ror { get; init; }

    public string? Country { get; init; }

    public string? Title { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>The unit of our university.</summary>
    public string? Unit { get; init; }

    /// <summary>The department there, as written.</summary>
    public string? Department { get; init; }

    /// <summary>Where the affiliation is known from.</summary>
    public string? Source { get; init; }
}

/// <summary><c>export people FILE</c>.</summary>
internal sealed class PersonExport(AppDbContext db, IOrganisations organisations) : IExportKind
{
    public string Id => "people";

    public async Task<int> ExportAsync(Stream file, TableFormat format, CancellationToken cancellation)
    {
        var keys = PersonReading.Canonical(db, Viewer.System).OrderBy(p => p.SortKey).ThenBy(p => p.Id).Select(p => p.Id);
        var rows = await PersonTable.RowsAsync(keys, db, Viewer.System, organisations, cancellation);
        if (format == TableFormat.Csv) await TableWriter.WriteCsvAsync(file, PersonTable.Columns, rows.ToAsyncEnumerable(), cancellation);
        else await TableWriter.WriteXlsxAsync(file, "people", PersonTable.Columns, rows.ToAsyncEnumerable(), cancellation);
        return rows.Count;
    }
}
