using CsCheck;
using Entente.Matching.Places;

namespace Entente.Matching.Tests;

/// <summary>Random problems small enough for exhaustive search, with everything in them that can go wrong for an algorithm.</summary>
internal static class Instances
{
    /// <summary>What deferred acceptance takes: whole students, laminar caps, one order within each tree of nests; ties, bars and closed places among them.</summary>
    public static Gen<PlaceProblem> Whole(int students = 5, int places = 4) => Make(students, places, isWhole: true);

    /// <summary>Everything: fractions, budgets, nests that overlap, orders that differ.</summary>
    public static Gen<PlaceProblem> Any(int students = 5, int places = 4) => Make(students, places, isWhole: false);

    /// <summary>A problem of names: every student ranked as listed, every place with one seat unless said.</summary>
    public static PlaceProblem Of(IEnumerable<(string Id, string[] Choices)> students, IEnumerable<(string Id, int Seats, string[] Priority)> places) => new(
        [.. students.Select((s, at) => new Student(s.Id, at + 1, s.Choices))],
        [.. places.Select(p => new Place(p.Id, p.Seats * PlaceProblem.One) { Priority = p.Priority })],
        []);

    private static Gen<PlaceProblem> Make(int students, int places, bool isWhole) =>
        Gen.Select(Gen.Int[1, students], Gen.Int[1, places]).SelectMany((n, m) => Gen.Select(
            Student(n, m, isWhole).Array[n], Place(n, isWhole).Array[m], Nests(n, m, isWhole), Gen.Int[0, n - 1].Select(Gen.Int[0, m - 1]).Array[0, 2],
            (who, what, nests, bars) => new PlaceProblem(
                [.. who.Select((s, at) => s with { Id = $"s{at}" })],
                [.. what.Select((p, at) => p with { Id = $"p{at}", Priority = isWhole && nests.Any(x => x.Places.Contains($"p{at}")) ? null : p.Priority })],
                nests)
            { Barred = [.. bars.Select(b => new Bar($"s{b.Item1}", $"p{b.Item2}", "own"))] }));

    private static Gen<Student> Student(int n, int m, bool isWhole) => Gen.Select(
        Gen.Int[1, n], Some(m), Gen.Int[0, 3], Gen.Int[70, 90], OneOf(1000, 1000, 500, 250),
        (rank, choices, level, grade, weight) => new Student(string.Empty, rank, [.. choices.Select(c => $"p{c}")])
        {
            Level = level == 0 ? null : level == 1 ? "doctor" : "master",
            Grade = grade * 100,
            Languages = new Dictionary<string, int> { ["French"] = level },
            Weight = isWhole ? PlaceProblem.One : weight,
        });

    private static Gen<Place> Place(int n, bool isWhole) => Gen.Select(
        isWhole ? Gen.Int[0, 2].Select(c => c * 1000) : OneOf(0, 500, 1000, 1500, 2000),
        Some(n), Gen.Int[0, 9], Gen.Int[0, 3],
        (capacity, order, rule, cost) => new Place(string.Empty, capacity)
        {
            Priority = rule < 4 ? null : [.. order.Select(s => $"s{s}")],
            Levels = rule == 0 ? ["master"] : null,
            LeastGrade = rule == 1 ? 7800 : null,
            Languages = rule == 2 ? new Dictionary<string, int> { ["French"] = 1 } : null,
            IsClosed = rule == 3,
            Cost = isWhole ? 0 : cost,
        });

    // A pair of the first places and a larger set around it, or sets that may overlap.
    private static Gen<Nest[]> Nests(int n, int m, bool isWhole) => Gen.Select(
        Gen.Int[0, m], Gen.Int[0, m], Gen.Int[0, m], Gen.Int[0, 3], Gen.Int[0, 3], Some(n), Gen.Int[0, 4],
        (inner, outer, from, small, large, order, kind) =>
        {
            var (least, most) = (Math.Min(inner, outer), Math.Max(inner, outer));
            string[]? priority = kind == 0 ? [.. order.Select(s => $"s{s}")] : null;
            var unit = isWhole ? 1000 : 500;
            List<Nest> nests = [];
            if (least > 0) nests.Add(new("inner", Range(isWhole ? 0 : Math.Min(from, m - 1), least)) { Cap = small * unit });
            if (most > least) nests.Add(new("outer", Range(0, most)) { Cap = large * unit, Priority = priority });
            if (!isWhole && kind > 2) nests.Add(new("money", Range(0, m)) { Budget = large * 2 });
            return nests.ToArray();

            string[] Range(int start, int count) => [.. Enumerable.Range(start, Math.Min(count, m - start)).Select(p => $"p{p}")];
        });

    private static Gen<int[]> Some(int count) => Gen.Shuffle(Enumerable.Range(0, count).ToArray()).Select(Gen.Int[0, count], (all, length) => all[..length]);

    private static Gen<int> OneOf(params int[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);
}
