using Entente.Contracts.Figures;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Figures.Counting;

/// <summary>A figure counted at a date, with its records.</summary>
/// <param name="Definition">What was counted.</param>
/// <param name="Window">The dates.</param>
/// <param name="Value">The number.</param>
/// <param name="Records">What was counted, in the digest's order.</param>
/// <param name="Digest">The digest of the records.</param>
public sealed record FigureCount(
    FigureDefinition Definition, FigureWindow Window, long Value, IReadOnlyList<CountedRecord> Records, string Digest)
{
    /// <summary>Whether the public may not see the number.</summary>
    public bool IsWithheld => Counts.IsWithheld(Definition, Value);
}

/// <summary>Counts.</summary>
internal static class Counts
{
    /// <summary>Small numbers could betray a person: from 1 to the definition's limit they are withheld from the public.</summary>
    public static bool IsWithheld(FigureDefinition figure, long value) => value >= 1 && value <= figure.SuppressUpTo;

    /// <summary>The number alone: the database counts occurrences; what is distinct or summed, rooms may work out after reading.</summary>
    public static async Task<long> ValueAsync(AppDbContext db, FigureDefinition figure, DateOnly asOf, CancellationToken cancellation)
    {
        var records = figure.Records(db, figure.WindowAt(asOf)).AsNoTracking();
        return figure.Unit == FigureUnit.Instances
            ? await records.LongCountAsync(cancellation)
            : ValueOf(figure.Unit, await records.ToListAsync(cancellation));
    }

    /// <summary>The number with the records behind it.</summary>
    public static async Task<FigureCount> CountAsync(AppDbContext db, FigureDefinition figure, DateOnly asOf, CancellationToken cancellation)
    {
        var window = figure.WindowAt(asOf);
        var records = FigureDigest.Ordered(await figure.Records(db, window).AsNoTracking().ToListAsync(cancellation));
        return new(figure, window, ValueOf(figure.Unit, records), records, FigureDigest.Of(records));
    }

    /// <summary>What records come to.</summary>
    public static long ValueOf(FigureUnit unit, IReadOnlyCollection<CountedRecord> records) => unit switch
    {
        FigureUnit.Distinct => records.Select(r => r.CountedAs).Distinct(StringComparer.Ordinal).LongCount(),
        FigureUnit.Amount => records.Sum(r => r.Amount),
        _ => records.Count,
    };
}
