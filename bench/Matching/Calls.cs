using Entente.Matching.Places;

namespace Entente.Bench.Matching;

/// <summary>Calls as a large school has them, drawn from a seed: some places far more wished for than others, levels, languages and grades in the way.</summary>
internal static class Calls
{
    private const int Students = 500, Partners = 150, PlacesEach = 3;
    private static readonly string[] Levels = ["master", "doctor"], Languages = ["English", "French", "German", "Japanese"];

    /// <summary>Places alone.</summary>
    public static PlaceProblem Plain(int seed)
    {
        var random = new Random(seed);
        var places = Enumerable.Range(0, Partners * PlacesEach).Select(at => new Place(Id('p', at), PlaceProblem.One)
        {
            Levels = random.Next(4) == 0 ? [Levels[random.Next(2)]] : null,
            Languages = random.Next(3) == 0 ? new Dictionary<string, int>(StringComparer.Ordinal) { [Languages[random.Next(4)]] = random.Next(2, 5) } : null,
            LeastGrade = random.Next(5) == 0 ? 7500 + random.Next(1000) : null,
            Cost = 1_000_00 * random.Next(3, 9),
        }).ToList();
        var students = Enumerable.Range(0, Students).Select(at => new Student(Id('s', at), 1 + random.Next(400), Choices(random, places.Count))
        {
            Level = Levels[random.Next(2)],
            Grade = 7000 + random.Next(2500),
            Languages = Languages.ToDictionary(l => l, _ => random.Next(7), StringComparer.Ordinal),
        }).ToList();
        return new(students, places, []);
    }

    /// <summary>Two of three places of a partner, ten regions that hold less than their partners.</summary>
    public static PlaceProblem Nested(int seed)
    {
        var problem = Plain(seed);
        return problem with
        {
            Nests =
            [
                .. Enumerable.Range(0, Partners).Select(at => new Nest(Id('a', at), [.. Enumerable.Range(0, PlacesEach).Select(i => Id('p', (at * PlacesEach) + i))]) { Cap = 2 * PlaceProblem.One }),
                .. Enumerable.Range(0, 10).Select(at => new Nest(Id('r', at), [.. Enumerable.Range(at * 45, 45).Select(i => Id('p', i))]) { Cap = 24 * PlaceProblem.One }),
            ],
        };
    }

    /// <summary>A third of the students for half a place, and a budget for each region.</summary>
    public static PlaceProblem Fractions(int seed)
    {
        var problem = Nested(seed);
        return problem with
        {
            Students = [.. problem.Students.Select((s, at) => at % 3 == 0 ? s with { Weight = PlaceProblem.One / 2 } : s)],
            Nests = [.. problem.Nests.Select(n => n.Id[0] == 'r' ? n with { Budget = 24 * 5_000_00L } : n)],
        };
    }

    private static string[] Choices(Random random, int places)
    {
        var chosen = new HashSet<int>();
        while (chosen.Count < 6) chosen.Add((int)(places * Math.Pow(random.NextDouble(), 1.7)));
        return [.. chosen.Select(p => Id('p', p))];
    }

    private static string Id(char kind, int at) => FormattableString.Invariant($"{kind}{at:0000}");
}
