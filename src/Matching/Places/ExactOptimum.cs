namespace Entente.Matching.Places;

/// <summary>
/// The best allocation there is, found and proven by CP-SAT: most students placed; of these the least sum of positions; nobody of
/// better rank without a place while one of worse rank got a place they listed and may take. Takes fractions, budgets and any nests.
/// </summary>
/// <param name="data">The problem.</param>
internal sealed class ExactOptimum(Indexed data)
{
    /// <summary>What one student more counts against positions: more than all of them together.</summary>
    public static long OnePlaced(Indexed data) => 1L + data.Choices.Sum(c => (long)c.Length);

    /// <summary>Each student's place or -1, and how good that is; null when none was found within the steps, or none has the forced pair.</summary>
    /// <param name="steps">Most steps, in thousandths of deterministic time.</param>
    /// <param name="forced">A student and the position of the choice they must get.</param>
    public (int[]? PlaceOf, OptimumReport Report) Solve(long steps, (int Student, int At)? forced = null)
    {
        var model = new PlaceModel(data, (student, at) => forced is not { } f || f.Student != student || f.At == at);
        model.NobodyPassedOver(_ => true, (_, student) => data.Students[student].Rank);
        if (forced is { } pair) model.Model.Add(model.HasPlace(pair.Student) == 1);

        var one = OnePlaced(data);
        model.Model.Maximize(model.Sum((_, at) => one - (at + 1)));
        var (placeOf, isProven) = model.Solve(steps);
        if (!isProven && forced is null) placeOf = Better(placeOf, Careful());
        return (placeOf, placeOf is null ? new(0, 0, isProven) : Report(placeOf, isProven));
    }

    // By rank, and who finds nothing closes what they listed to all of worse rank: an allocation that keeps every rule, at hand at once.
    private int[] Careful()
    {
        var placeOf = new int[data.Students.Length];
        Array.Fill(placeOf, -1);
        var (ledger, closedFrom) = (new Ledger(data), Enumerable.Repeat(int.MaxValue, data.Places.Length).ToArray());
        foreach (var student in Enumerable.Range(0, placeOf.Length).OrderBy(i => data.ByRank[i]))
        {
            var open = Enumerable.Range(0, data.Choices[student].Length).Where(at => data.BarrierAt(student, at) is null).Select(at => data.Choices[student][at]).ToList();
            var place = open.FindIndex(p => data.Students[student].Rank <= closedFrom[p] && ledger.Fits(student, p));
            if (place >= 0) ledger.Add(student, placeOf[student] = open[place]);
            else foreach (var p in open) closedFrom[p] = Math.Min(closedFrom[p], data.Students[student].Rank);
        }

        return placeOf;
    }

    private int[] Better(int[]? found, int[] careful)
    {
        if (found is null) return careful;
        var (one, other) = (Report(found, isProven: false), Report(careful, isProven: false));
        return (one.Placed, -one.Positions).CompareTo((other.Placed, -other.Positions)) >= 0 ? found : careful;
    }

    /// <summary>How good an allocation is.</summary>
    public OptimumReport Report(int[] placeOf, bool isProven) => new(
        placeOf.Count(p => p >= 0),
        placeOf.Select((place, student) => place < 0 ? 0L : data.PositionOf(student, place) + 1).Sum(),
        isProven);
}
