using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Import;

/// <summary>Takes an applied import back as a whole, while nothing depends on it; gives up one that was not applied.</summary>
public static class ImportUndoing
{
    /// <summary>Takes it back.</summary>
    /// <returns>What stands in the way; none: it is taken back.</returns>
    public static async Task<IReadOnlyList<ImportBlock>> UndoAsync(AppDbContext db, IImportKind kind, ImportRun run, CancellationToken cancellation)
    {
        if (run.State != ImportState.Applied) return [new(new(Tables.Severity.Error, "import.undo.not-applied", null))];
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.RunId == run.Id && r.EffectsJson != null)
            .OrderBy(r => r.Number).ToListAsync(cancellation);
        var effects = rows.SelectMany(r => r.Effects).Reverse().ToList();
        var blocks = await kind.UndoAsync(effects, cancellation);
        if (blocks.Count > 0)
        {
            db.ChangeTracker.Clear();
            return blocks;
        }

        run.Move(ImportState.Undone, db.Write.Now);
        db.Write.IsLarge = effects.Count > ImportLimits.RowsWhileWaiting;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return [];
        }
        catch (DbUpdateException)
        {
            // Something began to depend on it while it was being looked at; the database refused, nothing was written.
            db.ChangeTracker.Clear();
            return [new(new(Tables.Severity.Error, "import.undo.moved", null))];
        }
    }

    /// <summary>Gives an import up before it is applied; its rows and file are forgotten.</summary>
    public static async Task AbandonAsync(AppDbContext db, ImportRun run, CancellationToken cancellation)
    {
        if (!run.IsOpen) return;
        run.Move(ImportState.Abandoned, db.Write.Now);
        run.CheckingSince = null;
        await db.SaveChangesAsync(cancellation);
        await ForgetAsync(db, run.Id, cancellation);
    }

    /// <summary>Forgets the staged rows, answers and file of an import.</summary>
    internal static async Task ForgetAsync(AppDbContext db, Id<ImportRun> run, CancellationToken cancellation)
    {
        await db.Set<ImportRow>().Where(r => r.RunId == run).ExecuteDeleteAsync(cancellation);
        await db.Set<ImportAnswer>().Where(a => a.RunId == run).ExecuteDeleteAsync(cancellation);
        await db.Set<ImportFile>().Where(f => f.RunId == run).ExecuteDeleteAsync(cancellation);
    }
}
