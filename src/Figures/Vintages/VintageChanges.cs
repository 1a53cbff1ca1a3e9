using Entente.Contracts.Figures;

namespace Entente.Figures.Vintages;

/// <summary>What happened to one record between two countings.</summary>
public enum RecordChange
{
    Added,
    Removed,
    Changed,
}

/// <summary>One record that differs between two countings.</summary>
/// <param name="Record">Its key.</param>
/// <param name="Change">How it differs.</param>
/// <param name="Before">As it was counted first; none where it was added.</param>
/// <param name="After">As it was counted then; none where it was removed.</param>
public sealed record ChangedRecord(Guid Record, RecordChange Change, CountedRecord? Before, CountedRecord? After);

/// <summary>Compares countings record by record.</summary>
internal static class VintageChanges
{
    /// <summary>
    /// The records that were added, removed, or counted in another version, by another date or amount.
    /// A record that counts several times is compared time by time.
    /// </summary>
    public static IReadOnlyList<ChangedRecord> Between(IEnumerable<CountedRecord> before, IEnumerable<CountedRecord> after)
    {
        var was = Times(before);
        var isNow = Times(after);
        return
        [
            .. isNow.Where(n => !was.ContainsKey(n.Key)).Select(n => new ChangedRecord(n.Value.Record, RecordChange.Added, null, n.Value)),
            .. was.Where(w => !isNow.ContainsKey(w.Key)).Select(w => new ChangedRecord(w.Value.Record, RecordChange.Removed, w.Value, null)),
            .. was.Where(w => isNow.TryGetValue(w.Key, out var n) && Differ(w.Value, n))
                .Select(w => new ChangedRecord(w.Value.Record, RecordChange.Changed, w.Value, isNow[w.Key])),
        ];
    }

    private static Dictionary<(Guid, string, int), CountedRecord> Times(IEnumerable<CountedRecord> records) => records
        .GroupBy(r => (r.Record, r.CountedAs))
        .SelectMany(g => g.OrderBy(r => r.CountedOn).ThenBy(r => r.RecordVersion).ThenBy(r => r.Amount).Select((r, i) => (Time: (r.Record, r.CountedAs, i), r)))
        .ToDictionary(t => t.Time, t => t.r);

    private static bool Differ(CountedRecord a, CountedRecord b) =>
        a.RecordVersion != b.RecordVersion || a.CountedOn != b.CountedOn || a.Amount != b.Amount;
}
