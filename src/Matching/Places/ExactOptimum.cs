namespace Entente.Matching.Places;

/// <summary>
/// The best allocation there is, found and proven by CP-SAT: most students placed; of these the least sum of positions; nobody of
/// better rank without a place while one of worse rank got a place they listed and may take. Takes fractions, budgets and any nests.
/// </summary>
/// <param name="data">The problem.</param>
internal sealed class ExactOptimum(Indexed data)
{
    /// <summary>Each student's place or -1, and how good that is; null when none was found within the steps, or none has the forced pair.</summary>
    /// <param name="steps">Most steps, in thousandths of deterministic time.</param>
    /// <param name="forced">A student and the position of the choice they must get.</param>
    public (int[]? PlaceOf, OptimumReport Report) Solve(long steps, (int Student, int At)? forced = null)
    {
        var model = new PlaceModel(data, (student, at) => forced is not { } f || f.Student != student || f.At == at);
        model.NobodyPassedOver(_ => true, (_, student) => data.Students[student].Rank);
        if (forced is { } pair) model.Model.Add(model.HasPlace(pair.Student) == 1);
        else model.Hint(SerialDictatorship.Run(data, data.ByRank));

        // One student more outweighs all positions together.
        var one = 1L + data.Choices.Sum(c => (long)c.Length);
        model.Model.Maximize(model.Sum((_, at) => one - (at + 1)));
        var (placeOf, isProven) = model.Solve(steps);
        return (placeOf, placeOf is null ? new(0, 0, isProven) : Report(placeOf, isProven));
    }

    private OptimumReport Report(int[] placeOf, bool isProven) => new(
        placeOf.Count(p => p >= 0),
        placeOf.Select((place, student) => place < 0 ? 0L : data.PositionOf(student, place) + 1).Sum(),
        isProven);
}
