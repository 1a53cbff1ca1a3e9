using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Entente.Matching.Places;

/// <summary>A problem as a JSON file, and what comes of it as another (docs/matching.md).</summary>
public static class PlaceFile
{
    /// <summary>The first member of a problem's file.</summary>
    public const string Format = "entente.places.1";

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        MaxDepth = 16,
    };

    private static readonly JsonSerializerOptions Writing = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Reads a problem.</summary>
    /// <exception cref="JsonException">The file is no such JSON; the message says where and why, for a person.</exception>
    public static PlaceProblem Read(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8)) json = json[3..];
        var file = JsonSerializer.Deserialize<ProblemFile>(json, Reading) ?? throw new JsonException("The file holds nothing.");
        if (file.Format is not (null or Format)) throw new JsonException($"The format is '{file.Format}'; '{Format}' is read.");
        if (HasNull(file)) throw new JsonException("A list holds null where an id or a record belongs.");
        return new(file.Students, file.Places, file.Nests ?? []) { Barred = file.Barred ?? [] };
    }

    /// <summary>The outcome, its digest, its judgement and the explanations, as indented JSON in UTF-8; the same for the same.</summary>
    public static byte[] Write(Placement placement, Judgement judgement, IReadOnlyList<Explanation> explanations)
    {
        ArgumentNullException.ThrowIfNull(placement);
        var file = new JsonObject
        {
            ["placement"] = JsonNode.Parse(placement.Json.Span),
            ["digest"] = placement.Digest,
            ["judgement"] = JsonSerializer.SerializeToNode(judgement, Writing),
            ["explanations"] = JsonSerializer.SerializeToNode(explanations, Writing),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(file, Writing), (byte)'\n'];
    }

    private static bool HasNull(ProblemFile file) =>
        file.Students.Any(s => s is null || s.Choices.Any(c => c is null))
        || file.Places.Any(p => p is null || p.Priority?.Any(s => s is null) == true || p.Levels?.Any(l => l is null) == true || p.Fields?.Any(f => f is null) == true)
        || file.Nests?.Any(n => n is null || n.Places.Any(p => p is null) || n.Priority?.Any(s => s is null) == true) == true
        || file.Barred?.Any(b => b is null) == true;

    private sealed record ProblemFile(IReadOnlyList<Student> Students, IReadOnlyList<Place> Places, IReadOnlyList<Nest>? Nests = null, IReadOnlyList<Bar>? Barred = null, string? Format = null);
}
