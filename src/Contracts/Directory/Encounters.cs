using Entente.Foundation.Data;

namespace Entente.Contracts.Directory;

/// <summary>The ledger of who was with whom: one entry a source, withdrawn rather than removed. Called inside the caller's transaction; the caller saves.</summary>
public interface IEncounters
{
    /// <summary>Notes an encounter; the same source again says it anew (it began earlier, it ended).</summary>
    Task NoteAsync(NewEncounter encounter, CancellationToken cancellation);

    /// <summary>Notes many at once, in one reading of what stands.</summary>
    Task NoteAllAsync(IReadOnlyCollection<NewEncounter> encounters, CancellationToken cancellation);

    /// <summary>Takes back what a source noted; nothing where it noted nothing.</summary>
    Task WithdrawAsync(RecordRef source, string reason, CancellationToken cancellation);

    /// <summary>Removes what sources noted, for an import that is undone; nothing else removes it.</summary>
    /// <returns>The keys of the entries that go.</returns>
    Task<IReadOnlyList<Guid>> RemoveAsync(IReadOnlyCollection<RecordRef> sources, CancellationToken cancellation);

    /// <summary>The encounters that stand, of everybody, to join in a query of a room that narrows them by its own rule.</summary>
    IQueryable<EncounterCard> Cards();

    /// <summary>
    /// On how many days of a window each person was with another side, overlapping encounters counted once; persons merged count together. Who was not is absent.
    /// </summary>
    /// <param name="of">Whose days.</param>
    /// <param name="side">Away or here; none: both.</param>
    /// <param name="first">The first day of the window.</param>
    /// <param name="last">Its last day.</param>
    /// <param name="cancellation">Ends the reading.</param>
    Task<IReadOnlyDictionary<PersonId, int>> DaysAsync(IReadOnlyCollection<PersonId> of, EncounterSide? side, DateOnly first, DateOnly last, CancellationToken cancellation);
}

/// <summary>An encounter to be noted.</summary>
/// <param name="Person">Who.</param>
/// <param name="With">The other side.</param>
/// <param name="Side">Whether the person went there or came here.</param>
/// <param name="Kind">What it was: <c>study-stay</c>, <c>lecture</c>, <c>visit</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; none: it lasts.</param>
/// <param name="Source">The record that knows it.</param>
/// <param name="Under">The agreement or event it happened under; none: under none.</param>
/// <param name="Affiliation">Where the person belonged then, as words that stay as they are.</param>
public sealed record NewEncounter(
    PersonId Person, OrganisationId With, EncounterSide Side, string Kind, DateOnly From, DateOnly? Until, RecordRef Source, RecordRef? Under, LocalizedText Affiliation);

/// <summary>Which way people met.</summary>
public enum EncounterSide
{
    /// <summary>A person of the school was at the other side.</summary>
    Away,

    /// <summary>A person of the other side was here.</summary>
    Here,
}

/// <summary>An encounter as rooms may join it.</summary>
public sealed class EncounterCard
{
    /// <summary>The entry's key.</summary>
    public required Guid Key { get; init; }

    /// <summary>Who.</summary>
    public required PersonId Person { get; init; }

    /// <summary>With whom.</summary>
    public required OrganisationId With { get; init; }

    /// <summary>Away or here.</summary>
    public required EncounterSide Side { get; init; }

    /// <summary>What it was.</summary>
    public required string Kind { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; none: it lasts.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The kind of the record that noted it.</summary>
    public required string SourceKind { get; init; }

    /// <summary>Its key.</summary>
    public required Guid SourceKey { get; init; }
}

/// <summary>Counts days.</summary>
public static class DayCount
{
    /// <summary>
    /// How many days of a window are covered by at least one span. First and last days count; a span without an end lasts; a span that ends before it begins
    /// covers nothing; nor does anything in a window that ends before it begins.
    /// </summary>
    /// <param name="spans">The spans, in any order, overlapping or not.</param>
    /// <param name="from">The first day of the window.</param>
    /// <param name="until">Its last day.</param>
    public static int Within(IEnumerable<(DateOnly From, DateOnly? Until)> spans, DateOnly from, DateOnly until)
    {
        var (days, counted) = (0, from.DayNumber - 1);
        foreach (var (first, last) in spans.Select(s => (First: Math.Max(s.From.DayNumber, from.DayNumber), Last: Math.Min(s.Until?.DayNumber ?? int.MaxValue, until.DayNumber))).OrderBy(s => s.First))
        {
            var begins = Math.Max(first, counted + 1);
            if (last < begins) continue;
            days += last - begins + 1;
            counted = last;
        }

        return days;
    }
}
