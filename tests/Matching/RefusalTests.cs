using Entente.Matching.Places;

namespace Entente.Matching.Tests;

/// <summary>What is wrong with a problem is said, and a mechanism that does not fit it refuses with the reason.</summary>
public sealed class RefusalTests
{
    private static readonly PlaceProblem Sound = new(
        [new("a", 1, ["p", "q"]), new("b", 2, ["p", "q"])],
        [new("p", 1000), new("q", 1000)],
        [new("n", ["p", "q"]) { Cap = 1000 }]);

    [Fact]
    public void A_sound_problem_has_no_findings() => Assert.Empty(Sound.Check());

    [Fact]
    public void Faults_are_named_and_stop_every_mechanism()
    {
        var problem = new PlaceProblem(
            [new("a", 0, ["p", "p", "x"]) { Weight = 0, Languages = new Dictionary<string, int> { ["French"] = 7 } }, new("a", 2, [])],
            [new("p", -1) { Priority = ["z", "a", "a"] }, new("p", 0) { Cost = -1 }],
            [new("n", ["p", "p", "y"]) { Cap = -1, Budget = -1 }])
        { Barred = [new("a", "w", "why")] };
        var kinds = problem.Check().Select(f => f.Kind).Distinct();
        Assert.Equal(
            [
                FindingKind.StudentTwice, FindingKind.PlaceTwice, FindingKind.RankBelowOne, FindingKind.WeightNotPositive, FindingKind.UnknownChoice, FindingKind.ChoiceTwice,
                FindingKind.NegativeNumber, FindingKind.LanguageLevelOutside, FindingKind.UnknownInPriority, FindingKind.TwiceInPriority, FindingKind.UnknownInNest, FindingKind.TwiceInNest,
                FindingKind.UnknownInBar, FindingKind.NoChoices,
            ],
            kinds.Order());
        foreach (var mechanism in Enum.GetValues<Mechanism>())
        {
            var placement = Places.Places.Run(problem, mechanism, "1");
            Assert.Equal(RefusalKind.Faults, placement.Refusal!.Kind);
            Assert.NotEmpty(placement.Refusal.Faults);
        }
    }

    [Fact]
    public void Ties_closed_choices_and_odd_caps_are_notes()
    {
        var problem = new PlaceProblem(
            [new("a", 1, ["p"]), new("b", 1, ["q"])],
            [new("p", 1000) { IsClosed = true }, new("q", 1000), new("r", 1000)],
            [new("n", ["p", "q"]) { Cap = 2000 }, new("m", ["q", "r"]) { Cap = 1000 }, new("o", ["p", "q", "r"]) { Cap = 1000 }]);
        Assert.Equal(
            [FindingKind.ClosedChoice, FindingKind.NestsOverlap, FindingKind.CapAboveOuter, FindingKind.CapLimitsNothing, FindingKind.Ties],
            problem.Check().Select(f => f.Kind).Order());
        Assert.Null(Places.Places.Run(problem, Mechanism.SerialDictatorship, "1").Refusal);
    }

    [Fact]
    public void Deferred_acceptance_refuses_what_it_is_not_stable_for()
    {
        Assert.Null(Refused(Sound));
        Assert.Equal(new(RefusalKind.FractionalWeight, "b"), Refused(Sound with { Students = [Sound.Students[0], Sound.Students[1] with { Weight = 500 }] }));
        Assert.Equal(new(RefusalKind.FractionalCapacity, "q"), Refused(Sound with { Places = [Sound.Places[0], new("q", 1500)] }));
        Assert.Equal(new(RefusalKind.FractionalCapacity, "n"), Refused(Sound with { Nests = [Sound.Nests[0] with { Cap = 1500 }] }));
        Assert.Equal(new(RefusalKind.Budget, "n"), Refused(Sound with { Nests = [Sound.Nests[0] with { Budget = 1 }] }));
        Assert.Equal(new(RefusalKind.NestsOverlap, "m", "n"), Refused(Sound with
        {
            Places = [.. Sound.Places, new("r", 1000)],
            Nests = [new("m", ["q", "r"]) { Cap = 1000 }, Sound.Nests[0]],
        }));
        Assert.Equal(new(RefusalKind.OrdersDiffer, "n", "q"), Refused(Sound with { Places = [Sound.Places[0], new("q", 1000) { Priority = ["b", "a"] }] }));
        Assert.Equal(new(RefusalKind.OrdersDiffer, "n", "n"), Refused(Sound with
        {
            Places = [new("p", 1000) { Priority = ["b", "a"] }, new("q", 1000) { Priority = ["b", "a"] }],
            Nests = [Sound.Nests[0] with { Priority = ["a", "b"] }],
        }));
    }

    [Fact]
    public void A_seed_is_promised_before_and_shown_after()
    {
        var seed = SeedCommitment.NewSeed();
        var promise = SeedCommitment.Of(seed);
        Assert.True(SeedCommitment.Keeps(promise, seed));
        Assert.False(SeedCommitment.Keeps(promise, SeedCommitment.NewSeed()));
        Assert.NotEqual(seed, promise);
        Assert.Equal(Places.Places.Run(Sound, Mechanism.Lottery, seed), Places.Places.Run(Sound, Mechanism.Lottery, seed));
    }

    [Fact]
    public void Over_many_seeds_the_lottery_gives_all_the_same_chance()
    {
        var problem = Instances.Of([("a", ["p"]), ("b", ["p"]), ("c", ["p"]), ("d", ["p"])], [("p", 1, [])]);
        var won = Enumerable.Range(0, 8_000).CountBy(seed => Places.Places.Run(problem, Mechanism.Lottery, seed.ToString()).Assignments.Single(a => a.Place is not null).Student);
        Assert.All(won, w => Assert.InRange(w.Value, 1_800, 2_200));
    }

    [Fact]
    public void One_place_more_shows_who_gains()
    {
        var before = Places.Places.Run(Sound, Mechanism.DeferredAcceptance, "1");
        Assert.Empty(WhatIf.More(Sound, before, "q").Moves);
        var more = WhatIf.More(Sound, before, "q", withNests: true);
        Assert.Equal([new Move("b", null, "q", null, 2)], more.Moves);
        Assert.Equal(1, more.MorePlaced);
    }

    private static Refusal? Refused(PlaceProblem problem) => Places.Places.Run(problem, Mechanism.DeferredAcceptance, "1").Refusal is { } refusal ? refusal with { Faults = [] } : null;
}
