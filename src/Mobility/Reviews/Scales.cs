namespace Entente.Mobility.Reviews;

/// <summary>A review as a number: the weighted points, 0 to 100.</summary>
internal sealed record RawScore(Guid Reviewer, Guid Application, double Raw);

/// <summary>A review on the common scale, with the reviewer's own scale it was measured by.</summary>
/// <param name="Of">The review.</param>
/// <param name="Mean">What the reviewer gives on average; of those with few reviews, what they give together.</param>
/// <param name="Spread">How far their reviews lie around it, drawn towards everybody's where there are few.</param>
/// <param name="Count">How many reviews the scale rests on.</param>
/// <param name="IsPooled">Whether the reviewer has too few reviews for a scale of their own.</param>
/// <param name="Value">50 is what the reviewer usually gives; 10 is one spread.</param>
internal sealed record ScaledScore(RawScore Of, double Mean, double Spread, int Count, bool IsPooled, double Value);

/// <summary>
/// Puts reviewers' scales side by side: the strict and the generous, the bold and the cautious. Each review becomes its distance from the reviewer's own mean in
/// units of the reviewer's own spread. Whoever reviewed few is measured together with the others who did; a spread from few reviews is drawn towards everybody's.
/// </summary>
internal static class Scales
{
    /// <summary>From so many reviews on a reviewer has a scale of their own.</summary>
    public const int Enough = 3;

    /// <summary>The middle of the common scale.</summary>
    public const double Middle = 50;

    /// <summary>One spread on the common scale.</summary>
    public const double Unit = 10;

    /// <summary>Everybody's spread counts like so many reviews of one's own.</summary>
    private const double Drawn = 4;

    /// <summary>The weighted points of a review, 0 to 100.</summary>
    public static double Raw(IEnumerable<(int Weight, int Most, int Points)> criteria)
    {
        var (got, most) = (0.0, 0);
        foreach (var (weight, full, points) in criteria) (got, most) = (got + ((double)weight * points / full), most + weight);
        return most == 0 ? 0 : 100 * got / most;
    }

    /// <summary>Every review on the common scale, in the order given.</summary>
    public static IReadOnlyList<ScaledScore> Of(IReadOnlyList<RawScore> scores)
    {
        var counts = scores.GroupBy(s => s.Reviewer).ToDictionary(g => g.Key, g => g.Count());
        var groups = scores.GroupBy(s => counts[s.Reviewer] >= Enough ? s.Reviewer : Guid.Empty).ToDictionary(g => g.Key, g => new Scale(g.Select(s => s.Raw).ToList()));
        var freedom = groups.Values.Sum(g => g.Count - 1);
        var shared = freedom == 0 ? 0 : groups.Values.Sum(g => g.Squares) / freedom;
        return [.. scores.Select(s =>
        {
            var isPooled = counts[s.Reviewer] < Enough;
            var scale = groups[isPooled ? Guid.Empty : s.Reviewer];
            var spread = Math.Sqrt((scale.Squares + (Drawn * shared)) / (scale.Count - 1 + Drawn));
            // Where nobody ever differed there is no spread to measure by.
            var value = spread < Least ? Middle : Middle + (Unit * (s.Raw - scale.Mean) / spread);
            return new ScaledScore(s, scale.Mean, spread, scale.Count, isPooled, value);
        })];
    }

    private const double Least = 1e-9;

    private sealed record Scale
    {
        public Scale(IReadOnlyList<double> raws)
        {
            (Count, Mean) = (raws.Count, raws.Average());
            Squares = raws.Sum(r => (r - Mean) * (r - Mean));
        }

        public int Count { get; }

        public double Mean { get; }

        public double Squares { get; }
    }
}

/// <summary>What the reviews of an application come to.</summary>
/// <param name="Raw">The mean of the weighted points, hundredths of 100.</param>
/// <param name="Scaled">The mean on the common scale, hundredths.</param>
/// <param name="Apart">How far the reviewers lie apart in weighted points, hundredths.</param>
/// <param name="Scores">Its reviews.</param>
internal sealed record Standing(int Raw, int Scaled, int Apart, IReadOnlyList<ScaledScore> Scores);

/// <summary>Makes a ranking of applications from their reviews; equal to the hundredth is a tie, and stays one.</summary>
internal static class Ranking
{
    public static IReadOnlyDictionary<Guid, Standing> Standings(IReadOnlyList<RawScore> scores) =>
        Scales.Of(scores).GroupBy(s => s.Of.Application).ToDictionary(g => g.Key, g => new Standing(
            Hundredths(g.Average(s => s.Of.Raw)), Hundredths(g.Average(s => s.Value)), Hundredths(g.Max(s => s.Of.Raw) - g.Min(s => s.Of.Raw)), [.. g]));

    /// <summary>The rank of each, 1 first; who ties shares a rank, and the next one counts those before.</summary>
    public static IReadOnlyDictionary<Guid, int> Ranks(IReadOnlyDictionary<Guid, Standing> standings) =>
        standings.ToDictionary(s => s.Key, s => 1 + standings.Values.Count(o => o.Scaled > s.Value.Scaled));

    public static int Hundredths(double value) => (int)Math.Round(value * 100, MidpointRounding.AwayFromZero);
}
