using System.Security.Cryptography;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Import;

/// <summary>Takes a file in: reads it and keeps its rows, in small transactions, before anything is decided.</summary>
public static class ImportStaging
{
    private const int RowsASave = 1_000;

    /// <summary>Reads a file and keeps it as a new import.</summary>
    /// <returns>The import; none where the file cannot be read at all, with the reasons.</returns>
    public static async Task<(ImportRun? Run, IReadOnlyList<ImportFinding> Findings)> UploadAsync(
        AppDbContext db, IImportKind kind, Viewer viewer, Guid? unit, string fileName, byte[] bytes, CancellationToken cancellation)
    {
        var table = StagedTable.Read(bytes, fileName);
        if (table.IsRefused && table.Reading.Sheets.Count < 2) return (null, table.Findings);
        var run = new ImportRun
        {
            Kind = kind.Id,
            Permission = kind.Permission,
            Unit = unit,
            Account = viewer.Account,
            StartedAt = db.Write.Now,
            StateAt = db.Write.Now,
        };
        db.Add(run);
        run.Remember(viewer.Reach(kind.Permission));
        await KeepAsync(db, run, table, fileName, bytes, cancellation);
        return (run, table.Findings);
    }

    /// <summary>Puts a corrected file in the place of the one before; the match of columns and what was decided stay.</summary>
    /// <returns>What is wrong with the file; none: it was taken.</returns>
    public static async Task<IReadOnlyList<ImportFinding>> ReplaceAsync(
        AppDbContext db, ImportRun run, string fileName, byte[] bytes, CancellationToken cancellation)
    {
        var table = StagedTable.Read(bytes, fileName);
        if (table.IsRefused) return table.Findings;
        await KeepAsync(db, run, table, fileName, bytes, cancellation);
        return [];
    }

    /// <summary>Reads the same file another way: another sheet, header row, encoding or order of day and month.</summary>
    public static async Task RereadAsync(AppDbContext db, ImportRun run, ImportReading chosen, CancellationToken cancellation)
    {
        var bytes = await db.Set<ImportFile>().AsNoTracking().Where(f => f.RunId == run.Id).Select(f => f.Bytes).SingleAsync(cancellation);
        var table = StagedTable.Read(bytes, run.FileName, chosen);
        await KeepAsync(db, run, table with { Reading = table.Reading with { Sheets = run.Reading.Sheets } }, run.FileName, bytes: null, cancellation);
    }

    private static async Task KeepAsync(
        AppDbContext db, ImportRun run, StagedTable table, string fileName, byte[]? bytes, CancellationToken cancellation)
    {
        var map = run.Map?.AppliedTo(table.Header);
        run.Move(ImportState.Uploaded, db.Write.Now);
        run.FileName = fileName.Length <= 200 ? fileName : fileName[^200..];
        run.HeaderJson = ImportJson.Write(table.Header);
        run.FindingsJson = ImportJson.Write(table.Findings);
        run.ReadingJson = ImportJson.Write(table.Reading);
        run.MapJson = map?.ToJson();
        run.CheckingSince = null;
        run.HasMoved = false;
        run.Count([]);
        run.Rows = 0;
        if (bytes is not null)
        {
            run.FileHash = SHA256.HashData(bytes);
            db.RemoveRange(await db.Set<ImportFile>().Where(f => f.RunId == run.Id).ToListAsync(cancellation));
            db.Add(new ImportFile { RunId = run.Id, Bytes = bytes });
        }

        await db.SaveChangesAsync(cancellation);
        await ClearAsync(db, run, cancellation);
        foreach (var chunk in table.Rows.Chunk(RowsASave))
        {
            var rows = chunk.Select(r => r.Of(run.Id)).ToList();
            db.AddRange(rows);
            await db.SaveChangesAsync(cancellation);
            foreach (var row in rows) db.Entry(row).State = EntityState.Detached;
        }

        run.Rows = table.Rows.Count;
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Forgets the rows of an import.</summary>
    internal static Task<int> ClearAsync(AppDbContext db, ImportRun run, CancellationToken cancellation) =>
        db.Set<ImportRow>().Where(r => r.RunId == run.Id).ExecuteDeleteAsync(cancellation);
}
