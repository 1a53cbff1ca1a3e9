using CsCheck;
using Entente.Matching.Places;

namespace Entente.Matching.Tests;

/// <summary>What is said to a student is true, and the counts of a judgement are those of the definitions.</summary>
public sealed class ExplanationTests
{
    private const int Many = 10_000;

    [Fact]
    public void Every_explanation_of_every_mechanism_is_true() => Instances.Any().Sample(problem =>
    {
        foreach (var mechanism in new[] { Mechanism.SerialDictatorship, Mechanism.Lottery, Mechanism.DeferredAcceptance }) AllHold(problem, mechanism);
    }, iter: Many);

    [Fact]
    public void Every_explanation_of_deferred_acceptance_within_nests_is_true() => Instances.Whole().Sample(problem => AllHold(problem, Mechanism.DeferredAcceptance), iter: Many);

    [Fact]
    public void Every_explanation_of_the_optimum_is_what_brute_force_finds() => Instances.Any(3, 3).Sample(problem =>
    {
        var placement = Places.Places.Run(problem, Mechanism.ExactOptimum, "1");
        var allowed = Exhaustive.All(problem).Where(p => !Exhaustive.IsSomebodyPassedOver(problem, p)).ToList();
        Assert.All(Judgement.Of(problem, placement).Claims.Where(c => c.IsGuaranteed), c => Assert.True(c.Violations is null or 0, c.ToString()));
        for (var at = 0; at < problem.Students.Count; at++)
        {
            foreach (var why in Explanation.Of(problem, placement, problem.Students[at].Id).Earlier.Where(w => w.Kind != WhyNotKind.Barred))
            {
                var best = allowed.Where(p => p[at] == why.Position - 1)
                    .Select(p => (Placed: p.Count(x => x >= 0), Positions: -p.Where(x => x >= 0).Sum(x => x + 1L))).OrderDescending().ToList();
                Assert.Equal(Kind(best, placement.Optimum!), why.Kind);
                if (best.Count > 0) Assert.Equal(best[0], (why.Instead!.Placed, -why.Instead.Positions));
            }
        }
    }, iter: Many);

    [Fact]
    public void What_is_said_of_the_optimum_holds_and_something_else_does_not()
    {
        var problem = Instances.Of([("a", ["p", "q"]), ("b", ["p"]), ("c", ["p"])], [("p", 1, []), ("q", 1, [])]);
        var placement = Places.Places.Run(problem, Mechanism.ExactOptimum, "1");
        var truth = Explanation.Of(problem, placement, "a");
        Assert.Equal(("q", WhyNotKind.FewerPlaced, new Instead(1, 1, 2, 3)), (truth.Place, truth.Earlier.Single().Kind, truth.Earlier[0].Instead!));
        Assert.True(Explanation.Holds(problem, placement, truth));
        Assert.False(Explanation.Holds(problem, placement, truth with { Earlier = [truth.Earlier[0] with { Kind = WhyNotKind.NotPossible }] }));
    }

    [Fact]
    public void A_changed_sentence_no_longer_holds()
    {
        var problem = Instances.Of([("a", ["p", "q"]), ("b", ["p", "q"])], [("p", 1, []), ("q", 1, [])]);
        var placement = Places.Places.Run(problem, Mechanism.SerialDictatorship, "1");
        var truth = Explanation.Of(problem, placement, "b");
        Assert.True(Explanation.Holds(problem, placement, truth));
        Assert.Equal(new LimitReached(LimitKind.Capacity, "p", 1000, 1000, 1000, 1, "a", 1), truth.Earlier[0].Limit);
        Assert.False(Explanation.Holds(problem, placement, truth with { Place = "p" }));
        Assert.False(Explanation.Holds(problem, placement, truth with { Earlier = [] }));
        Assert.False(Explanation.Holds(problem, placement, truth with { Earlier = [truth.Earlier[0] with { Limit = truth.Earlier[0].Limit! with { Last = "b" } }] }));
        Assert.False(Explanation.Holds(problem, placement, truth with { Earlier = [truth.Earlier[0] with { Kind = WhyNotKind.Barred, Barrier = new(BarrierKind.Caller, "own") }] }));
    }

    [Fact]
    public void A_judgement_counts_what_the_definitions_say() => Instances.Any(4, 3).Sample(problem =>
    {
        foreach (var mechanism in new[] { Mechanism.SerialDictatorship, Mechanism.Lottery, Mechanism.DeferredAcceptance })
        {
            var placement = Places.Places.Run(problem, mechanism, "1");
            if (placement.Refusal is not null) continue;
            var judgement = Judgement.Of(problem, placement);
            var got = Exhaustive.Positions(problem, placement);
            Assert.True(judgement.IsWithinLimits);
            Assert.Equal(Exhaustive.Wasted(problem, got).Count(), judgement.WasteCount);
            if (judgement.IsParetoEfficient is { } efficient) Assert.Equal(!Exhaustive.IsDominated(problem, got), efficient);
            Assert.All(judgement.Claims.Where(c => c.IsGuaranteed), c => Assert.True(c.Violations is null or 0, $"{mechanism}: {c}"));
        }
    }, iter: Many);

    [Fact]
    public void Blocking_pairs_are_counted_by_the_definition_and_by_the_arrays_alike() => Gen.Select(Instances.Whole(4, 3), Gen.Int[0, 10_000]).Sample((problem, pick) =>
    {
        var all = Exhaustive.All(problem).ToList();
        var got = all[pick % all.Count];
        var assignments = problem.Students.Select((s, at) => new Assignment(s.Id, got[at] < 0 ? null : s.Choices[got[at]], got[at] < 0 ? null : got[at] + 1));
        var placement = new Placement(Mechanism.DeferredAcceptance, "1", problem.Digest, [.. assignments]);
        var pairs = Exhaustive.BlockingPairs(problem, got, "1").Count();
        Assert.Equal(pairs, Judgement.Of(problem, placement).BlockingCount);
        Assert.Equal(pairs, StabilityVerifier.Verify(problem, placement)!.BlockingPairs);
    }, iter: Many);

    private static void AllHold(PlaceProblem problem, Mechanism mechanism)
    {
        var placement = Places.Places.Run(problem, mechanism, "1");
        if (placement.Refusal is not null) return;
        foreach (var explanation in Explanation.All(problem, placement))
        {
            Assert.DoesNotContain(explanation.Earlier, w => w.Kind == WhyNotKind.NotProven);
            Assert.True(Explanation.Holds(problem, placement, explanation), $"{mechanism} {explanation}");
        }
    }

    private static WhyNotKind Kind(List<(int Placed, long Positions)> best, OptimumReport optimum) =>
        best.Count == 0 ? WhyNotKind.NotPossible
        : best[0].Placed < optimum.Placed ? WhyNotKind.FewerPlaced
        : -best[0].Positions > optimum.Positions ? WhyNotKind.WorsePositions
        : WhyNotKind.AsGood;
}
