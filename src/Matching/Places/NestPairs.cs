namespace Entente.Matching.Places;

/// <summary>How nests lie to one another, looked at over the places they share: linear where they are laminar.</summary>
internal static class NestPairs
{
    /// <summary>Pairs that overlap without one lying in the other, and caps larger than one around them.</summary>
    public static IEnumerable<ProblemFinding> Of(PlaceProblem problem)
    {
        var sets = problem.Nests.Select(n => n.Places.ToHashSet(StringComparer.Ordinal)).ToList();
        foreach (var (first, second) in Sharing(problem))
        {
            var (inner, outer) = sets[first].Count <= sets[second].Count ? (first, second) : (second, first);
            if (!sets[inner].IsSubsetOf(sets[outer]))
                yield return new(FindingKind.NestsOverlap, problem.Nests[first].Id, problem.Nests[second].Id);
            else if (problem.Nests[inner].Cap > problem.Nests[outer].Cap)
                yield return new(FindingKind.CapAboveOuter, problem.Nests[inner].Id, problem.Nests[outer].Id, problem.Nests[inner].Cap);
        }
    }

    private static IEnumerable<(int First, int Second)> Sharing(PlaceProblem problem)
    {
        var over = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var seen = new HashSet<(int, int)>();
        for (var nest = 0; nest < problem.Nests.Count; nest++)
        {
            foreach (var place in problem.Nests[nest].Places.Distinct(StringComparer.Ordinal))
            {
                if (!over.TryGetValue(place, out var before)) over[place] = before = [];
                foreach (var other in before.Where(other => seen.Add((other, nest)))) yield return (other, nest);
                before.Add(nest);
            }
        }
    }
}
