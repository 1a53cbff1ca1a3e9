using System.Collections.Frozen;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Units;

/// <summary>The units of the university in memory: a few dozen, read at once because rights hold for a unit and all below it.</summary>
internal sealed class UnitTree(IReadOnlyList<UnitPlace> units)
{
    private readonly FrozenDictionary<UnitId, UnitPlace> byId = units.ToFrozenDictionary(u => u.Id);
    private readonly ILookup<UnitId?, UnitPlace> byParent = units.OrderBy(u => u.Order).ThenBy(u => u.Code, StringComparer.Ordinal).ToLookup(u => u.Parent);

    /// <summary>The university; none in an empty database.</summary>
    public UnitPlace? Top => byParent[null].FirstOrDefault();

    /// <summary>All units from the top down, each after the one above it, with its depth.</summary>
    public IReadOnlyList<(UnitPlace Unit, int Depth)> Ordered { get; } = [.. Walk(units.OrderBy(u => u.Order).ThenBy(u => u.Code, StringComparer.Ordinal).ToLookup(u => u.Parent), null, 0)];

    public static async Task<UnitTree> ReadAsync(AppDbContext db, CancellationToken cancellation) => new(await db.Set<Unit>()
        .Select(u => new UnitPlace(u.Id, u.ParentId, u.Name, u.Code, u.Kind, u.Order, u.EndedOn) { IsAnnounced = u.IsAnnounced })
        .ToListAsync(cancellation));

    public UnitPlace? Find(UnitId id) => byId.GetValueOrDefault(id);

    public bool IsTop(UnitId id) => byId.TryGetValue(id, out var unit) && unit.Parent is null;

    /// <summary>A unit and all below it.</summary>
    public IEnumerable<UnitId> WithBelow(UnitId id) => Walk(byParent, id, 0).Select(u => u.Unit.Id).Prepend(id);

    /// <summary>A unit and all above it, itself first.</summary>
    public IEnumerable<UnitId> WithAbove(UnitId id)
    {
        for (UnitId? at = id; at is { } unit && byId.TryGetValue(unit, out var place); at = place.Parent) yield return unit;
    }

    private static IEnumerable<(UnitPlace Unit, int Depth)> Walk(ILookup<UnitId?, UnitPlace> byParent, UnitId? parent, int depth) =>
        byParent[parent].SelectMany(unit => Walk(byParent, unit.Id, depth + 1).Prepend((unit, depth)));
}

/// <summary>A unit's place in the tree.</summary>
internal sealed record UnitPlace(UnitId Id, UnitId? Parent, LocalizedText Name, string Code, UnitKind Kind, int Order, DateOnly? EndedOn)
{
    /// <summary>Whether the university's roster announces it.</summary>
    public bool IsAnnounced { get; init; }
}
