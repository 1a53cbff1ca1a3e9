using Entente.Matching.Places;

namespace Entente.Web.Match;

/// <summary>The lines <c>match places</c> prints: totals, what is wrong with them, and who is worst off.</summary>
internal static class MatchSummary
{
    public static IEnumerable<string> Of(PlaceProblem problem, Placement placement, Judgement judgement)
    {
        yield return $"{placement.Mechanism}, seed {placement.Seed}: {judgement.Placed} of {problem.Students.Count} placed, {judgement.Unplaced} without a place.";
        yield return $"choices: {string.Join(", ", judgement.Positions.Select((count, at) => $"{count} got their {Ordinal(at + 1)}"))}.";
        yield return $"wasted: {judgement.WasteCount}; justified envy: {judgement.EnvyCount}; blocking pairs: {judgement.BlockingCount}; passed over: {judgement.PassedOverCount}.";
        yield return $"guaranteed for this input: {string.Join(", ", judgement.Claims.Where(c => c.IsGuaranteed).Select(c => c.Property))}.";
        if (placement.Optimum is { } optimum) yield return optimum.IsProven ? "The optimum is proven." : "The steps ended before the optimum was proven.";
        yield return $"input: {placement.Input}";
        yield return $"result: {placement.Digest}";
        yield return $"worst-off: {WorstOff(problem, placement)}";
    }

    private static string WorstOff(PlaceProblem problem, Placement placement)
    {
        var asked = problem.Students.Where(s => s.Choices.Count > 0).OrderBy(s => s.Rank).ThenBy(s => s.Id, StringComparer.Ordinal).ToList();
        if (asked.Find(s => placement.Of(s.Id)!.Place is null) is { } without) return $"'{without.Id}', rank {without.Rank}, has none of {without.Choices.Count} choices.";
        var last = asked.MaxBy(s => placement.Of(s.Id)!.Position);
        return last is null ? "nobody asked for a place." : $"'{last.Id}', rank {last.Rank}, has the {Ordinal(placement.Of(last.Id)!.Position!.Value)} choice; nobody is without a place.";
    }

    private static string Ordinal(int number) => number switch
    {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        _ => number is not (11 or 12 or 13) && number % 10 is 1 or 2 or 3 && number > 20 ? $"{number}{(number % 10) switch { 1 => "st", 2 => "nd", _ => "rd" }}" : $"{number}th",
    };
}
