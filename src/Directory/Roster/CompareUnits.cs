using Entente.Directory.Model;
using Entente.Foundation.Data;

namespace Entente.Directory.Roster;

/// <summary>
/// Brings the tree of units to what the roster says: created, renamed, moved, ended. A row that would break the tree (an unknown unit above, a circle, a
/// second top) stays as it stands. A unit made by hand is taken over by its code and never ended for its absence.
/// </summary>
internal sealed class CompareUnits(AppDbContext db, RosterUnits units, RosterOutcome outcome, DateOnly today)
{
    private const string Words = "roster.unit.";

    public void Compare(IReadOnlyList<UnitLine> lines, IReadOnlySet<string> seen)
    {
        var announced = units.All.Where(u => u is { IsAnnounced: true, EndedOn: null }).ToList();
        var living = Sound([.. lines.Where(l => !l.IsEnded)]);
        foreach (var line in FromTheTop(living)) Take(line);
        var gone = lines.Where(l => l.IsEnded).ToDictionary(l => l.Code, StringComparer.OrdinalIgnoreCase);
        var ending = units.All.Where(u => u.EndedOn is null && (gone.ContainsKey(u.Code) || u.IsAnnounced && !seen.Contains(u.Code))).ToList();
        var ended = End(ending, gone);
        outcome.Units = (announced.Count, announced.Count(ended.Contains));
    }

    /// <summary>The rows that fit into the tree; a row is left out with all that hang from it alone.</summary>
    private Dictionary<string, UnitLine> Sound(List<UnitLine> lines)
    {
        var sound = lines.ToDictionary(l => l.Code, StringComparer.OrdinalIgnoreCase);
        var top = units.Top;
        foreach (var line in lines.Where(l => l.Parent.Length == 0))
        {
            top ??= Begin(line);
            // There is one university: a table that calls it by another code means the same.
            if (units.Find(line.Code) is null && !sound.ContainsKey(top.Code)) Recode(top, line);
            if (units.Find(line.Code) != top) Leave(sound, line, "second-top", top.Code);
        }

        for (var before = -1; before != sound.Count;)
        {
            before = sound.Count;
            foreach (var line in sound.Values.Where(l => l.Parent.Length > 0).ToList())
            {
                if (!sound.ContainsKey(line.Parent) && units.Find(line.Parent) is not { EndedOn: null }) Leave(sound, line, "no-parent", line.Parent);
                else if (units.Find(line.Code) is { } known && known == top) Leave(sound, line, "top-moves", line.Parent);
                else if (IsCircle(sound, line)) Leave(sound, line, "circle", line.Parent);
            }
        }

        return sound;
    }

    private Unit Begin(UnitLine line)
    {
        var top = new Unit { Code = line.Code, Name = LocalizedText.Empty, Kind = UnitKind.University, IsAnnounced = true };
        Created(top, line);
        return top;
    }

    private void Recode(Unit top, UnitLine line)
    {
        outcome.Say(RosterLineKind.UnitRenamed, line.Code, line.Place, Words + "recoded", top.Name, top.Code, line.Code);
        outcome.Changed++;
        units.Recode(top, line.Code);
    }

    private bool IsCircle(Dictionary<string, UnitLine> sound, UnitLine line)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { line.Code };
        for (var at = line.Parent; at.Length > 0; at = sound.TryGetValue(at, out var above) ? above.Parent : ParentOf(at))
            if (!seen.Add(at)) return true;
        return false;
    }

    private string ParentOf(string code) => units.Find(code)?.ParentId is { } parent ? units.Find(parent).Code : "";

    private void Leave(Dictionary<string, UnitLine> sound, UnitLine line, string why, object? arg)
    {
        sound.Remove(line.Code);
        outcome.Say(new RosterSaying(RosterLineKind.Contradiction, line.Code, Words + why, line.Code, arg).At(line.Place, "parent"));
    }

    private static IEnumerable<UnitLine> FromTheTop(Dictionary<string, UnitLine> lines)
    {
        var children = lines.Values.ToLookup(l => lines.ContainsKey(l.Parent) ? l.Parent : "", StringComparer.OrdinalIgnoreCase);
        var waiting = new Queue<UnitLine>(children[""]);
        while (waiting.TryDequeue(out var line))
        {
            yield return line;
            foreach (var child in children[line.Code]) waiting.Enqueue(child);
        }
    }

    private void Take(UnitLine line)
    {
        var parent = line.Parent.Length > 0 ? units.Find(line.Parent) : null;
        if (units.Find(line.Code) is not { } unit)
        {
            Created(new() { Code = line.Code, Name = LocalizedText.Empty, ParentId = parent!.Id, Kind = line.Kind ?? (parent == units.Top ? UnitKind.School : UnitKind.Department), IsAnnounced = true }, line);
            return;
        }

        var (changed, isNew) = (false, db.Entry(unit).State == Microsoft.EntityFrameworkCore.EntityState.Added);
        unit.IsAnnounced = true;
        if (unit.EndedOn is not null)
        {
            (unit.EndedOn, changed) = (null, true);
            outcome.Say(RosterLineKind.UnitCreated, line.Code, line.Place, Words + "returned", unit.Name);
        }

        if (NameOf(line, unit.Name) is var name && !name.Equals(unit.Name))
        {
            outcome.Say(RosterLineKind.UnitRenamed, line.Code, line.Place, Words + "renamed", unit.Name, name);
            (unit.Name, changed) = (name, true);
        }

        if (parent is not null && unit.ParentId != parent.Id)
        {
            outcome.Say(RosterLineKind.UnitMoved, line.Code, line.Place, Words + "moved", unit.Name, units.Find(unit.ParentId!.Value).Name, parent.Name);
            (unit.ParentId, changed) = (parent.Id, true);
        }

        if (changed) outcome.Changed++;
        else if (!isNew) outcome.Unchanged++;
    }

    private void Created(Unit unit, UnitLine line)
    {
        unit.Name = NameOf(line, LocalizedText.Empty);
        db.Add(unit);
        units.Add(unit);
        outcome.Created++;
        outcome.Say(RosterLineKind.UnitCreated, line.Code, line.Place, Words + "created", unit.Name, unit.ParentId is { } above ? units.Find(above).Name : null);
    }

    /// <summary>The name as the table gives it; a language it does not give stays as the office wrote it.</summary>
    private static LocalizedText NameOf(UnitLine line, LocalizedText before)
    {
        var isHan = NameFolding.HasHan(line.Name);
        var english = line.NameEn.Length > 0 ? line.NameEn : isHan ? before.Exactly("en") : line.Name;
        return new(english, isHan ? line.Name : before.Exactly("zh-Hans"));
    }

    private HashSet<Unit> End(List<Unit> ending, Dictionary<string, UnitLine> gone)
    {
        var ended = new HashSet<Unit>();
        // The lowest first, so that a unit ends together with all that ends below it.
        foreach (var unit in ending.OrderByDescending(u => units.WithAbove(u.Id).Count()))
        {
            var line = gone.GetValueOrDefault(unit.Code);
            if (unit == units.Top || units.Below(unit.Id).FirstOrDefault() is not null)
            {
                var stays = new RosterSaying(RosterLineKind.Contradiction, unit.Code, unit == units.Top ? Words + "top-ends" : Words + "has-below", unit.Name, units.Below(unit.Id).FirstOrDefault()?.Name);
                outcome.Say(line is null ? stays : stays.At(line.Place, "status"));
                continue;
            }

            unit.EndedOn = line?.To is { } to && to <= today ? to : today;
            ended.Add(unit);
            outcome.Ended++;
            outcome.Say(RosterLineKind.UnitEnded, unit.Code, line?.Place, Words + (line is null ? "absent" : "ended"), unit.Name);
        }

        return ended;
    }
}
