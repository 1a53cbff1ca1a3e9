using System.Text.Json;
using Entente.Matching.Places;
using Entente.Mobility.Model;

namespace Entente.Mobility.Allocation;

/// <summary>Reads back what was frozen and what a mechanism gave, from the canonical JSON that is stored.</summary>
internal static class Stored
{
    /// <exception cref="InvalidDataException">The text is not what its hash was taken of: the stored row was changed.</exception>
    public static PlaceProblem Problem(string content, string digest)
    {
        using var json = JsonDocument.Parse(content);
        var root = json.RootElement;
        var problem = new PlaceProblem(
            [.. Items(root, "students").Select(s => new Student(Text(s, "id")!, s.GetProperty("rank").GetInt32(), Texts(s, "choices") ?? [])
            {
                Level = Text(s, "level"),
                Field = Text(s, "field"),
                Languages = Levels(s) ?? new Dictionary<string, int>(StringComparer.Ordinal),
                Grade = Number(s, "grade"),
                Weight = Number(s, "weight") ?? PlaceProblem.One,
            })],
            [.. Items(root, "places").Select(p => new Place(Text(p, "id")!, p.GetProperty("capacity").GetInt32())
            {
                Priority = Texts(p, "priority"),
                Levels = Texts(p, "levels"),
                Fields = Texts(p, "fields"),
                Languages = Levels(p),
                LeastGrade = Number(p, "leastGrade"),
                Cost = p.TryGetProperty("cost", out var cost) ? cost.GetInt64() : 0,
                IsClosed = p.TryGetProperty("closed", out var closed) && closed.GetBoolean(),
            })],
            [.. Items(root, "nests").Select(n => new Nest(Text(n, "id")!, Texts(n, "places") ?? [])
            {
                Cap = Number(n, "cap"),
                Budget = n.TryGetProperty("budget", out var budget) ? budget.GetInt64() : null,
                Priority = Texts(n, "priority"),
            })])
        {
            Barred = [.. Items(root, "barred").Select(b => new Bar(Text(b, "student")!, Text(b, "place")!, Text(b, "reason")!))],
        };
        return problem.Digest == digest ? problem : throw new InvalidDataException("The frozen input of an allocation is not what its hash was taken of.");
    }

    public static Placement Placement(string result, string digest)
    {
        using var json = JsonDocument.Parse(result);
        var root = json.RootElement;
        var placement = new Placement(Enum.Parse<Mechanism>(Text(root, "mechanism")!, ignoreCase: true), Text(root, "seed")!, Text(root, "input")!, [.. Items(root, "assignments")
            .Select(a => new Assignment(Text(a, "student")!, Text(a, "place"), Number(a, "position")))])
        {
            Steps = root.GetProperty("steps").GetInt64(),
            Build = Text(root, "build")!,
            Order = Texts(root, "order") ?? [],
            IsRepaired = root.TryGetProperty("repaired", out var repaired) && repaired.GetBoolean(),
            Refusal = root.TryGetProperty("refusal", out var refusal)
                ? new(Enum.Parse<RefusalKind>(Text(refusal, "kind")!, ignoreCase: true), Text(refusal, "subject")!, Text(refusal, "other")) : null,
            Optimum = root.TryGetProperty("optimum", out var optimum)
                ? new(optimum.GetProperty("placed").GetInt32(), optimum.GetProperty("positions").GetInt64(), optimum.GetProperty("proven").GetBoolean()) : null,
        };
        return placement.Digest == digest ? placement : throw new InvalidDataException("The stored outcome of an allocation is not what its hash was taken of.");
    }

    /// <summary>Why each student got what they got: as it was kept with the run, else found now.</summary>
    public static IReadOnlyList<Explanation> Explanations(AllocationRun run, PlaceProblem problem, Placement placement) => placement.Refusal is not null ? []
        : run.Reasons is { } reasons ? JsonSerializer.Deserialize<List<Explanation>>(reasons)! : Explanation.All(problem, placement);

    /// <summary>What is kept of the reasons of a run: those of the exact optimum, which take some solutions more.</summary>
    public static string? Reasons(PlaceProblem problem, Placement placement) => placement is { Mechanism: Mechanism.ExactOptimum, IsRepaired: false, Refusal: null }
        ? JsonSerializer.Serialize(Explanation.All(problem, placement)) : null;

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) => of.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static int? Number(JsonElement of, string name) => of.TryGetProperty(name, out var number) ? number.GetInt32() : null;

    private static List<string>? Texts(JsonElement of, string name) => of.TryGetProperty(name, out var texts) ? [.. texts.EnumerateArray().Select(t => t.GetString()!)] : null;

    private static Dictionary<string, int>? Levels(JsonElement of) => of.TryGetProperty("languages", out var levels)
        ? levels.EnumerateObject().ToDictionary(l => l.Name, l => l.Value.GetInt32(), StringComparer.Ordinal) : null;
}
