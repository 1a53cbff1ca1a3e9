using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Organisations.Import;

/// <summary>
/// <c>import organisations FILE</c>: the registry's dump or the table of organisations. Reads and checks everything first, then
/// writes what is new or changed in one transaction; a file that says nothing new writes nothing.
/// </summary>
internal sealed class ImportOrganisations(AppDbContext db, TextCatalog texts) : IImportCommandKind
{
    private const int MostReasons = 100;
    private const int ProgressEvery = 10_000;

    public string Id => "organisations";

    public async Task<ImportReport> ImportAsync(ImportCommandRequest request, CancellationToken cancellation)
    {
        var directory = await KnownOrganisations.ReadAsync(db, cancellation);
        var stated = await ReadAsync(request, directory, cancellation);
        RefuseCycles(stated, directory);
        var relations = new RelationChanges(directory, stated, db.Write.Now);
        var report = stated.Report(texts, MostReasons);
        if (request.IsDryRun || stated.Refused > 0) return report;
        await new OrganisationWriting(db, directory, stated, relations, texts).WriteAsync(Path.GetFileName(request.File), report, cancellation);
        return report;
    }

    private async Task<Statements> ReadAsync(ImportCommandRequest request, KnownOrganisations directory, CancellationToken cancellation)
    {
        var stated = new Statements();
        var reader = new StatementReader(texts);
        await foreach (var raw in new OrganisationFile(texts).ReadAsync(request.File).WithCancellation(cancellation))
        {
            stated.Take(reader.Read(raw, stated.Reasons), directory);
            if (stated.Rows % ProgressEvery == 0 && request.Progress is { } progress)
                await progress.WriteLineAsync(texts["organisations.import.progress", stated.Rows].AsMemory(), cancellation);
        }

        return stated;
    }

    private void RefuseCycles(Statements stated, KnownOrganisations directory)
    {
        var successors = stated.Relations.Concat(directory.Relations.Keys).Distinct()
            .Where(r => r.Kind == Model.OrganisationRelationKind.Successor).Select(r => (r.FromRor, r.ToRor));
        foreach (var cycle in SuccessorCycles.In(successors))
            stated.Refuse(texts["organisations.import.cycle", string.Join(" → ", [.. cycle, cycle[0]])], cycle);
    }
}
