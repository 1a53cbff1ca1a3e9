using CsCheck;
using Entente.Matching.Places;

namespace Entente.Matching.Tests;

/// <summary>
/// Worked examples of the papers, entered as facts: who prefers whom, and what is stable. In each, the students are the side that
/// asks, and the places the side that keeps.
/// </summary>
public sealed class KnownAnswerTests
{
    /// <summary>
    /// D. Gale and L. S. Shapley, "College Admissions and the Stability of Marriage", American Mathematical Monthly 69 (1962) 9–15, example 1:
    /// three of each, three stable outcomes; the asking side gets its first choices.
    /// </summary>
    [Fact]
    public void Gale_and_Shapley_1962_example_1()
    {
        var problem = Instances.Of(
            [("α", ["A", "B", "C"]), ("β", ["B", "C", "A"]), ("γ", ["C", "A", "B"])],
            [("A", 1, ["β", "γ", "α"]), ("B", 1, ["γ", "α", "β"]), ("C", 1, ["α", "β", "γ"])]);
        Assert.Equal(["αA βB γC", "αB βC γA", "αC βA γB"], Stable(problem).Order(StringComparer.Ordinal));
        Assert.Equal("αA βB γC", Deferred(problem));
        Assert.Equal("αC βA γB", Deferred(Turned(problem)));
    }

    /// <summary>The same, example 2 (four of each): only one outcome is stable, and nobody of either side has their first choice in it.</summary>
    [Fact]
    public void Gale_and_Shapley_1962_example_2()
    {
        var problem = Instances.Of(
            [("α", ["A", "B", "C", "D"]), ("β", ["A", "D", "C", "B"]), ("γ", ["B", "A", "C", "D"]), ("δ", ["D", "B", "C", "A"])],
            [("A", 1, ["δ", "γ", "α", "β"]), ("B", 1, ["β", "δ", "α", "γ"]), ("C", 1, ["δ", "α", "β", "γ"]), ("D", 1, ["γ", "β", "α", "δ"])]);
        Assert.Equal(["αC βD γA δB"], Stable(problem));
        Assert.Equal("αC βD γA δB", Deferred(problem));
        Assert.Equal("αC βD γA δB", Deferred(Turned(problem)));
    }

    /// <summary>
    /// A. E. Roth, "The College Admissions Problem Is Not Equivalent to the Marriage Problem", Journal of Economic Theory 36 (1985) 277–288: one
    /// outcome is stable, though another gives every college somebody it likes better.
    /// </summary>
    [Fact]
    public void Roth_1985_colleges_may_all_like_an_unstable_outcome_better()
    {
        var problem = Instances.Of(
            [("1", ["C", "A", "B"]), ("2", ["B", "A", "C"]), ("3", ["A", "C", "B"]), ("4", ["A", "B", "C"])],
            [("A", 2, ["1", "2", "3", "4"]), ("B", 1, ["1", "2", "3", "4"]), ("C", 1, ["3", "1", "2", "4"])]);
        Assert.Equal(["1C 2B 3A 4A"], Stable(problem));
        Assert.Equal("1C 2B 3A 4A", Deferred(problem));
        Assert.NotEmpty(Exhaustive.BlockingPairs(problem, [2, 1, 1, 0], "1"));
    }

    /// <summary>
    /// A. E. Roth, "On the Allocation of Residents to Rural Hospitals", Econometrica 54 (1986) 425–427: every stable outcome places the same
    /// students, and a place that is not filled in one has the same students in all.
    /// </summary>
    [Fact]
    public void Roth_1986_every_stable_outcome_places_the_same_students() => Instances.Whole(4, 3).Select(p => p with { Nests = [] }).Sample(problem =>
    {
        var stable = Exhaustive.All(problem).Where(p => !Exhaustive.BlockingPairs(problem, p, "1").Any()).ToList();
        Assert.Single(stable.Select(p => string.Join(' ', p.Select(x => x >= 0))).Distinct());
        foreach (var place in problem.Places)
        {
            var holders = stable.Select(p => string.Join(' ', problem.Students.Where((s, at) => p[at] >= 0 && s.Choices[p[at]] == place.Id).Select(s => s.Id))).Distinct().ToList();
            Assert.True(holders.Count == 1 || holders.TrueForAll(h => h.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length * PlaceProblem.One == place.Capacity));
        }
    }, iter: 10_000);

    /// <summary>
    /// National Resident Matching Program, "Run a Match" (2014): five applicants, three programmes of two positions that list whom they take. All are
    /// placed, nobody at a place that did not list them, and one position at Mercy stays free in every stable outcome.
    /// </summary>
    [Fact]
    public void National_Resident_Matching_Program_2014_run_a_match()
    {
        var problem = Instances.Of(
            [("Anderson", ["City"]), ("Chen", ["City", "Mercy"]), ("Ford", ["City", "General", "Mercy"]), ("Davis", ["Mercy", "City", "General"]), ("Eastman", ["City", "Mercy", "General"])],
            [("Mercy", 2, ["Chen", "Ford"]), ("City", 2, ["Eastman", "Anderson", "Chen", "Davis", "Ford"]), ("General", 2, ["Eastman", "Anderson", "Ford", "Davis"])]);
        problem = problem with
        {
            Barred = [.. from student in problem.Students from place in problem.Places where !place.Priority!.Contains(student.Id) select new Bar(student.Id, place.Id, "not listed")],
        };
        Assert.Equal("Anderson City, Chen Mercy, Davis General, Eastman City, Ford General", string.Join(", ", Places.Places.Run(problem, Mechanism.DeferredAcceptance, "1").Assignments.Select(a => $"{a.Student} {a.Place}")));
        Assert.All(Stable(problem), outcome => Assert.Single(outcome.Split(' '), pair => pair.EndsWith("Mercy", StringComparison.Ordinal)));
    }

    /// <summary>
    /// A. Abdulkadiroğlu and T. Sönmez, "School Choice: A Mechanism Design Approach", American Economic Review 93 (2003) 729–747, example 1: one outcome is
    /// stable, and two students would gain by changing places in it.
    /// </summary>
    [Fact]
    public void Abdulkadiroglu_and_Sonmez_2003_what_is_stable_may_be_bettered_for_the_students()
    {
        var problem = Instances.Of(
            [("1", ["B", "A", "C"]), ("2", ["A", "B", "C"]), ("3", ["A", "B", "C"])],
            [("A", 1, ["1", "3", "2"]), ("B", 1, ["2", "1", "3"]), ("C", 1, ["2", "1", "3"])]);
        Assert.Equal(["1A 2B 3C"], Stable(problem));
        var deferred = Places.Places.Run(problem, Mechanism.DeferredAcceptance, "1");
        Assert.Equal("1A 2B 3C", Deferred(problem));
        Assert.True(Exhaustive.IsDominated(problem, Exhaustive.Positions(problem, deferred)));
        Assert.False(Judgement.Of(problem, deferred).Claims.Single(c => c.Property == Property.ParetoEfficient).Holds);
    }

    private static IEnumerable<string> Stable(PlaceProblem problem) => Exhaustive.All(problem)
        .Where(p => !Exhaustive.BlockingPairs(problem, p, "1").Any())
        .Select(p => string.Join(' ', problem.Students.Select((s, at) => s.Id + (p[at] < 0 ? "-" : s.Choices[p[at]]))));

    private static string Deferred(PlaceProblem problem)
    {
        var pairs = Places.Places.Run(problem, Mechanism.DeferredAcceptance, "1").Assignments.Select(a => (a.Student, Place: a.Place ?? "-"));
        return string.Join(' ', pairs.Select(p => char.IsAsciiLetterUpper(p.Student[0]) ? p.Place + p.Student : p.Student + p.Place).Order(StringComparer.Ordinal));
    }

    // The other side asks: places become students and students places.
    private static PlaceProblem Turned(PlaceProblem problem) => Instances.Of(
        problem.Places.Select(p => (p.Id, p.Priority!.ToArray())), problem.Students.Select(s => (s.Id, 1, s.Choices.ToArray())));
}
