namespace Entente.Directory.Organisations.Import;

/// <summary>Finds organisations that would follow themselves: A followed by B, B by C, C by A.</summary>
internal static class SuccessorCycles
{
    /// <summary>Each cycle once, as the identifiers along it, beginning with the smallest.</summary>
    /// <param name="followed">Pairs of an organisation and one that follows it.</param>
    public static IReadOnlyList<IReadOnlyList<string>> In(IEnumerable<(string From, string To)> followed)
    {
        var next = followed.ToLookup(f => f.From, f => f.To, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var cycles = new List<IReadOnlyList<string>>();
        foreach (var start in next.Select(n => n.Key).Order(StringComparer.Ordinal)) Walk(start, next, done, cycles);
        return cycles;
    }

    // Walks without recursion: a chain of successors may be as long as the file.
    private static void Walk(string start, ILookup<string, string> next, HashSet<string> done, List<IReadOnlyList<string>> cycles)
    {
        if (!done.Add(start)) return;
        var path = new List<string> { start };
        var open = new Stack<IEnumerator<string>>([next[start].GetEnumerator()]);
        while (open.Count > 0)
        {
            if (!open.Peek().MoveNext())
            {
                open.Pop().Dispose();
                path.RemoveAt(path.Count - 1);
                continue;
            }

            var to = open.Peek().Current;
            if (path.IndexOf(to) is var at and >= 0) cycles.Add(FromSmallest(path[at..]));
            else if (done.Add(to))
            {
                path.Add(to);
                open.Push(next[to].GetEnumerator());
            }
        }
    }

    private static List<string> FromSmallest(List<string> cycle)
    {
        var first = cycle.IndexOf(cycle.Min(StringComparer.Ordinal)!);
        return [.. cycle[first..], .. cycle[..first]];
    }
}
