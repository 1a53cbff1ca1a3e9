using Entente.Contracts.Figures;
using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Figures.Counting;

/// <summary>The counted records as one viewer may see them.</summary>
/// <param name="Lines">Those that may be named, in the order the room names them.</param>
/// <param name="Hidden">How many more were counted that this viewer may not see.</param>
public sealed record FigureListing(IReadOnlyList<ListedRecord> Lines, int Hidden)
{
    /// <summary>Nothing may be named: the number itself is withheld.</summary>
    public static FigureListing Withheld { get; } = new([], 0);

    internal static async Task<FigureListing> OfAsync(AppDbContext db, FigureCount count, Viewer viewer, CancellationToken cancellation)
    {
        if (count.IsWithheld && !viewer.May(FiguresPermissions.View)) return Withheld;
        var byKey = count.Records.ToLookup(r => r.Record);
        var labels = await count.Definition.Labels(db, viewer, [.. byKey.Select(g => g.Key)], cancellation);
        var lines = labels.Where(l => byKey.Contains(l.Record)).DistinctBy(l => l.Record)
            .Select(l => new ListedRecord(l, byKey[l.Record].Max(r => r.CountedOn), byKey[l.Record].Sum(r => r.Amount)))
            .ToList();
        return new(lines, byKey.Count - lines.Count);
    }
}

/// <summary>One record of a list.</summary>
/// <param name="Label">Its name and address.</param>
/// <param name="CountedOn">The date by which it counts.</param>
/// <param name="Amount">What it adds.</param>
public sealed record ListedRecord(CountedLabel Label, DateOnly? CountedOn, long Amount);
