using CsCheck;
using Entente.Matching.Places;

namespace Entente.Matching.Tests;

/// <summary>Mending an outcome: the least that has to change, against every allocation there is.</summary>
public sealed class RepairTests
{
    private const int Many = 10_000;

    [Fact]
    public void A_repair_is_the_least_there_is() => Gen.Select(Instances.Any(4, 3), Gen.Int[0, 4], Gen.Int[0, 3], Gen.Bool).Sample((problem, leaves, closes, mayMove) =>
    {
        var before = Places.Places.Run(problem, Mechanism.SerialDictatorship, "1");
        string[] withdrawn = leaves < problem.Students.Count ? [$"s{leaves}"] : [], closed = closes < problem.Places.Count ? [$"p{closes}"] : [];
        var repair = Repair.After(problem, before, withdrawn, closed, mayMove);
        Assert.True(repair.IsProven);
        var now = repair.Problem;
        var held = now.Students.Select(s => before.Of(s.Id)!.Place is { } place && s.Choices.Count > 0 && Exhaustive.MayTake(now, s, place) ? before.Of(s.Id)!.Position!.Value - 1 : -1).ToArray();
        var got = Exhaustive.Positions(now, repair.Placement);
        var all = Exhaustive.All(now).Where(p => IsAllowed(now, held, p, mayMove)).ToList();
        Assert.Contains(all, p => p.SequenceEqual(got));
        Assert.Equal(all.Max(p => Value(held, p)), Value(held, got));
        Assert.Equal(held.Where((h, at) => h >= 0 && got[at] != h).Count(), repair.Moved.Count);
        Assert.Equal(got.Where((g, at) => g >= 0 && held[at] < 0).Count(), repair.NewlyPlaced.Count);
        foreach (var explanation in Explanation.All(now, repair.Placement)) Assert.True(Explanation.Holds(now, repair.Placement, explanation));
    }, iter: Many);

    [Fact]
    public void Nobody_is_moved_where_a_free_place_is_enough()
    {
        var problem = Instances.Of([("a", ["p"]), ("b", ["p", "q"]), ("c", ["p"])], [("p", 1, []), ("q", 1, [])]);
        var before = Places.Places.Run(problem, Mechanism.SerialDictatorship, "1");
        var repair = Repair.After(problem, before, ["a"], []);
        Assert.Equal(["c"], repair.NewlyPlaced);
        Assert.Empty(repair.Moved);
        Assert.Equal("q", repair.Placement.Of("b")!.Place);
    }

    [Fact]
    public void One_is_moved_to_a_dearer_place_where_that_makes_room_for_another()
    {
        var problem = Instances.Of([("a", ["p"]), ("b", ["p", "q"]), ("c", ["q"])], [("p", 1, []), ("q", 1, [])]);
        var before = Places.Places.Run(problem, Mechanism.SerialDictatorship, "1");
        var repair = Repair.After(problem, before, ["a"], []);
        Assert.Equal(["b"], repair.Moved);
        Assert.Equal(["c"], repair.NewlyPlaced);
        Assert.Equal([new("a", "p", null, 1, null), new("b", "q", "p", 2, 1), new Move("c", null, "q", null, 1)], repair.Change.Moves);
        Assert.Empty(Repair.After(problem, before, ["a"], [], mayMove: false).Moved);
    }

    // Who holds keeps or betters; nobody without a place is passed over by another of them who comes later.
    private static bool IsAllowed(PlaceProblem now, int[] held, int[] positions, bool mayMove)
    {
        if (held.Where((h, at) => h >= 0 && (positions[at] < 0 || positions[at] > h || (!mayMove && positions[at] != h))).Any()) return false;
        for (var first = 0; first < held.Length; first++)
        {
            for (var later = 0; later < held.Length; later++)
            {
                if (held[first] >= 0 || held[later] >= 0 || positions[first] >= 0 || positions[later] < 0) continue;
                var place = now.Students[later].Choices[positions[later]];
                if (Turn(now.Students[first]).CompareTo(Turn(now.Students[later])) < 0 && now.Students[first].Choices.Contains(place) && Exhaustive.Fits(now, now.Students[first], place)) return false;
            }
        }

        return true;
    }

    private static (int, ulong) Turn(Student student) => (student.Rank, LotteryNumber.Of("1", student.Id));

    private static (int Placed, int Moved, int Positions) Value(int[] held, int[] positions) => (
        positions.Count(p => p >= 0),
        -held.Where((h, at) => h >= 0 && positions[at] != h).Count(),
        -positions.Where(p => p >= 0).Sum(p => p + 1));
}
