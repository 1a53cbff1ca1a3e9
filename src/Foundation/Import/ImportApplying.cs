using System.Diagnostics;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Import;

/// <summary>
/// Takes a checked import over. Everything is prepared first: the rows are checked once more against the records as they are
/// now, and what will be done is kept beside each row. Then one transaction writes all of it, or nothing.
/// </summary>
public static class ImportApplying
{
    private const int RowsASave = 1_000;

    /// <summary>Takes it over.</summary>
    public static async Task<ImportApplied> ApplyAsync(AppDbContext db, IImportKind kind, ImportRun run, Viewer viewer, CancellationToken cancellation)
    {
        if (!run.CanBeApplied) return new(ImportApplyResult.NotReady, TimeSpan.Zero);
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.RunId == run.Id).OrderBy(r => r.Number).ToListAsync(cancellation);
        var lines = await ImportChecking.LinesAsync(db, kind, run, rows, viewer.Reach(kind.Permission), cancellation);
        if (Moved(rows, lines)) return await CheckAgainAsync(db, run, rows, lines, cancellation);

        var batch = new ImportBatch([.. lines.Where(l => l.Verdict is ImportOutcome.New or ImportOutcome.Changed)], await AnswersAsync(db, run, cancellation), run.Unit, run.Reach, HasPerson: true);
        await kind.ApplyAsync(batch, cancellation);
        await StageEffectsAsync(db, rows, batch.Lines, cancellation);
        run.Move(ImportState.Applied, db.Write.Now);
        db.Write.IsLarge = batch.Lines.Count > ImportLimits.RowsWhileWaiting;
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody changed one of the records between the check above and this save: nothing was written.
            if (await MovedMeanwhileAsync(db, kind, run.Id, viewer, cancellation) is { } moved) return moved;
            throw;
        }

        var held = db.Write.Held ?? Stopwatch.GetElapsedTime(begun);
        await db.Set<ImportFile>().Where(f => f.RunId == run.Id).ExecuteDeleteAsync(cancellation);
        return new(ImportApplyResult.Applied, held);
    }

    /// <summary>After a refused save: what the rows come to now, where that is another thing than before; none where it is not.</summary>
    private static async Task<ImportApplied?> MovedMeanwhileAsync(AppDbContext db, IImportKind kind, Id<ImportRun> id, Viewer viewer, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var run = await db.Set<ImportRun>().ViewerNamed().SingleAsync(r => r.Id == id, cancellation);
        if (!run.IsOpen) return new(ImportApplyResult.NotReady, TimeSpan.Zero);
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.RunId == id).OrderBy(r => r.Number).ToListAsync(cancellation);
        var lines = await ImportChecking.LinesAsync(db, kind, run, rows, viewer.Reach(kind.Permission), cancellation);
        return Moved(rows, lines) ? await CheckAgainAsync(db, run, rows, lines, cancellation) : null;
    }

    private static bool Moved(List<ImportRow> rows, IReadOnlyList<ImportLine> lines)
    {
        var byNumber = lines.ToDictionary(l => l.Number);
        return rows.Exists(r => byNumber.TryGetValue(r.Number, out var line) && !r.Agrees(line));
    }

    private static async Task<ImportApplied> CheckAgainAsync(
        AppDbContext db, ImportRun run, List<ImportRow> rows, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        foreach (var row in rows) db.Attach(row);
        await ImportChecking.KeepAsync(db, run, rows, lines, cancellation);
        run.HasMoved = true;
        await db.SaveChangesAsync(cancellation);
        return new(ImportApplyResult.Moved, TimeSpan.Zero);
    }

    private static async Task<IReadOnlyDictionary<string, string>> AnswersAsync(AppDbContext db, ImportRun run, CancellationToken cancellation) =>
        await db.Set<ImportAnswer>().AsNoTracking().Where(a => a.RunId == run.Id)
            .ToDictionaryAsync(a => a.Question, a => a.Value, StringComparer.Ordinal, cancellation);

    /// <summary>
    /// Keeps what will be done with each row, in transactions of its own: it only counts once the import is applied, and so the
    /// one transaction that matters has less to write.
    /// </summary>
    private static async Task StageEffectsAsync(AppDbContext db, List<ImportRow> rows, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        await using var scope = db.Write.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var aside = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var byNumber = rows.ToDictionary(r => r.Number);
        foreach (var chunk in lines.Chunk(RowsASave))
        {
            foreach (var line in chunk)
            {
                var row = byNumber[line.Number];
                aside.Attach(row);
                row.EffectsJson = ImportRow.JsonOf(line.Effects);
            }

            await aside.SaveChangesAsync(cancellation);
            aside.ChangeTracker.Clear();
        }
    }
}

/// <summary>What came of applying.</summary>
/// <param name="Result">The result.</param>
/// <param name="Held">For how long the one transaction held the right to write, at most.</param>
public sealed record ImportApplied(ImportApplyResult Result, TimeSpan Held);

/// <summary>The results of applying.</summary>
public enum ImportApplyResult
{
    /// <summary>Everything was taken over.</summary>
    Applied,

    /// <summary>Records changed since the check; nothing was taken over, and the rows say what holds now.</summary>
    Moved,

    /// <summary>Rows are refused or undecided, or there is nothing to take over.</summary>
    NotReady,
}
