namespace Entente.Matching.Places;

/// <summary>
/// Limits that matter to deferred acceptance, as a forest over the places: nodes 0 … places-1 are the places, the others nests whose
/// cap is less than what their places hold together. One order of priority rules each tree; then what a tree keeps is the best of a
/// laminar matroid, which is substitutable, so deferred acceptance is stable and nobody gains by misreporting
/// (Hatfield and Milgrom 2005; Kamada and Kojima 2018, "Stability and strategy-proofness for matching with constraints").
/// </summary>
internal sealed class NestForest
{
    private NestForest(int[] parent, int[] limit, int[][] order)
    {
        Parent = parent;
        Limit = limit;
        Order = order;
    }

    /// <summary>The node around each node; -1 for a root.</summary>
    public int[] Parent { get; }

    /// <summary>Most students in each node.</summary>
    public int[] Limit { get; }

    /// <summary>Each student's position in the order that rules a place.</summary>
    public int[][] Order { get; }

    /// <summary>The forest, or why deferred acceptance refuses.</summary>
    public static (NestForest? Forest, Refusal? Refusal) Of(Indexed data)
    {
        if (data.Students.FirstOrDefault(s => s.Weight != PlaceProblem.One) is { } part) return (null, new(RefusalKind.FractionalWeight, part.Id));
        if (data.Places.FirstOrDefault(p => p.Capacity % PlaceProblem.One != 0) is { } place) return (null, new(RefusalKind.FractionalCapacity, place.Id));
        if (data.Nests.FirstOrDefault(n => n.Cap % PlaceProblem.One is not (null or 0)) is { } nest) return (null, new(RefusalKind.FractionalCapacity, nest.Id));
        if (data.Nests.FirstOrDefault(n => n.Budget is not null) is { } budget) return (null, new(RefusalKind.Budget, budget.Id));
        return Grown(data);
    }

    private static (NestForest?, Refusal?) Grown(Indexed data)
    {
        var places = data.Places.Length;
        var parent = Enumerable.Repeat(-1, places).ToList();
        var limit = data.Places.Select(p => p.Capacity / PlaceProblem.One).ToList();
        var numbers = Enumerable.Repeat(-1, places).ToList();
        var root = Enumerable.Range(0, places).ToArray();
        var size = Enumerable.Repeat(1, places).ToList();

        // From the smallest nest outwards: each takes in the roots of its places as they stand.
        foreach (var nest in Enumerable.Range(0, data.Nests.Length).Where(n => data.Nests[n].Cap is not null && data.Inside[n].Length > 0).OrderBy(n => data.Inside[n].Length).ThenBy(n => data.Nests[n].Cap).ThenBy(n => n))
        {
            var cap = data.Nests[nest].Cap!.Value / PlaceProblem.One;
            if (data.Inside[nest].Sum(p => (long)limit[p]) <= cap) continue;
            var roots = data.Inside[nest].Select(p => root[p]).Distinct().ToList();
            if (roots.Sum(r => size[r]) != data.Inside[nest].Length) return (null, Overlap(data, nest, numbers, roots));
            foreach (var inner in roots) parent[inner] = parent.Count;
            foreach (var place in data.Inside[nest]) root[place] = parent.Count;
            parent.Add(-1);
            limit.Add(cap);
            numbers.Add(nest);
            size.Add(data.Inside[nest].Length);
        }

        return Ruled(data, [.. parent], [.. limit], [.. numbers], root);
    }

    private static (NestForest?, Refusal?) Ruled(Indexed data, int[] parent, int[] limit, int[] numbers, int[] root)
    {
        var order = new int[data.Places.Length][];
        foreach (var tree in Enumerable.Range(0, data.Places.Length).GroupBy(p => root[p]))
        {
            var places = tree.ToList();
            if (numbers[tree.Key] < 0)
            {
                order[places[0]] = data.OrderAt(places[0]);
                continue;
            }

            var first = data.OrderAt(places[0]);
            var differing = places.Where(p => !data.OrderAt(p).AsSpan().SequenceEqual(first)).Select(p => data.Places[p].Id)
                .Concat(Enumerable.Range(data.Places.Length, parent.Length - data.Places.Length).Where(n => Root(n, parent) == tree.Key)
                    .Select(n => data.Nests[numbers[n]]).Where(n => data.Order(n.Priority) is { } own && !own.AsSpan().SequenceEqual(first)).Select(n => n.Id)).FirstOrDefault();
            if (differing is not null) return (null, new(RefusalKind.OrdersDiffer, data.Nests[numbers[tree.Key]].Id, differing));
            foreach (var place in places) order[place] = first;
        }

        return (new NestForest(parent, limit, order), null);
    }

    private static int Root(int node, int[] parent)
    {
        while (parent[node] >= 0) node = parent[node];
        return node;
    }

    private static Refusal Overlap(Indexed data, int nest, List<int> numbers, List<int> roots)
    {
        var other = roots.Where(r => numbers[r] >= 0).Select(r => numbers[r]).First(n => !data.Inside[n].All(p => data.Inside[nest].Contains(p)));
        return new(RefusalKind.NestsOverlap, data.Nests[other].Id, data.Nests[nest].Id);
    }
}
