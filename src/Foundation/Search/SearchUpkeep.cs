using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Search;

/// <summary>Keeps the index true: what a save touches is indexed anew in the save's own transaction.</summary>
public static class SearchUpkeep
{
    private const int AtOnce = 500;
    private const int PortionAtOnce = 100;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(110);

    /// <summary>Leaves records that are written past the change tracker to jobs, which are written with the next save and index them in portions.</summary>
    /// <param name="db">The context that saves.</param>
    /// <param name="kind">The kind of record, as its source names it.</param>
    /// <param name="keys">Which.</param>
    public static void IndexLater(AppDbContext db, string kind, IReadOnlyCollection<Guid> keys)
    {
        foreach (var chunk in keys.Chunk(AtOnce)) db.Enqueue(new IndexRecords(kind, chunk));
    }

    /// <summary>
    /// Indexes records in transactions of their own, each short; on SQLite with a breath between them, longer than those take who ask for the
    /// right to write and look whether it is free (SQLite knows no queue).
    /// </summary>
    internal static async Task IndexInPortionsAsync(AppDbContext db, ISearchSource source, IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        foreach (var portion in keys.Chunk(PortionAtOnce))
        {
            await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
            {
                await IndexAsync(db, source, portion, cancellation);
                await transaction.CommitAsync(cancellation);
            }

            if (db.Database.IsSqlite()) await Task.Delay(Breath, cancellation);
        }
    }

    internal static async Task IndexAsync(AppDbContext db, ISearchSource source, IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        foreach (var chunk in keys.Chunk(AtOnce))
        {
            var texts = await source.TextsAsync(db, chunk, cancellation);
            await SearchIndex.WriteAsync(db, source, texts, cancellation);
            var gone = chunk.Except(texts.Select(t => t.Key)).ToList();
            if (gone.Count > 0) await SearchIndex.RemoveAsync(db, source.Kind, gone, cancellation);
        }
    }

    /// <summary>Leaves the indexing to jobs that are written with the save and do it in portions right after.</summary>
    internal static void IndexLater(AppDbContext db, IEnumerable<Touched> touched)
    {
        foreach (var (source, keys) in touched) IndexLater(db, source.Kind, keys);
    }

    /// <summary>What the pending changes touch; to be asked before they are saved.</summary>
    internal static IReadOnlyList<Touched> TouchedBy(AppDbContext db)
    {
        var sources = db.Write.Services.GetServices<ISearchSource>().ToList();
        if (sources.Count == 0) return [];
        var changed = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(e => e.Entity).ToList();
        return [.. sources
            .Select(s => new Touched(s, changed.Select(s.TouchedBy).OfType<Guid>().ToHashSet()))
            .Where(t => t.Keys.Count > 0)];
    }

    internal static async Task IndexAsync(AppDbContext db, IEnumerable<Touched> touched, CancellationToken cancellation)
    {
        foreach (var (source, keys) in touched) await IndexAsync(db, source, keys, cancellation);
    }

    /// <summary>The records of one kind that a save touches.</summary>
    internal sealed record Touched(ISearchSource Source, IReadOnlyCollection<Guid> Keys);
}
