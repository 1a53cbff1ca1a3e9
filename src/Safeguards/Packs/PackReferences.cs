namespace Entente.Safeguards.Packs;

/// <summary>Checks that what a pack's rules name is in the pack, and that nothing stands twice.</summary>
internal static class PackReferences
{
    public static void Check(Pack pack, List<PackError> errors)
    {
        Once("citations", pack.Citations.Select(c => c.Id));
        Once("groupings", pack.Groupings.Select(g => g.Id));
        Once("calendars", pack.Calendars.Select(c => c.Id));
        Once("chains", pack.Chains.Select(c => c.Id));
        Once("gates", pack.Gates.Select(g => g.Id));
        Once("obligations", pack.Obligations.Select(o => o.Kind));
        Once("schedules", pack.Schedules.Select(s => s.Id));
        Once("tables", pack.Tables.Select(t => t.Id));
        Once("gradings", pack.Gradings.Select(g => g.Id));
        Each("gradings", pack.Gradings, (grading, at) => Cites(grading.Citations, at));
        Each("tables", pack.Tables, (table, at) => Cites(table.Citations, at));
        Each("schedules", pack.Schedules, (schedule, at) =>
        {
            Cites(schedule.Citations, at);
            Once(at[2..] + ".steps", schedule.Steps.Select(s => s.Code));
        });
        Each("groupings", pack.Groupings, (g, at) => Cites(g.Citations, at));
        Each("calendars", pack.Calendars, (c, at) => Cites(c.Citations, at));
        Each("chains", pack.Chains, (chain, at) =>
        {
            Cites(chain.Citations, at);
            Names(chain.Calendar, pack.Calendars.Select(c => c.Id), at + ".calendar", "packs.error.no-calendar");
            if (chain.Gate is not null) Names(chain.Gate, pack.Gates.Select(g => g.Id), at + ".gate", "packs.error.no-gate");
        });
        Each("obligations", pack.Obligations, (owed, at) =>
        {
            Cites(owed.Citations, at);
            Names(owed.Calendar, pack.Calendars.Select(c => c.Id), at + ".calendar", "packs.error.no-calendar");
        });
        Each("gates", pack.Gates, (gate, at) => Each(at[2..] + ".checks", gate.Checks, (check, place) =>
        {
            Cites(check.Citations, place);
            if (check.TerritoriesIn is not null) Names(check.TerritoriesIn, pack.Groupings.Select(g => g.Id), place + ".territoriesIn", "packs.error.no-grouping");
        }));
        Each("goldenCases", pack.GoldenCases, (golden, at) =>
        {
            if (!GoldenCases.Kinds.Contains(golden.Kind, StringComparer.Ordinal)) errors.Add(new(at + ".kind", "packs.error.golden-kind", golden.Kind, string.Join(", ", GoldenCases.Kinds)));
        });

        void Once(string list, IEnumerable<string> ids)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            Each(list, ids, (id, at) =>
            {
                if (!seen.Add(id)) errors.Add(new(at, "packs.error.repeats", id));
            });
        }

        void Cites(IReadOnlyList<string> citations, string at) => Each(at[2..] + ".citations", citations, (id, place) =>
            Names(id, pack.Citations.Select(c => c.Id), place, "packs.error.no-citation"));

        void Names(string id, IEnumerable<string> known, string at, string textKey)
        {
            if (!known.Contains(id, StringComparer.Ordinal)) errors.Add(new(at, textKey, id));
        }
    }

    private static void Each<T>(string list, IEnumerable<T> items, Action<T, string> check)
    {
        var i = 0;
        foreach (var item in items) check(item, $"$.{list}[{i++}]");
    }
}
