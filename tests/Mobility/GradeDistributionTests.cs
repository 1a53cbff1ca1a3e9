using CsCheck;
using Entente.Contracts.Safeguards;

namespace Entente.Mobility.Tests;

/// <summary>The laws of converting grades by distribution.</summary>
public sealed class GradeDistributionTests
{
    private static readonly Gen<GradeDistribution> Any = Gen.Int[1, 400].Array[1, 25].Select(counts => new GradeDistribution([.. counts.Select((c, i) => new GradeShare("g" + i, c))]));
    private static readonly Gen<GradePick> AnyPick = Gen.Enum<GradePick>();

    [Fact]
    public void A_better_grade_never_becomes_a_worse_one() => Gen.Select(Any, Any, AnyPick).Sample((there, here, pick) =>
    {
        var became = there.Shares.Select(s => here.Find(there.Convert(s.Grade, here, pick)!.Chosen)!.Value).ToList();
        return became.SequenceEqual(became.Order());
    }, iter: 10_000);

    [Fact]
    public void Equal_distributions_leave_every_grade_as_it_is() => Gen.Select(Any, AnyPick).Sample((known, pick) =>
        known.Shares.All(s => known.Convert(s.Grade, new(known.Shares), pick) is { } m && m.Chosen == s.Grade && m.Best == s.Grade && m.Worst == s.Grade), iter: 10_000);

    [Fact]
    public void The_stretches_cover_the_whole_range_here_and_follow_each_other() => Gen.Select(Any, Any, AnyPick).Sample((there, here, pick) =>
    {
        var all = there.Shares.Select(s => there.Convert(s.Grade, here, pick)!).ToList();
        var (best, worst) = (all.ConvertAll(m => here.Find(m.Best)!.Value), all.ConvertAll(m => here.Find(m.Worst)!.Value));
        return best[0] == 0 && worst[^1] == here.Shares.Count - 1 && all[0].From == 0 && all[^1].Until == 100
            && Enumerable.Range(1, all.Count - 1).All(i => best[i] is var next && (next == worst[i - 1] || next == worst[i - 1] + 1) && all[i].From == all[i - 1].Until)
            && Enumerable.Range(0, all.Count).All(i => here.Find(all[i].Chosen)!.Value is var taken && taken >= best[i] && taken <= worst[i]);
    }, iter: 10_000);

    /// <summary>Against the definition, student by student: both institutions' students are stretched to the same number and stand side by side from the best to the last.</summary>
    [Fact]
    public void What_is_said_of_a_grade_is_true_student_by_student() => Gen.Select(Gen.Int[1, 9].Array[1, 6], Gen.Int[1, 9].Array[1, 6], AnyPick).Sample((left, right, pick) =>
    {
        var there = new GradeDistribution([.. left.Select((c, i) => new GradeShare("t" + i, c))]);
        var here = new GradeDistribution([.. right.Select((c, i) => new GradeShare("h" + i, c))]);
        var pairs = there.Shares.SelectMany(s => Enumerable.Repeat(s.Grade, (int)(s.Passes * here.Total * 2))).Zip(here.Shares.SelectMany(s => Enumerable.Repeat(s.Grade, (int)(s.Passes * there.Total * 2)))).ToList();
        return there.Shares.All(s =>
        {
            var beside = pairs.Where(p => p.First == s.Grade).Select(p => p.Second).ToList();
            var said = there.Convert(s.Grade, here, pick)!;
            var before = pairs.TakeWhile(p => p.First != s.Grade).Count();
            return said.Best == beside[0] && said.Worst == beside[^1]
                && said.Chosen == pick switch { GradePick.Highest => beside[0], GradePick.Lowest => beside[^1], _ => beside[beside.Count / 2] }
                && said.From == Percent(before, pairs.Count) && said.Until == Percent(before + beside.Count, pairs.Count) && said.Middle == Percent((2 * before) + beside.Count, 2 * pairs.Count);
        });
    }, iter: 10_000);

    [Fact]
    public void The_largest_numbers_are_reckoned_exactly()
    {
        var there = new GradeDistribution([.. Enumerable.Range(0, GradeDistribution.MostGrades).Select(i => new GradeShare("t" + i, GradeDistribution.MostPasses))]);
        var here = new GradeDistribution([new("a", 1), new("b", GradeDistribution.MostPasses)]);
        Assert.Equal("a", there.Convert("t0", here, GradePick.Highest)!.Chosen);
        Assert.Equal("b", there.Convert(" T119 ", here, GradePick.Lowest)!.Chosen);
        Assert.Null(there.Convert("t120", here, GradePick.Middle));
    }

    [Fact]
    public void What_is_no_distribution_is_refused()
    {
        GradeShare[][] wrong = [[], [new("A", 0)], [new("A", 1), new("a", 2)], [new("A", GradeDistribution.MostPasses + 1)], [.. Enumerable.Range(0, GradeDistribution.MostGrades + 1).Select(i => new GradeShare("g" + i, 1))]];
        foreach (var shares in wrong) Assert.Throws<ArgumentException>(() => new GradeDistribution(shares));
    }

    private static decimal Percent(long part, long of) => decimal.Round(100m * part / of, 1, MidpointRounding.AwayFromZero);
}
