namespace Entente.Matching.Places;

/// <summary>Looks a problem over before anything is computed.</summary>
public static class ProblemCheck
{
    /// <summary>Most students, places, nests and choices of a problem in records; the array core takes more.</summary>
    public const int MostStudents = 100_000, MostPlaces = 20_000, MostNests = 5_000, MostChoices = 200;

    internal static IReadOnlyList<ProblemFinding> Of(PlaceProblem problem)
    {
        var sizes = Sizes(problem).ToList();
        return sizes.Count > 0 ? sizes : [.. Students(problem), .. Places(problem), .. Nests(problem), .. Bars(problem)];
    }

    private static IEnumerable<ProblemFinding> Sizes(PlaceProblem problem)
    {
        if (problem.Students.Count > MostStudents) yield return new(FindingKind.TooLarge, "students", Number: MostStudents);
        if (problem.Places.Count > MostPlaces) yield return new(FindingKind.TooLarge, "places", Number: MostPlaces);
        if (problem.Nests.Count > MostNests) yield return new(FindingKind.TooLarge, "nests", Number: MostNests);
        foreach (var student in problem.Students.Where(s => s.Choices.Count > MostChoices))
            yield return new(FindingKind.TooLarge, student.Id, "choices", MostChoices);
    }

    private static IEnumerable<ProblemFinding> Students(PlaceProblem problem)
    {
        var places = Known(problem.Places, p => p.Id);
        foreach (var finding in Ids(problem.Students, s => s.Id, FindingKind.StudentTwice)) yield return finding;
        foreach (var student in problem.Students)
        {
            if (student.Rank < 1) yield return new(FindingKind.RankBelowOne, student.Id, Number: student.Rank);
            if (student.Weight < 1) yield return new(FindingKind.WeightNotPositive, student.Id, Number: student.Weight);
            foreach (var finding in Levels(student.Id, student.Languages)) yield return finding;
            if (student.Choices.Count == 0) yield return new(FindingKind.NoChoices, student.Id);
            foreach (var choice in Repeated(student.Choices)) yield return new(FindingKind.ChoiceTwice, student.Id, choice);
            foreach (var choice in student.Choices)
            {
                if (!places.TryGetValue(choice, out var place)) yield return new(FindingKind.UnknownChoice, student.Id, choice);
                else if (place.IsClosed) yield return new(FindingKind.ClosedChoice, student.Id, choice);
            }
        }

        var tied = problem.Students.GroupBy(s => s.Rank).Where(g => g.Skip(1).Any()).Sum(g => g.Count());
        if (tied > 0) yield return new(FindingKind.Ties, string.Empty, Number: tied);
    }

    private static IEnumerable<ProblemFinding> Places(PlaceProblem problem)
    {
        var students = problem.Students.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in Ids(problem.Places, p => p.Id, FindingKind.PlaceTwice)) yield return finding;
        foreach (var place in problem.Places)
        {
            if (place.Capacity < 0) yield return new(FindingKind.NegativeNumber, place.Id, "capacity", place.Capacity);
            if (place.Cost < 0) yield return new(FindingKind.NegativeNumber, place.Id, "cost", place.Cost);
            foreach (var finding in Levels(place.Id, place.Languages)) yield return finding;
            foreach (var finding in Priority(place.Id, place.Priority, students)) yield return finding;
        }
    }

    private static IEnumerable<ProblemFinding> Nests(PlaceProblem problem)
    {
        var students = problem.Students.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var places = Known(problem.Places, p => p.Id);
        foreach (var finding in Ids(problem.Nests, n => n.Id, FindingKind.NestTwice)) yield return finding;
        foreach (var nest in problem.Nests)
        {
            if (nest.Cap < 0) yield return new(FindingKind.NegativeNumber, nest.Id, "cap", nest.Cap);
            if (nest.Budget < 0) yield return new(FindingKind.NegativeNumber, nest.Id, "budget", nest.Budget);
            foreach (var place in Repeated(nest.Places)) yield return new(FindingKind.TwiceInNest, nest.Id, place);
            foreach (var place in nest.Places.Where(p => !places.ContainsKey(p))) yield return new(FindingKind.UnknownInNest, nest.Id, place);
            foreach (var finding in Priority(nest.Id, nest.Priority, students)) yield return finding;
            if (nest.Cap is >= 0 and var cap && nest.Places.Sum(p => places.TryGetValue(p, out var place) ? (long)place.Capacity : 0) <= cap)
                yield return new(FindingKind.CapLimitsNothing, nest.Id, Number: cap);
        }

        foreach (var finding in NestPairs.Of(problem)) yield return finding;
    }

    private static IEnumerable<ProblemFinding> Bars(PlaceProblem problem)
    {
        var students = problem.Students.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var places = problem.Places.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return problem.Barred.Where(b => !students.Contains(b.Student) || !places.Contains(b.Place))
            .Select(b => new ProblemFinding(FindingKind.UnknownInBar, b.Student, b.Place));
    }

    private static IEnumerable<ProblemFinding> Ids<T>(IReadOnlyList<T> things, Func<T, string> id, FindingKind twice)
    {
        if (things.Any(t => string.IsNullOrWhiteSpace(id(t)))) yield return new(FindingKind.EmptyId, string.Empty);
        foreach (var repeated in Repeated([.. things.Select(id)])) yield return new(twice, repeated);
    }

    private static IEnumerable<ProblemFinding> Levels(string id, IReadOnlyDictionary<string, int>? languages) =>
        (languages ?? new Dictionary<string, int>(StringComparer.Ordinal)).Where(l => l.Value is < 0 or > 6)
        .Select(l => new ProblemFinding(FindingKind.LanguageLevelOutside, id, l.Key, l.Value));

    private static IEnumerable<ProblemFinding> Priority(string id, IReadOnlyList<string>? order, HashSet<string> students)
    {
        if (order is null) yield break;
        foreach (var student in Repeated(order)) yield return new(FindingKind.TwiceInPriority, id, student);
        foreach (var student in order.Where(s => !students.Contains(s))) yield return new(FindingKind.UnknownInPriority, id, student);
    }

    private static IEnumerable<string> Repeated(IReadOnlyList<string> ids) =>
        ids.CountBy(id => id, StringComparer.Ordinal).Where(c => c.Value > 1).Select(c => c.Key);

    private static Dictionary<string, T> Known<T>(IReadOnlyList<T> things, Func<T, string> id) =>
        things.DistinctBy(id, StringComparer.Ordinal).ToDictionary(id, StringComparer.Ordinal);
}
