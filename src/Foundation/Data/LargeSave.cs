using System.Data.Common;
using Entente.Foundation.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Entente.Foundation.Data;

/// <summary>
/// The added and removed records of a save of thousands, taken out of the change tracker and written in bulk; changed ones stay
/// with it. After a failure the tracker is to be cleared.
/// </summary>
internal sealed class LargeSave
{
    private readonly AppDbContext db;
    private readonly BulkRows log;
    private readonly List<BulkRows> added = [];
    private readonly Dictionary<IEntityType, List<IEntity>> removed = [];

    private LargeSave(AppDbContext db, IReadOnlyList<LogEntry> log) =>
        (this.db, this.log) = (db, BulkRows.OfSaved(db.Model.FindEntityType(typeof(LogEntry))!, log));

    public static LargeSave Prepare(AppDbContext db, IReadOnlyList<LogEntry> log)
    {
        var save = new LargeSave(db, log);
        var added = new Dictionary<IEntityType, List<object>>();
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Deleted).ToList())
        {
            if (entry.State == EntityState.Added) Listed(added, entry.Metadata).Add(entry.Entity);
            else if (entry.Entity is IEntity record) Listed(save.removed, entry.Metadata).Add(record);
            else continue;
            entry.State = EntityState.Detached;
        }

        db.ChangeTracker.AutoDetectChangesEnabled = detects;
        save.added.AddRange(InOrder(added.Keys).Select(type => BulkRows.OfSaved(type, added[type])));
        return save;
    }

    /// <summary>Writes them in the transaction that is open.</summary>
    /// <exception cref="DbUpdateException">The database refused, or a record is not as it was read.</exception>
    public async Task<int> WriteAsync(CancellationToken cancellation)
    {
        try
        {
            // References between the rows of one table are looked at when all are there.
            if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON", cancellation);
            var written = log.Count;
            foreach (var type in InOrder(removed.Keys).Reverse().ToList())
            {
                var gone = await BulkRows.DeleteAsync(db, type, removed[type], cancellation);
                if (gone != removed[type].Count) throw new DbUpdateConcurrencyException($"Rows of {type.GetTableName()} changed meanwhile.");
                written += gone;
            }

            foreach (var rows in added)
            {
                await rows.InsertAsync(db, cancellation);
                written += rows.Count;
            }

            await log.InsertAsync(db, cancellation);
            return written;
        }
        catch (DbException refused)
        {
            throw new DbUpdateException("Rows could not be written in bulk.", refused);
        }
    }

    /// <summary>What is referred to comes before what refers to it.</summary>
    private static IReadOnlyList<IEntityType> InOrder(IEnumerable<IEntityType> types)
    {
        var (all, ordered) = (types.OrderBy(t => t.Name, StringComparer.Ordinal).ToList(), new List<IEntityType>());
        void Take(IEntityType type, HashSet<IEntityType> above)
        {
            if (ordered.Contains(type) || !above.Add(type)) return;
            foreach (var other in type.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(all.Contains)) Take(other, above);
            ordered.Add(type);
        }

        foreach (var type in all) Take(type, []);
        return ordered;
    }

    private static List<T> Listed<T>(Dictionary<IEntityType, List<T>> lists, IEntityType type) =>
        lists.TryGetValue(type, out var list) ? list : lists[type] = [];
}
