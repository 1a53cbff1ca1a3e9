namespace Entente.Matching.Places;

/// <summary>An outcome after students withdrew or places closed.</summary>
/// <param name="Problem">What holds now: those who withdrew ask for nothing, the places are closed.</param>
/// <param name="Change">What was, what is, and what differs.</param>
/// <param name="Moved">Students who held a place that still stands and have another, dearer one now.</param>
/// <param name="NewlyPlaced">Students without a place, or whose place closed, who have one now.</param>
/// <param name="IsProven">Whether it is proven that no repair places more, or as many with fewer moved.</param>
public sealed record RepairResult(PlaceProblem Problem, Difference Change, IReadOnlyList<string> Moved, IReadOnlyList<string> NewlyPlaced, bool IsProven)
{
    /// <summary>The outcome that holds now.</summary>
    public Placement Placement => Change.After;
}

/// <summary>
/// Mends an outcome with the fewest changes. What always holds: every limit; who held a place that still stands keeps it, or gets one
/// they listed before it; of those without a place nobody is passed over at a place they listed and may take for another of them
/// whom the mechanism's order puts later (rank, lottery, or the place's priority). Of all such outcomes the one is taken that
/// places the most students, then moves the fewest who held a place, then has the least sum of positions. So no place stays free
/// that a student without one listed, may take and could get without passing somebody over.
/// </summary>
public static class Repair
{
    /// <summary>Mends an outcome.</summary>
    /// <param name="problem">The problem it belongs to.</param>
    /// <param name="placement">The outcome, not a refused one.</param>
    /// <param name="withdrawn">Ids of students who withdrew.</param>
    /// <param name="closed">Ids of places that closed.</param>
    /// <param name="mayMove">Whether students who hold a place may be moved to a dearer one to make room; otherwise they keep what they have.</param>
    /// <param name="steps">Most steps of the solver.</param>
    public static RepairResult After(
        PlaceProblem problem, Placement placement, IReadOnlyCollection<string> withdrawn, IReadOnlyCollection<string> closed, bool mayMove = true, long steps = Places.DefaultSteps)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(placement);
        var now = Now(problem, withdrawn, closed);
        var data = new Indexed(now, placement.Seed);
        var held = data.Taken(placement).Select((place, student) => place >= 0 && data.MayTake(student, place) ? place : -1).ToArray();
        var (placeOf, isProven) = Mended(data, held, new TurnOrder(data, placement.Mechanism).TiedAt, mayMove, steps);
        var after = placement with { Input = now.Digest, Assignments = data.Assigned(placeOf), IsRepaired = true, Order = [], Optimum = null, Refusal = null };
        return new(now, Difference.Between(placement, after), Ids(data, i => held[i] >= 0 && placeOf[i] != held[i]), Ids(data, i => held[i] < 0 && placeOf[i] >= 0), isProven);
    }

    /// <summary>The problem that holds after: those who withdrew ask for nothing, the places are closed.</summary>
    public static PlaceProblem Now(PlaceProblem problem, IReadOnlyCollection<string> withdrawn, IReadOnlyCollection<string> closed)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var (left, shut) = (withdrawn.ToHashSet(StringComparer.Ordinal), closed.ToHashSet(StringComparer.Ordinal));
        return problem with
        {
            Students = [.. problem.Students.Select(s => left.Contains(s.Id) ? s with { Choices = [] } : s)],
            Places = [.. problem.Places.Select(p => shut.Contains(p.Id) ? p with { IsClosed = true } : p)],
        };
    }

    private static (int[] PlaceOf, bool IsProven) Mended(Indexed data, int[] held, Func<int, int, int> turn, bool mayMove, long steps)
    {
        var at = held.Select((place, student) => place < 0 ? int.MaxValue : data.PositionOf(student, place)).ToArray();
        var model = new PlaceModel(data, (student, choice) => choice == at[student] || (choice < at[student] && (mayMove || held[student] < 0)));
        for (var student = 0; student < held.Length; student++)
            if (held[student] >= 0) model.Model.Add(model.HasPlace(student) == 1);
        model.NobodyPassedOver(student => held[student] < 0, turn);

        // One placed outweighs all moves, one move all positions.
        var move = 1L + data.Choices.Sum(c => (long)c.Length);
        var place = move * (1L + held.Length);
        model.Model.Maximize(model.Sum((student, choice) => (held[student] < 0 ? place : choice == at[student] ? 0 : -move) - (choice + 1)));
        var (placeOf, isProven) = model.Solve(steps);
        return (placeOf ?? held, isProven);
    }

    private static string[] Ids(Indexed data, Func<int, bool> isOne) =>
        [.. Enumerable.Range(0, data.Students.Length).Where(isOne).Select(i => data.Students[i].Id)];
}
