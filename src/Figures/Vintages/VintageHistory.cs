using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Figures.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Figures.Vintages;

/// <summary>What was published, and what changed from one vintage to the next.</summary>
internal static class VintageHistory
{
    /// <summary>A figure's vintages in the order they were published.</summary>
    public static async Task<IReadOnlyList<VintageLine>> OfAsync(AppDbContext db, string figure, CancellationToken cancellation) =>
        await Lines(db.Set<Vintage>().AsNoTracking().Where(v => v.FigureId == figure).OrderBy(v => v.Number)).ToListAsync(cancellation);

    /// <summary>Vintages without the bytes of their reports.</summary>
    public static IQueryable<VintageLine> Lines(IQueryable<Vintage> vintages) => vintages.Select(v => new VintageLine(
        v.FigureId, v.Number, v.DefinitionVersion, v.From, v.AsOf, v.Restatement, v.Cause, v.Value, v.IsWithheld, v.Records, v.Digest, v.PublishedById, v.PublishedAt));

    /// <summary>One vintage; none where there is no such number.</summary>
    public static Task<Vintage?> FindAsync(AppDbContext db, string figure, int number, CancellationToken cancellation) =>
        db.Set<Vintage>().AsNoTracking().FirstOrDefaultAsync(v => v.FigureId == figure && v.Number == number, cancellation);

    /// <summary>
    /// What a vintage is compared with: the one it restates, else the last one of the latest earlier date.
    /// </summary>
    public static Task<Vintage?> BeforeAsync(AppDbContext db, Vintage vintage, CancellationToken cancellation) => db.Set<Vintage>().AsNoTracking()
        .Where(v => v.FigureId == vintage.FigureId && v.Number < vintage.Number)
        .Where(v => vintage.Restatement > 0 ? v.AsOf == vintage.AsOf && v.Restatement == vintage.Restatement - 1 : v.AsOf < vintage.AsOf)
        .OrderByDescending(v => v.AsOf).ThenByDescending(v => v.Restatement)
        .FirstOrDefaultAsync(cancellation);

    /// <summary>The records a vintage counted.</summary>
    public static async Task<IReadOnlyList<CountedRecord>> RecordsAsync(AppDbContext db, Vintage vintage, CancellationToken cancellation)
    {
        var frozen = await db.Set<FrozenRecord>().AsNoTracking().Where(r => r.VintageId == vintage.Id).OrderBy(r => r.Place).ToListAsync(cancellation);
        return [.. frozen.Select(r => r.AsCounted())];
    }

    /// <summary>What changed between two vintages, as a viewer may see it: records that may not be named are counted only.</summary>
    public static async Task<ChangeListing> ChangesAsync(
        AppDbContext db, FigureDefinition figure, Vintage? before, Vintage after, Viewer viewer, CancellationToken cancellation)
    {
        if (!viewer.May(FiguresPermissions.View) && (after.IsWithheld || before is { IsWithheld: true })) return ChangeListing.Withheld;
        var changes = VintageChanges.Between(
            before is null ? [] : await RecordsAsync(db, before, cancellation), await RecordsAsync(db, after, cancellation));
        var labels = (await figure.Labels(db, viewer, [.. changes.Select(c => c.Record).Distinct()], cancellation))
            .DistinctBy(l => l.Record).ToDictionary(l => l.Record);
        return new(false, [.. changes.Where(c => labels.ContainsKey(c.Record)).Select(c => new NamedChange(c, labels[c.Record]))],
            changes.Count(c => !labels.ContainsKey(c.Record)));
    }
}

/// <summary>Changes as one viewer may see them.</summary>
/// <param name="IsWithheld">Whether they may not be told because a number is withheld.</param>
/// <param name="Named">Those that may be named.</param>
/// <param name="Hidden">How many more there are.</param>
public sealed record ChangeListing(bool IsWithheld, IReadOnlyList<NamedChange> Named, int Hidden)
{
    public static ChangeListing Withheld { get; } = new(true, [], 0);
}

/// <summary>A change with the record's name.</summary>
public sealed record NamedChange(ChangedRecord Change, CountedLabel Label);
