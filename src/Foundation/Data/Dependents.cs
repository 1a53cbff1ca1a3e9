using System.Reflection;
using Entente.Foundation.Ids;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Entente.Foundation.Data;

/// <summary>A record that refers to another, which therefore cannot be removed.</summary>
/// <param name="Table">The table of the record that refers; its name for a person is the text <c>record.{table}</c>.</param>
/// <param name="Key">Its key.</param>
/// <param name="On">The key it refers to.</param>
public sealed record Dependent(string Table, Guid Key, Guid On);

/// <summary>Finds what refers to records, in every room, by the foreign keys of the model.</summary>
public static class Dependents
{
    private const int Most = 200;

    private static readonly MethodInfo Find = typeof(Dependents).GetMethod(nameof(OfOneAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The records that refer to some records, whoever may see them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="keys">The records referred to.</param>
    /// <param name="parts">Types that belong to the records as their parts, and do not count.</param>
    /// <param name="going">Keys of records that go away together with them, and do not count.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <typeparam name="TCard">The card that types the keys.</typeparam>
    public static async Task<IReadOnlyList<Dependent>> OfAsync<TCard>(
        AppDbContext db, IReadOnlyCollection<Id<TCard>> keys, IReadOnlyCollection<Type> parts, IReadOnlySet<Guid> going, CancellationToken cancellation)
    {
        var found = new List<Dependent>();
        if (keys.Count == 0) return found;
        var references = db.Model.GetEntityTypes()
            .Where(e => e.FindPrimaryKey() is { Properties: [{ } key] } && key.ClrType == typeof(Id<TCard>))
            .SelectMany(e => e.GetReferencingForeignKeys())
            .Where(r => r.Properties.Count == 1 && typeof(IEntity).IsAssignableFrom(r.DeclaringEntityType.ClrType) && !parts.Contains(r.DeclaringEntityType.ClrType))
            .OrderBy(r => r.DeclaringEntityType.Name, StringComparer.Ordinal);
        foreach (var reference in references)
        {
            var task = (Task<List<Dependent>>)Find.MakeGenericMethod(reference.DeclaringEntityType.ClrType, typeof(TCard))
                .Invoke(null, [db, reference, keys, going, cancellation])!;
            found.AddRange(await task);
        }

        return found;
    }

    private static async Task<List<Dependent>> OfOneAsync<TRecord, TCard>(
        AppDbContext db, IForeignKey reference, IReadOnlyCollection<Id<TCard>> keys, IReadOnlySet<Guid> going, CancellationToken cancellation)
        where TRecord : class, IEntity
    {
        var property = reference.Properties[0];
        var table = reference.DeclaringEntityType.GetTableName()!;
        var found = new List<Dependent>();
        foreach (var some in keys.Chunk(1_000))
        {
            // A record of anybody stands in the way, also one the viewer may not see; only its kind and number are told.
            var all = db.Set<TRecord>().IgnoreQueryFilters().AsNoTracking();
            var rows = property.ClrType == typeof(Id<TCard>)
                ? await all.Where(r => some.Contains(EF.Property<Id<TCard>>(r, property.Name))).ToListAsync(cancellation)
                : await all.Where(r => EF.Property<Id<TCard>?>(r, property.Name) != null && some.Contains(EF.Property<Id<TCard>?>(r, property.Name)!.Value)).ToListAsync(cancellation);
            found.AddRange(rows.Where(r => !going.Contains(r.Key))
                .Select(r => new Dependent(table, r.Key, ((Id<TCard>)property.GetGetter().GetClrValue(r)!).Value)));
            if (found.Count >= Most) break;
        }

        return found;
    }
}
