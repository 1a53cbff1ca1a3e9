using Entente.Contracts.Figures;

namespace Entente.Figures.Counting;

/// <summary>A figure over the years, as known now.</summary>
/// <param name="Points">A value a year, the asked date last; years whose number is withheld are missing.</param>
/// <param name="Change">How much more than a year before the asked date; none where one of both is withheld.</param>
public sealed record FigureTrend(IReadOnlyList<TrendPoint> Points, long? Change)
{
    private const int Years = 8;

    internal static async Task<FigureTrend> OfAsync(FigureValues values, FigureDefinition figure, DateOnly asOf, bool seesAll, CancellationToken cancellation)
    {
        var dates = Enumerable.Range(1, Years - 1).Reverse().Select(back => figure.YearsBefore(asOf, back)).Append(asOf).ToList();
        var yearBefore = asOf.AddYears(-1);
        var numbers = await values.NumbersAsync([.. dates.Append(yearBefore).Select(d => (figure, d))], cancellation);
        bool Shows(long value) => seesAll || !Counts.IsWithheld(figure, value);
        var (now, before) = (numbers[(figure.Id, asOf)], numbers[(figure.Id, yearBefore)]);
        var points = dates.Select(d => new TrendPoint(d, numbers[(figure.Id, d)]))
            .SkipWhile(p => p.Value == 0 && p.On != asOf).Where(p => Shows(p.Value)).ToList();
        return new(points, Shows(now) && Shows(before) ? now - before : null);
    }
}

/// <summary>A value at a date.</summary>
public sealed record TrendPoint(DateOnly On, long Value);
