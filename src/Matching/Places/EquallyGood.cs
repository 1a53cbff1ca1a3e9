namespace Entente.Matching.Places;

/// <summary>
/// Which choices another allocation exactly as good as the optimum gives. All that are asked for stand in one model that must give at
/// least one of them: where its best is worse than the optimum, none of them can be had as well. Otherwise it names some, and the rest is asked for again.
/// </summary>
internal static class EquallyGood
{
    /// <summary>For each choice whether it can be had as well; what is missing was not decided within the steps.</summary>
    /// <param name="data">The problem.</param>
    /// <param name="best">A proven optimum.</param>
    /// <param name="choices">Students and positions of choices they may take and do not have.</param>
    /// <param name="steps">Most steps of each solution.</param>
    public static Dictionary<(int Student, int At), bool> Of(Indexed data, int[] best, IReadOnlyCollection<(int Student, int At)> choices, long steps)
    {
        var optimum = new ExactOptimum(data);
        var (left, found, worth) = (choices.ToHashSet(), new Dictionary<(int, int), bool>(), Worth(best));
        while (left.Count > 0)
        {
            var (placeOf, isProven) = With(data, best, left, steps);
            if (placeOf is null || Worth(placeOf) < worth)
            {
                if (isProven)
                    foreach (var choice in left) found[choice] = false;
                break;
            }

            var had = left.Where(c => placeOf[c.Student] == data.Choices[c.Student][c.At]).ToList();
            foreach (var choice in had) found[choice] = true;
            left.ExceptWith(had);
        }

        return found;

        long Worth(int[] placeOf)
        {
            var report = optimum.Report(placeOf, isProven: true);
            return (report.Placed * ExactOptimum.OnePlaced(data)) - report.Positions;
        }
    }

    // The best with one of the choices at least; among equally good ones that with the most of them.
    private static (int[]? PlaceOf, bool IsProven) With(Indexed data, int[] best, HashSet<(int Student, int At)> choices, long steps)
    {
        var model = new PlaceModel(data, (_, _) => true);
        model.NobodyPassedOver(_ => true, (_, student) => data.Students[student].Rank);
        model.Model.Add(model.TakenOf(choices) >= 1);
        model.BeginAt(best);
        var (one, all) = (ExactOptimum.OnePlaced(data), 1L + data.Students.Length);
        model.Model.Maximize(model.Sum((student, at) => (all * (one - (at + 1))) + (choices.Contains((student, at)) ? 1 : 0)));
        return model.Solve(steps);
    }
}
