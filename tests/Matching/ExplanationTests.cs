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
    public void Every_explanation_of_the_optimum_is_true_of_all_allocations_there_are() => Instances.Any(3, 3).Sample(OptimumIsTold, iter: Many);

    [Fact]
    public void Every_explanation_of_the_optimum_within_nests_is_true_of_all_allocations_there_are() => Instances.Whole(4, 3).Sample(OptimumIsTold, iter: Many);

    [Fact]
    public void What_is_said_of_the_optimum_holds_when_solved_again() => Instances.Whole(4, 3).Sample(problem => AllHold(problem, Mechanism.ExactOptimum), iter: 1_000);

    [Fact]
    public void The_flow_bounds_what_any_allocation_with_a_choice_can_be_and_is_reached() => Instances.Whole(4, 4).Sample(problem =>
    {
        var data = new Indexed(problem, "1");
        var flow = PlaceFlow.Of(data)!;
        var all = Exhaustive.All(problem).Select(p => (Positions: p, Value: Exhaustive.Value(p))).ToList();
        for (var student = 0; student < problem.Students.Count; student++)
        {
            for (var at = 0; at < data.Choices[student].Length; at++)
            {
                if (data.BarrierAt(student, at) is not null) continue;
                var (placed, positions) = flow.With(student, at);
                Assert.Equal(all.Where(p => p.Positions[student] == at).Max(p => p.Value), (placed, -positions));
            }
        }
    }, iter: Many);

    [Fact]
    public void Only_deferred_acceptances_kind_of_problem_is_a_flow()
    {
        var problem = Instances.Of([("a", ["p"])], [("p", 1, [])]);
        Assert.NotNull(PlaceFlow.Of(new Indexed(problem, "1")));
        Assert.Null(PlaceFlow.Of(new Indexed(problem with { Students = [problem.Students[0] with { Weight = 500 }] }, "1")));
        Assert.Null(PlaceFlow.Of(new Indexed(problem with { Nests = [new("n", ["p"]) { Budget = 1 }] }, "1")));
    }

    [Fact]
    public void What_is_said_of_the_optimum_holds_and_something_else_does_not()
    {
        var problem = Instances.Of([("a", ["p", "q"]), ("b", ["p"]), ("c", ["p"])], [("p", 1, []), ("q", 1, [])]);
        var placement = Places.Places.Run(problem, Mechanism.ExactOptimum, "1");
        var truth = Explanation.Of(problem, placement, "a");
        Assert.Equal(("q", WhyNotKind.FewerPlaced, new Instead(1, 1, 2, 3)), (truth.Place, truth.Earlier.Single().Kind, truth.Earlier[0].Instead!));
        Assert.True(Explanation.Holds(problem, placement, truth));
        foreach (var kind in new[] { WhyNotKind.AsGood, WhyNotKind.WorsePositions, WhyNotKind.TakenBefore, WhyNotKind.HeldByOthers })
            Assert.False(Explanation.Holds(problem, placement, truth with { Earlier = [truth.Earlier[0] with { Kind = kind }] }));
        Assert.False(Explanation.Holds(problem, placement, truth with { Earlier = [truth.Earlier[0] with { Instead = new(0, 0, 2, 3) }] }));
        Assert.False(Explanation.Holds(problem, placement, truth with { Earlier = [truth.Earlier[0] with { Instead = new(1, 1, 3, 3) }] }));

        // Where the two could change places, that is said; where a third would be passed over, that it would be less good.
        var alike = Instances.Of([("a", ["p", "q"]), ("b", ["p", "q"])], [("p", 1, []), ("q", 1, [])]);
        alike = alike with { Students = [.. alike.Students.Select(s => s with { Rank = 1 })] };
        Assert.Equal(WhyNotKind.AsGood, Explanation.All(alike, Places.Places.Run(alike, Mechanism.ExactOptimum, "1")).SelectMany(e => e.Earlier).Single().Kind);
    }

    // By the definitions alone: every allocation there is, and what is said of those with the choice.
    private static void OptimumIsTold(PlaceProblem problem)
    {
        var placement = Places.Places.Run(problem, Mechanism.ExactOptimum, "1");
        var (all, best) = (Exhaustive.All(problem).ToList(), (placement.Optimum!.Placed, -placement.Optimum.Positions));
        var got = Exhaustive.Positions(problem, placement);
        Assert.All(Judgement.Of(problem, placement).Claims.Where(c => c.IsGuaranteed), c => Assert.True(c.Violations is null or 0, c.ToString()));
        foreach (var (explanation, why) in Explanation.All(problem, placement).SelectMany(e => e.Earlier.Where(w => w.Kind != WhyNotKind.Barred).Select(w => (e, w))))
        {
            var at = problem.Students.ToList().FindIndex(s => s.Id == explanation.Student);
            var with = all.Where(p => p[at] == why.Position - 1).ToList();
            var fair = with.Where(p => !Exhaustive.IsSomebodyPassedOver(problem, p)).Select(Exhaustive.Value).ToList();
            Assert.True(why.Kind switch
            {
                WhyNotKind.TakenBefore => !Exhaustive.IsAllowed(problem, [.. got.Select((p, i) => i == at ? why.Position - 1 : problem.Students[i].Rank < problem.Students[at].Rank ? p : -1)]),
                WhyNotKind.FewerPlaced => why.Instead!.Placed < best.Placed && with.TrueForAll(p => Exhaustive.Value(p).CompareTo((why.Instead.Placed, -why.Instead.Positions)) <= 0),
                WhyNotKind.WorsePositions => why.Instead!.Placed == best.Placed && -why.Instead.Positions < best.Item2 && with.TrueForAll(p => Exhaustive.Value(p).CompareTo((why.Instead.Placed, -why.Instead.Positions)) <= 0),
                WhyNotKind.LessGood => fair.TrueForAll(v => v.CompareTo(best) < 0),
                WhyNotKind.AsGood => fair.Max() == best,
                _ => false,
            }, $"{explanation.Student}: {why}");
        }
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
}
