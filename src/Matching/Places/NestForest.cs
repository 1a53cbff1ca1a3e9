namespace Entente.Matching.Places;

/// <summary>
/// The limits that matter to deferred acceptance. One order of priority rules each tree; then what a tree keeps is the best of a
/// laminar matroid, which is substitutable, so deferred acceptance is stable and nobody gains by misreporting
/// (Hatfield and Milgrom 2005; Kamada and Kojima 2018, "Stability and strategy-proofness for matching with constraints").
/// </summary>
/// <param name="Limits">The limits.</param>
/// <param name="Order">Each student's position in the order that rules a place.</param>
internal sealed record NestForest(NestedLimits Limits, int[][] Order)
{
    /// <summary>The forest, or why deferred acceptance refuses.</summary>
    public static (NestForest? Forest, Refusal? Refusal) Of(Indexed data)
    {
        var (limits, refusal) = NestedLimits.Of(data);
        return limits is null ? (null, refusal) : Ruled(data, limits);
    }

    private static (NestForest?, Refusal?) Ruled(Indexed data, NestedLimits limits)
    {
        var order = new int[data.Places.Length][];
        foreach (var tree in Enumerable.Range(0, data.Places.Length).GroupBy(p => limits.Root[p]))
        {
            var places = tree.ToList();
            if (limits.Nest[tree.Key] < 0)
            {
                order[places[0]] = data.OrderAt(places[0]);
                continue;
            }

            var first = data.OrderAt(places[0]);
            var differing = places.Where(p => !data.OrderAt(p).AsSpan().SequenceEqual(first)).Select(p => data.Places[p].Id)
                .Concat(Enumerable.Range(data.Places.Length, limits.Parent.Length - data.Places.Length).Where(n => Root(n, limits.Parent) == tree.Key)
                    .Select(n => data.Nests[limits.Nest[n]]).Where(n => data.Order(n.Priority) is { } own && !own.AsSpan().SequenceEqual(first)).Select(n => n.Id)).FirstOrDefault();
            if (differing is not null) return (null, new(RefusalKind.OrdersDiffer, data.Nests[limits.Nest[tree.Key]].Id, differing));
            foreach (var place in places) order[place] = first;
        }

        return (new NestForest(limits, order), null);
    }

    private static int Root(int node, int[] parent)
    {
        while (parent[node] >= 0) node = parent[node];
        return node;
    }
}
