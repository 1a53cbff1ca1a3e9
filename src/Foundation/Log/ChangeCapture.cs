using System.Text.Json;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace Entente.Foundation.Log;

/// <summary>Turns the changes of one transaction into log rows of the same transaction.</summary>
internal static class ChangeCapture
{
    /// <summary>Adds the rows, and the keys that personal values among them need.</summary>
    public static async Task AppendAsync(AppDbContext db, CancellationToken cancellation) => db.AddRange(await RowsAsync(db, cancellation));

    /// <summary>The rows; the keys that personal values among them need are added.</summary>
    public static async Task<IReadOnlyList<LogEntry>> RowsAsync(AppDbContext db, CancellationToken cancellation)
    {
        var changed = db.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(e => e.Entity is IEntity && !e.Entity.GetType().IsDefined(typeof(NotLoggedAttribute), true))
            .ToList();
        var fresh = changed.Where(e => e.State == EntityState.Added).Select(e => ((IEntity)e.Entity).Key).ToHashSet();
        var subjects = new Dictionary<Guid, bool>();
        foreach (var entry in changed.Where(e => e.Properties.Any(p => Tells(e, p) && LogValue.IsHidden(p.Metadata))))
        {
            var subject = SubjectOf(entry);
            subjects[subject] = fresh.Contains(subject);
        }

        var keys = subjects.Count == 0 ? new Dictionary<Guid, byte[]>() : await LogKeys.OfAsync(db, subjects, cancellation);
        return [.. changed.Select(e => db.LogMac.Marked(RowOf(e, db.Write, keys)))];
    }

    /// <summary>Lets go of what a failed save had added, so that another attempt does not write it twice.</summary>
    public static void Undo(AppDbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e is { State: EntityState.Added, Entity: LogEntry or LogKey }).ToList())
            entry.State = EntityState.Detached;
    }

    private static LogEntry RowOf(EntityEntry entry, WriteContext write, IReadOnlyDictionary<Guid, byte[]> keys)
    {
        var unit = UnitOf(entry);
        return new()
        {
            At = Moment(write.Now),
            Actor = write.Viewer.Account,
            OnBehalfOf = write.Viewer.OnBehalfOf(write.Action, unit),
            Unit = unit,
            Action = write.Action,
            Kind = entry.Metadata.GetTableName()!,
            Record = ((IEntity)entry.Entity).Key,
            RecordVersion = ((IEntity)entry.Entity).Version,
            Changes = JsonSerializer.Serialize(ChangesOf(entry, keys.GetValueOrDefault(SubjectOf(entry))), LocalizedTextJson.Readable),
        };
    }

    /// <summary>Whole microseconds, which both databases keep.</summary>
    internal static Instant Moment(Instant at) => Instant.FromUnixTimeTicks(Chain.Microseconds(at) * 10);

    /// <summary>The unit a record belongs to: by convention its property <c>UnitId</c>.</summary>
    private static Guid? UnitOf(EntityEntry entry) => KeyIn(entry, "UnitId");

    /// <summary>Whose values a record holds: by convention the person of its property <c>PersonId</c>, else the record itself.</summary>
    private static Guid SubjectOf(EntityEntry entry) => KeyIn(entry, "PersonId") ?? ((IEntity)entry.Entity).Key;

    private static Guid? KeyIn(EntityEntry entry, string name) =>
        entry.Metadata.FindProperty(name) is { } property && entry.Property(property).CurrentValue is { } id
            ? property.GetTypeMapping().Converter?.ConvertToProvider(id) as Guid?
            : null;

    private static SortedDictionary<string, string?[]> ChangesOf(EntityEntry entry, byte[]? key)
    {
        var changes = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties.Where(p => Tells(entry, p)))
        {
            var before = entry.State == EntityState.Added ? null : property.OriginalValue;
            var after = entry.State == EntityState.Deleted ? null : property.CurrentValue;
            if (Equals(before, after)) continue;
            changes[property.Metadata.Name] = [LogValue.Of(property.Metadata, before, key), LogValue.Of(property.Metadata, after, key)];
        }

        return changes;
    }

    private static bool Tells(EntityEntry entry, PropertyEntry property) =>
        property.Metadata.Name != nameof(IEntity.Version)
        && !property.Metadata.IsPrimaryKey()
        && (entry.State != EntityState.Modified || property.IsModified);
}
