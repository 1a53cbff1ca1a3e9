using CsCheck;
using Entente.Mobility.Reviews;

namespace Entente.Mobility.Tests;

/// <summary>The laws of making reviewers' scales comparable, and of spreading applications over reviewers.</summary>
public sealed class ReviewScaleTests
{
    private static readonly Gen<RawScore[]> Scores = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 9], Gen.Int[0, 1000])
        .Select((reviewer, application, raw) => new RawScore(Key(1, reviewer), Key(2, application), raw / 10.0)).Array[0, 40]
        .Select(s => s.DistinctBy(x => (x.Reviewer, x.Application)).ToArray());

    [Fact]
    public void The_order_of_a_reviewer_is_kept() => Scores.Sample(
        scores =>
        {
            var scaled = Scales.Of(scores);
            return scaled.All(a => scaled.Where(b => b.Of.Reviewer == a.Of.Reviewer).All(b => !(a.Of.Raw > b.Of.Raw) || a.Value >= b.Value));
        },
        iter: 10_000);

    [Fact]
    public void A_reviewer_with_a_scale_of_their_own_who_gives_everybody_more_changes_nothing() => Gen.Select(Scores, Gen.Int[0, 5], Gen.Double[-40, 40]).Sample(
        (scores, who, more) =>
        {
            var generous = Key(1, who);
            if (scores.Count(s => s.Reviewer == generous) < Scales.Enough) return true;
            var shifted = scores.Select(s => s.Reviewer == generous ? s with { Raw = s.Raw + more } : s).ToArray();
            return Scales.Of(scores).Zip(Scales.Of(shifted)).All(p => Math.Abs(p.First.Value - p.Second.Value) < 1e-6);
        },
        iter: 10_000);

    [Fact]
    public void Equal_to_the_hundredth_is_a_tie_and_the_next_rank_counts_those_before() => Scores.Sample(
        scores =>
        {
            var standings = Ranking.Standings(scores);
            var ranks = Ranking.Ranks(standings);
            return ranks.All(a => ranks.All(b => Math.Sign(a.Value - b.Value) == Math.Sign(standings[b.Key].Scaled - standings[a.Key].Scaled)))
                && ranks.Values.All(r => r == 1 + ranks.Values.Count(o => o < r));
        },
        iter: 10_000);

    [Fact]
    public void A_strict_and_a_generous_reviewer_of_the_same_mind_rank_alike()
    {
        var (strict, generous) = (Key(1, 1), Key(1, 2));
        RawScore[] scores = [.. Enumerable.Range(0, 4).SelectMany(i => new[] { new RawScore(strict, Key(2, i), 40 + (5 * i)), new RawScore(generous, Key(2, i + 4), 80 + (5 * i)) })];
        var ranks = Ranking.Ranks(Ranking.Standings(scores));
        Assert.Equal([1, 3, 5, 7], Enumerable.Range(0, 4).Select(i => ranks[Key(2, 3 - i)]));
        Assert.Equal([1, 3, 5, 7], Enumerable.Range(0, 4).Select(i => ranks[Key(2, 7 - i)]));
    }

    [Fact]
    public void Weighted_points_are_a_share_of_all_that_could_be_had()
    {
        Assert.Equal(100, Scales.Raw([(40, 10, 10), (60, 5, 5)]));
        Assert.Equal(70, Scales.Raw([(40, 10, 10), (60, 10, 5)]), 9);
        Assert.Equal(0, Scales.Raw([]));
    }

    [Fact]
    public void Applications_are_spread_evenly_within_the_load_and_past_every_bar() => Gen.Select(
        Gen.Int[0, 8], Gen.Int[1, 6], Gen.Int[1, 3], Gen.Int[1, 6], Gen.Bool.Array[60]).Sample(
        (applications, reviewers, needs, most, bars) =>
        {
            bool May(int a, int r) => bars[(a * 6) + r];
            var given = Spreading.Of([.. Enumerable.Range(0, applications).Select(a => (a, needs))], [.. Enumerable.Range(0, reviewers).Select(r => (r, 0))], most, May);
            var open = Spreading.Of([.. Enumerable.Range(0, applications).Select(a => (a, 1))], [.. Enumerable.Range(0, reviewers).Select(r => (r, 0))], most, (_, _) => true);
            var loads = Enumerable.Range(0, reviewers).Select(r => open.Count(p => p.Reviewer == r)).ToList();
            return given.All(p => May(p.Application, p.Reviewer)) && given.Distinct().Count() == given.Count
                && given.GroupBy(p => p.Reviewer).All(g => g.Count() <= most) && given.GroupBy(p => p.Application).All(g => g.Count() <= needs)
                && given.Count == Most(applications, reviewers, needs, most, May)
                && open.Count == Math.Min(applications, reviewers * most) && loads.Max() - loads.Min() <= 1;
        },
        iter: 5_000);

    // The greatest number of pairs, by plain augmenting over unit slots.
    private static int Most(int applications, int reviewers, int needs, int most, Func<int, int, bool> may)
    {
        var flow = new bool[applications, reviewers];
        var total = 0;
        for (var a = 0; a < applications; a++)
            for (var n = 0; n < needs; n++)
                if (Augment(a, new bool[applications])) total++;
        return total;

        bool Augment(int a, bool[] seen)
        {
            if (seen[a]) return false;
            seen[a] = true;
            for (var r = 0; r < reviewers; r++)
            {
                if (flow[a, r] || !may(a, r)) continue;
                var used = Enumerable.Range(0, applications).Where(o => flow[o, r]).ToList();
                if (used.Count < most)
                {
                    flow[a, r] = true;
                    return true;
                }

                foreach (var other in used)
                {
                    flow[other, r] = false;
                    flow[a, r] = true;
                    if (Augment(other, seen)) return true;
                    (flow[other, r], flow[a, r]) = (true, false);
                }
            }

            return false;
        }
    }

    private static Guid Key(int kind, int number) => new(kind, (short)number, 0, new byte[8]);
}
