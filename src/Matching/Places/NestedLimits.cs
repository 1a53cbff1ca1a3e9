namespace Entente.Matching.Places;

/// <summary>
/// Limits of whole students that lie in one another or apart, as a forest: nodes 0 … places-1 are the places, the others nests whose cap
/// is less than what their places hold together.
/// </summary>
/// <param name="Parent">The node around each node; -1 for a root.</param>
/// <param name="Most">Most students in each node.</param>
/// <param name="Nest">The number of the nest of each node; -1 for a place.</param>
/// <param name="Root">The root of the tree each place stands in.</param>
internal sealed record NestedLimits(int[] Parent, int[] Most, int[] Nest, int[] Root)
{
    /// <summary>The limits of a problem, or why they are no such forest.</summary>
    public static (NestedLimits? Limits, Refusal? Refusal) Of(Indexed data)
    {
        if (data.Students.FirstOrDefault(s => s.Weight != PlaceProblem.One) is { } part) return (null, new(RefusalKind.FractionalWeight, part.Id));
        if (data.Places.FirstOrDefault(p => p.Capacity % PlaceProblem.One != 0) is { } place) return (null, new(RefusalKind.FractionalCapacity, place.Id));
        if (data.Nests.FirstOrDefault(n => n.Cap % PlaceProblem.One is not (null or 0)) is { } nest) return (null, new(RefusalKind.FractionalCapacity, nest.Id));
        if (data.Nests.FirstOrDefault(n => n.Budget is not null) is { } budget) return (null, new(RefusalKind.Budget, budget.Id));
        return Grown(data);
    }

    private static (NestedLimits?, Refusal?) Grown(Indexed data)
    {
        var places = data.Places.Length;
        var parent = Enumerable.Repeat(-1, places).ToList();
        var most = data.Places.Select(p => p.Capacity / PlaceProblem.One).ToList();
        var numbers = Enumerable.Repeat(-1, places).ToList();
        var root = Enumerable.Range(0, places).ToArray();
        var size = Enumerable.Repeat(1, places).ToList();

        // From the smallest nest outwards: each takes in the roots of its places as they stand.
        foreach (var nest in Enumerable.Range(0, data.Nests.Length).Where(n => data.Nests[n].Cap is not null && data.Inside[n].Length > 0).OrderBy(n => data.Inside[n].Length).ThenBy(n => data.Nests[n].Cap).ThenBy(n => n))
        {
            var cap = data.Nests[nest].Cap!.Value / PlaceProblem.One;
            if (data.Inside[nest].Sum(p => (long)most[p]) <= cap) continue;
            var roots = data.Inside[nest].Select(p => root[p]).Distinct().ToList();
            if (roots.Sum(r => size[r]) != data.Inside[nest].Length) return (null, Overlap(data, nest, numbers, roots));
            foreach (var inner in roots) parent[inner] = parent.Count;
            foreach (var place in data.Inside[nest]) root[place] = parent.Count;
            parent.Add(-1);
            most.Add(cap);
            numbers.Add(nest);
            size.Add(data.Inside[nest].Length);
        }

        return (new([.. parent], [.. most], [.. numbers], root), null);
    }

    private static Refusal Overlap(Indexed data, int nest, List<int> numbers, List<int> roots)
    {
        var other = roots.Where(r => numbers[r] >= 0).Select(r => numbers[r]).First(n => !data.Inside[n].All(p => data.Inside[nest].Contains(p)));
        return new(RefusalKind.NestsOverlap, data.Nests[other].Id, data.Nests[nest].Id);
    }
}
