using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>People as a table: one row a person with the latest affiliation; the columns that the import takes.</summary>
internal static class PersonTable
{
    public static IReadOnlyList<TableColumn<PersonTableRow>> Columns { get; } =
    [
        new("family", r => r.Family), new("given", r => r.Given), new("order", r => r.Order), new("native name", r => r.Native), new("email", r => r.Email),
        new("orcid", r => r.Orcid), new("organisation", r => r.Organisation), new("ror", r => r.Ror), new("country", r => r.Country),
        new("title", r => r.Title), new("from", r => r.From), new("to", r => r.To),
    ];

    /// <summary>The rows in the order of the keys; five statements, however many.</summary>
    public static async Task<IReadOnlyList<PersonTableRow>> RowsAsync(
        IQueryable<PersonId> keys, AppDbContext db, Viewer viewer, IOrganisations organisations, CancellationToken cancellation)
    {
        var order = await keys.ToListAsync(cancellation);
        var persons = await db.Set<Person>().VisibleTo(viewer).Select(p => new { p.Id, p.Orcid }).ToDictionaryAsync(p => p.Id, p => p.Orcid, cancellation);
        var names = (await db.Set<PersonName>().VisibleTo(viewer).AsNoTracking().Where(n => n.WithdrawnAt == null && n.Kind == PersonNameKind.Preferred).ToListAsync(cancellation)).ToLookup(n => n.PersonId);
        var mails = (await db.Set<PersonEmail>().VisibleTo(viewer).Where(e => e.WithdrawnAt == null).OrderBy(e => e.RecordedAt)
            .Select(e => new { e.PersonId, e.Address }).ToListAsync(cancellation)).ToLookup(e => e.PersonId, e => e.Address);
        var places = (await (
            from a in db.Set<PersonAffiliation>().VisibleTo(viewer)
            where a.WithdrawnAt == null
            join o in organisations.Cards(viewer) on a.OrganisationId equals o.Id into found
            from o in found.DefaultIfEmpty()
            select new { a.PersonId, a.UnitText, a.Title, a.From, a.To, Name = o == null ? null : o.Name, Ror = o == null ? null : o.Ror, Country = o == null ? null : o.Country }).ToListAsync(cancellation))
            .ToLookup(a => a.PersonId);
        return [.. order.Select(id =>
        {
            var latin = names[id].FirstOrDefault(n => !NameFolding.HasHan(n.Full));
            var native = names[id].FirstOrDefault(n => NameFolding.HasHan(n.Full));
            var place = places[id].OrderBy(a => a.To is null ? 0 : 1).ThenByDescending(a => a.From).FirstOrDefault();
            return new PersonTableRow(
                latin is { Family.Length: 0 } ? latin.Full : latin?.Family, latin?.Given, latin is null ? null : latin.FamilyFirst ? "family" : "given", native?.Full,
                mails[id].FirstOrDefault(), persons[id], place?.Name?.En, place?.Ror, place?.Country, place?.Title.En is { Length: > 0 } title ? title : null, place?.From, place?.To);
        })];
    }
}

/// <summary>One row of the table.</summary>
internal sealed record PersonTableRow(
    string? Family, string? Given, string? Order, string? Native, string? Email, string? Orcid, string? Organisation, string? Ror, string? Country,
    string? Title, DateOnly? From, DateOnly? To);

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
