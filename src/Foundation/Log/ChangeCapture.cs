using System.Text.Json;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Entente.Foundation.Log;

/// <summary>Turns the changes of one transaction into log rows of the same transaction.</summary>
internal static class ChangeCapture
{
    public static void Append(AppDbContext db)
    {
        var rows = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(e => e.Entity is IEntity && !e.Entity.GetType().IsDefined(typeof(NotLoggedAttribute), true))
            .Select(e => RowOf(e, db.Write))
            .ToList();
        db.AddRange(rows);
    }

    private static LogEntry RowOf(EntityEntry entry, WriteContext write) => new()
    {
        At = write.Now,
        Actor = write.Viewer.Account,
        OnBehalfOf = write.Viewer.OnBehalfOf(write.Action, UnitOf(entry)),
        Action = write.Action,
        Kind = entry.Metadata.GetTableName()!,
        Record = ((IEntity)entry.Entity).Key,
        RecordVersion = ((IEntity)entry.Entity).Version,
        Changes = JsonSerializer.Serialize(ChangesOf(entry), LocalizedTextJson.Readable),
    };

    /// <summary>The unit a record belongs to: by convention its property <c>UnitId</c>.</summary>
    private static Guid? UnitOf(EntityEntry entry) =>
        entry.Metadata.FindProperty("UnitId") is { } unit && entry.Property(unit).CurrentValue is { } id
            ? unit.GetTypeMapping().Converter?.ConvertToProvider(id) as Guid?
            : null;

    private static SortedDictionary<string, string?[]> ChangesOf(EntityEntry entry)
    {
        var changes = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties.Where(p => Tells(entry, p)))
        {
            var before = entry.State == EntityState.Added ? null : property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (Equals(before, after)) continue;
            changes[property.Metadata.Name] = [LogValue.Of(property.Metadata, before), LogValue.Of(property.Metadata, after)];
        }

        return changes;
    }

    private static bool Tells(EntityEntry entry, PropertyEntry property) =>
        property.Metadata.Name != nameof(IEntity.Version)
        && !property.Metadata.IsPrimaryKey()
        && (entry.State != EntityState.Modified || property.IsModified);
}
