using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Import;

/// <summary>
/// A kind of table on the command line. The columns are matched by their headers; where a person would be asked, the row is
/// refused. What is applied stands among the imports of the wizard and can be undone there.
/// </summary>
internal sealed class TableImportCommand(IImportKind kind, AppDbContext db, TextCatalog texts) : IImportCommandKind
{
    public string Id => kind.Id;

    public async Task<ImportReport> ImportAsync(ImportCommandRequest request, CancellationToken cancellation)
    {
        var fileName = Path.GetFileName(request.File);
        if (new FileInfo(request.File).Length > ImportLimits.MaxFileBytes)
            throw new RefusedException(texts["tables." + TableCodes.FileTooLarge, ImportLimits.MaxFileBytes / 1024 / 1024]);
        var bytes = await File.ReadAllBytesAsync(request.File, cancellation);
        var table = StagedTable.Read(bytes, fileName);
        if (table.Findings.Any(f => f.Severity >= Severity.Error))
            throw new RefusedException([.. table.Findings.Where(f => f.Severity >= Severity.Error).Select(f => f.Sentence(texts))]);
        var (map, _) = await ImportMemory.ProposeAsync(db, kind, texts, table.Header, cancellation);
        if (ImportMemory.Missing(kind, map) is { Count: > 0 } missing)
            throw new RefusedException([.. missing.Select(group => ImportMemory.MissingSentence(kind, texts, group))]);

        var typing = new LineTyping(kind, map, table.Header, table.Reading.DateOrder);
        var batch = new ImportBatch(
            [.. table.Rows.Select(r => typing.Of(r.Number, r.Cells, r.Findings))], new Dictionary<string, string>(StringComparer.Ordinal),
            Unit: null, Reach.Everywhere, HasPerson: false)
        {
            Progress = looked => request.Progress?.WriteLineAsync($"{looked:N0} / {table.Rows.Count:N0}") ?? Task.CompletedTask,
        };
        await kind.CheckAsync(batch, cancellation);
        var report = ReportOf(batch.Lines);
        if (!request.IsDryRun && report.Refused == 0 && report.New + report.Changed > 0)
            await ApplyAsync(fileName, bytes, table, map, batch, cancellation);
        return report;
    }

    private ImportReport ReportOf(IReadOnlyList<ImportLine> lines)
    {
        var counts = lines.CountBy(l => l.Verdict).ToDictionary();
        return new(
            counts.GetValueOrDefault(ImportOutcome.New),
            counts.GetValueOrDefault(ImportOutcome.Changed),
            counts.GetValueOrDefault(ImportOutcome.Unchanged),
            counts.GetValueOrDefault(ImportOutcome.Refused) + counts.GetValueOrDefault(ImportOutcome.Undecided),
            [.. lines.SelectMany(ReasonsOf).Distinct(StringComparer.Ordinal)]);
    }

    private IEnumerable<string> ReasonsOf(ImportLine line) => line.Findings
        .Where(f => f.Severity >= Severity.Warning).Select(f => f.Sentence(texts))
        .Concat(line.Verdict == ImportOutcome.Undecided
            ? line.Questions.Where(q => line.Open.Contains(q.Key)).Select(q => texts["import.needs-decision", line.Number, texts[$"import.{kind.Id}.{q.Field}"], q.Text])
            : []);

    private async Task ApplyAsync(
        string fileName, byte[] bytes, StagedTable table, ColumnMap map, ImportBatch batch, CancellationToken cancellation)
    {
        await kind.ApplyAsync(batch with { Lines = [.. batch.Lines.Where(l => l.Verdict is ImportOutcome.New or ImportOutcome.Changed)] }, cancellation);
        var run = new ImportRun
        {
            Kind = kind.Id,
            Permission = kind.Permission,
            StartedAt = db.Write.Now,
            FileName = fileName,
            FileHash = System.Security.Cryptography.SHA256.HashData(bytes),
            HeaderJson = ImportJson.Write(table.Header),
            ReadingJson = ImportJson.Write(table.Reading),
            FindingsJson = ImportJson.Write(table.Findings),
            MapJson = map.ToJson(),
            Rows = table.Rows.Count,
        };
        var rows = table.Rows.Select(r => r.Of(run.Id)).ToList();
        foreach (var (row, line) in rows.Zip(batch.Lines))
        {
            row.Take(line);
            row.EffectsJson = ImportRow.JsonOf(line.Effects);
        }

        run.Count(rows.Select(r => r.Outcome));
        run.Move(ImportState.Applied, db.Write.Now);
        db.Add(run);
        db.AddRange(rows);
        db.Write.IsLarge = rows.Count > ImportLimits.RowsWhileWaiting;
        await db.SaveChangesAsync(cancellation);
    }
}
