using Entente.Matching.Places;

namespace Entente.Matching.Tests;

/// <summary>All allocations of a small problem, by the definitions and nothing else; shares no code with the algorithms.</summary>
internal static class Exhaustive
{
    /// <summary>Every allocation within the limits: for each student the position of a choice, or -1.</summary>
    public static IEnumerable<int[]> All(PlaceProblem problem) => All(problem, new int[problem.Students.Count], 0);

    /// <summary>Whether the student may take the place, by what both say.</summary>
    public static bool MayTake(PlaceProblem problem, Student student, string id)
    {
        var place = problem.Places.Single(p => p.Id == id);
        return !place.IsClosed && (place.Levels is null || (student.Level is not null && place.Levels.Contains(student.Level)))
            && (place.Fields is null || (student.Field is not null && place.Fields.Contains(student.Field)))
            && (place.Languages is null || place.Languages.All(l => student.Languages.GetValueOrDefault(l.Key) >= l.Value))
            && (place.LeastGrade is not { } least || student.Grade >= least)
            && !problem.Barred.Any(b => b.Student == student.Id && b.Place == id);
    }

    /// <summary>Whether every limit is kept and nobody has what they may not take.</summary>
    public static bool IsAllowed(PlaceProblem problem, IReadOnlyList<int> positions)
    {
        var taken = problem.Students.Select((s, at) => (Student: s, Place: positions[at] < 0 ? null : s.Choices[positions[at]])).Where(t => t.Place is not null).ToList();
        return taken.All(t => MayTake(problem, t.Student, t.Place!))
            && problem.Places.All(p => taken.Where(t => t.Place == p.Id).Sum(t => t.Student.Weight) <= p.Capacity)
            && problem.Nests.All(n => !(taken.Where(t => n.Places.Contains(t.Place!)).Sum(t => t.Student.Weight) > n.Cap)
                && !(taken.Where(t => n.Places.Contains(t.Place!)).Sum(t => problem.Places.Single(p => p.Id == t.Place).Cost) > n.Budget));
    }

    /// <summary>Whether somebody without a place listed and may take what one of worse rank got.</summary>
    public static bool IsSomebodyPassedOver(PlaceProblem problem, IReadOnlyList<int> positions) => problem.Students.Where((_, at) => positions[at] < 0)
        .Any(better => problem.Students.Where((_, at) => positions[at] >= 0).Any(worse => worse.Rank > better.Rank
            && worse.Choices[positions[problem.Students.ToList().IndexOf(worse)]] is var place && better.Choices.Contains(place) && Fits(problem, better, place)));

    /// <summary>Whether the student alone could have the place: allowed, and the limits hold for one.</summary>
    public static bool Fits(PlaceProblem problem, Student student, string place)
    {
        var alone = problem.Students.Select(s => s.Id == student.Id ? s.Choices.ToList().IndexOf(place) : -1).ToList();
        return IsAllowed(problem, alone);
    }

    /// <summary>
    /// Pairs by the definition: a student, a dearer place they may take, and either room, or somebody of worse priority whose leaving
    /// would make it. Priority is the named order of the place or its nests, else the rank.
    /// </summary>
    public static IEnumerable<(string Student, string Place)> BlockingPairs(PlaceProblem problem, IReadOnlyList<int> positions, string seed)
    {
        for (var at = 0; at < positions.Count; at++)
        {
            var student = problem.Students[at];
            for (var choice = 0; choice < (positions[at] < 0 ? student.Choices.Count : positions[at]); choice++)
            {
                var place = student.Choices[choice];
                if (!Fits(problem, student, place)) continue;
                var moved = positions.ToArray();
                moved[at] = choice;
                var isBlocking = IsAllowed(problem, moved);
                for (var rival = 0; rival < positions.Count && !isBlocking; rival++)
                {
                    if (rival == at || positions[rival] < 0 || !IsBefore(problem, place, student, problem.Students[rival], seed)) continue;
                    var without = moved.ToArray();
                    without[rival] = -1;
                    isBlocking = IsAllowed(problem, without);
                }

                if (isBlocking) yield return (student.Id, place);
            }
        }
    }

    /// <summary>What the exact optimum looks at: how many are placed, and less the sum of positions.</summary>
    public static (int Placed, long Positions) Value(int[] positions) => (positions.Count(p => p >= 0), -positions.Where(p => p >= 0).Sum(p => p + 1L));

    /// <summary>Pairs of a student and a dearer place with room for them.</summary>
    public static IEnumerable<(int Student, int Choice)> Wasted(PlaceProblem problem, IReadOnlyList<int> positions) =>
        from at in Enumerable.Range(0, positions.Count)
        from choice in Enumerable.Range(0, positions[at] < 0 ? problem.Students[at].Choices.Count : positions[at])
        where IsAllowed(problem, [.. positions.Select((p, i) => i == at ? choice : p)])
        select (at, choice);

    /// <summary>Whether some other allocation is better for some and worse for nobody.</summary>
    public static bool IsDominated(PlaceProblem problem, IReadOnlyList<int> positions) =>
        All(problem).Any(other => !other.SequenceEqual(positions) && other.Zip(positions).All(p => p.Second < 0 || (p.First >= 0 && p.First <= p.Second)));

    private static bool IsBefore(PlaceProblem problem, string place, Student one, Student other, string seed)
    {
        var order = problem.Places.Single(p => p.Id == place).Priority ?? problem.Nests.Where(n => n.Places.Contains(place)).Select(n => n.Priority).FirstOrDefault(p => p is not null);
        return At(one).CompareTo(At(other)) < 0;

        (int, int, ulong) At(Student s) => (order?.ToList().IndexOf(s.Id) is >= 0 and var named ? named : int.MaxValue, s.Rank, LotteryNumber.Of(seed, s.Id));
    }

    /// <summary>The outcome as positions in the order of the problem's students.</summary>
    public static int[] Positions(PlaceProblem problem, Placement placement) => [.. problem.Students.Select(s => (placement.Of(s.Id)!.Position ?? 0) - 1)];

    private static IEnumerable<int[]> All(PlaceProblem problem, int[] positions, int at)
    {
        if (at == positions.Length)
        {
            if (IsAllowed(problem, positions)) yield return (int[])positions.Clone();
            yield break;
        }

        for (positions[at] = -1; positions[at] < problem.Students[at].Choices.Count; positions[at]++)
        {
            if (positions[at] >= 0 && !MayTake(problem, problem.Students[at], problem.Students[at].Choices[positions[at]])) continue;
            foreach (var found in All(problem, positions, at + 1)) yield return found;
        }
    }
}
