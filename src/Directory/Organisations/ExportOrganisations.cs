using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Organisations.Import;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Tables;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Organisations;

/// <summary><c>export organisations FILE</c>: every organisation, with the columns the import takes.</summary>
internal sealed class ExportOrganisations(AppDbContext db) : IExportKind
{
    public string Id => "organisations";

    public Task<int> ExportAsync(Stream file, TableFormat format, CancellationToken cancellation) =>
        OrganisationExport.WriteAsync(db, db.Set<Organisation>().OrderBy(o => o.SortKey).ThenBy(o => o.Id), file, format, cancellation);
}

/// <summary>Writes organisations as a table, read from the database page by page.</summary>
internal static class OrganisationExport
{
    private const int AtOnce = 1000;

    private static readonly IReadOnlyList<TableColumn<ExportedOrganisation>> Columns =
    [
        new("ror", r => r.Organisation.Ror),
        new("status", r => r.Organisation.Status.ToString().ToLowerInvariant()),
        new("display", r => r.Organisation.Name.En),
        new("name_zh", r => r.Organisation.Name.Exactly("zh-Hans")),
        new("acronyms", r => r.Names(OrganisationNameKind.Acronym)),
        new("aliases", r => r.Names(OrganisationNameKind.Alias)),
        new("cc", r => r.Organisation.Country),
        new("city", r => r.Organisation.City.En),
        new("lat", r => r.Organisation.Latitude),
        new("lng", r => r.Organisation.Longitude),
        new("types", r => string.Join(OrganisationTable.Several, r.Types)),
        new("website", r => r.Organisation.Website),
        new("domains", r => r.Organisation.Domains.Replace(Organisation.Separator, OrganisationTable.Several)),
        new("successor", r => r.Related(OrganisationRelationKind.Successor, isFrom: true)),
        new("predecessor", r => r.Related(OrganisationRelationKind.Successor, isFrom: false)),
        new("parent", r => r.Related(OrganisationRelationKind.Parent, isFrom: true)),
        new("ror_release", r => r.Organisation.Release),
    ];

    /// <returns>How many rows were written.</returns>
    public static async Task<int> WriteAsync(
        AppDbContext db, IQueryable<Organisation> ordered, Stream file, TableFormat format, CancellationToken cancellation)
    {
        var counted = new Counted();
        var rows = RowsAsync(db, ordered, counted, cancellation);
        if (format == TableFormat.Csv) await TableWriter.WriteCsvAsync(file, Columns, rows, cancellation);
        else await TableWriter.WriteXlsxAsync(file, "organisations", Columns, rows, cancellation);
        return counted.Rows;
    }

    private static async IAsyncEnumerable<ExportedOrganisation> RowsAsync(
        AppDbContext db, IQueryable<Organisation> ordered, Counted counted, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var keys = await ordered.Select(o => o.Id).ToListAsync(cancellation);
        foreach (var chunk in keys.Chunk(AtOnce))
        {
            var organisations = await db.Set<Organisation>().AsNoTracking().Where(o => chunk.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
            var names = (await db.Set<OrganisationName>().AsNoTracking().Where(n => chunk.Contains(n.OrganisationId) && n.WithdrawnAt == null)
                .OrderBy(n => n.Text).ToListAsync(cancellation)).ToLookup(n => n.OrganisationId);
            var relations = await db.Set<OrganisationRelation>().AsNoTracking()
                .Where(r => r.WithdrawnAt == null && (chunk.Contains(r.FromId!.Value) || chunk.Contains(r.ToId!.Value))).ToListAsync(cancellation);
            var (from, to) = (relations.ToLookup(r => r.FromId), relations.ToLookup(r => r.ToId));
            foreach (var key in chunk.Where(organisations.ContainsKey))
            {
                counted.Rows++;
                yield return new(organisations[key], [.. names[key]], [.. from[key]], [.. to[key]]);
            }
        }
    }

    private sealed class Counted
    {
        public int Rows { get; set; }
    }
}

/// <summary>One row of the export.</summary>
internal sealed record ExportedOrganisation(
    Organisation Organisation, IReadOnlyList<OrganisationName> AllNames, IReadOnlyList<OrganisationRelation> From, IReadOnlyList<OrganisationRelation> To)
{
    public IEnumerable<string> Types => Enum.GetValues<OrganisationTypes>()
        .Where(t => t != OrganisationTypes.None && Organisation.Types.HasFlag(t)).Select(t => t.ToString().ToLowerInvariant());

    public string Names(OrganisationNameKind kind) => string.Join(
        OrganisationTable.Several, AllNames.Where(n => n.Kind == kind).Select(n => n.Text).Distinct(StringComparer.Ordinal));

    public string Related(OrganisationRelationKind kind, bool isFrom) => string.Join(
        OrganisationTable.Several, (isFrom ? From.Where(r => r.Kind == kind).Select(r => r.ToRor) : To.Where(r => r.Kind == kind).Select(r => r.FromRor)).OfType<string>().Order(StringComparer.Ordinal));
}
