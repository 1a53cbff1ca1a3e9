using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roster;

/// <summary>The tree of units while a roster changes it: found by code, with all that is above.</summary>
internal sealed class RosterUnits
{
    private readonly Dictionary<string, Unit> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<UnitId, Unit> byId = [];

    public static async Task<RosterUnits> ReadAsync(AppDbContext db, CancellationToken cancellation)
    {
        var units = new RosterUnits();
        foreach (var unit in await db.Set<Unit>().ToListAsync(cancellation)) units.Add(unit);
        return units;
    }

    public IReadOnlyCollection<Unit> All => byId.Values;

    public Unit? Top => byId.Values.FirstOrDefault(u => u.ParentId is null);

    public Unit? Find(string code) => byCode.GetValueOrDefault(code);

    public Unit Find(UnitId id) => byId[id];

    public void Add(Unit unit) => (byCode[unit.Code], byId[unit.Id]) = (unit, unit);

    public void Recode(Unit unit, string code)
    {
        byCode.Remove(unit.Code);
        unit.Code = code;
        byCode[code] = unit;
    }

    /// <summary>A unit and all above it, itself first.</summary>
    public IEnumerable<Unit> WithAbove(UnitId id)
    {
        for (UnitId? at = id; at is { } unit && byId.TryGetValue(unit, out var found); at = found.ParentId) yield return found;
    }

    /// <summary>The living units right below one.</summary>
    public IEnumerable<Unit> Below(UnitId id) => byId.Values.Where(u => u.ParentId == id && u.EndedOn is null);
}
