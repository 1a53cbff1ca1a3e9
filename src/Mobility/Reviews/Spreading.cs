namespace Entente.Mobility.Reviews;

/// <summary>
/// Gives applications to reviewers: each application as many as it should have, nobody more than the load allows, never a pair that must not be, and the load as
/// even as can be. Whoever could get more is passed on along chains of exchanges, so a reviewer is missing only where none could be found.
/// </summary>
internal static class Spreading
{
    /// <summary>The pairs to add.</summary>
    /// <param name="needs">How many reviewers each application still needs.</param>
    /// <param name="loads">How many applications each reviewer has already.</param>
    /// <param name="most">The most applications a reviewer may have.</param>
    /// <param name="may">Whether a reviewer may get an application: no conflict, not asked already.</param>
    public static IReadOnlyList<(TApplication Application, TReviewer Reviewer)> Of<TApplication, TReviewer>(
        IReadOnlyList<(TApplication Application, int Needs)> needs, IReadOnlyList<(TReviewer Reviewer, int Load)> loads, int most, Func<TApplication, TReviewer, bool> may)
        where TApplication : notnull
        where TReviewer : notnull
    {
        var given = new HashSet<int>[loads.Count];
        for (var i = 0; i < given.Length; i++) given[i] = [];
        var left = needs.Select(n => n.Needs).ToArray();
        // The load is let rise one by one, so that nobody has two where another who may has none.
        for (var cap = loads.Count == 0 ? most + 1 : loads.Min(l => l.Load) + 1; cap <= most && left.Any(n => n > 0); cap++)
        {
            for (var a = 0; a < left.Length; a++)
                while (left[a] > 0 && Place(a, cap, new bool[loads.Count])) left[a]--;
        }

        return [.. given.SelectMany((of, r) => of.Select(a => (needs[a].Application, loads[r].Reviewer)))];

        bool Place(int application, int cap, bool[] tried)
        {
            var order = Enumerable.Range(0, loads.Count).OrderBy(r => loads[r].Load + given[r].Count).ThenBy(r => r);
            foreach (var r in order.ToList())
            {
                if (tried[r] || given[r].Contains(application) || !may(needs[application].Application, loads[r].Reviewer)) continue;
                tried[r] = true;
                if (loads[r].Load + given[r].Count < cap)
                {
                    given[r].Add(application);
                    return true;
                }

                foreach (var other in given[r].ToList())
                {
                    given[r].Remove(other);
                    if (Place(other, cap, tried))
                    {
                        given[r].Add(application);
                        return true;
                    }

                    given[r].Add(other);
                }
            }

            return false;
        }
    }
}
