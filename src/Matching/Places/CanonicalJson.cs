using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Matching.Places;

/// <summary>
/// One form for one meaning: members in a fixed order, lists whose order means nothing sorted by code points, defaults left out,
/// no white space, UTF-8. Equal problems give equal bytes on every machine.
/// </summary>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static string DigestOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static byte[] Of(PlaceProblem problem) => Written(json =>
    {
        json.WriteStartObject();
        json.WriteString("format", "entente.places.1");
        Array(json, "students", problem.Students.OrderBy(s => s.Id, StringComparer.Ordinal), Student);
        Array(json, "places", problem.Places.OrderBy(p => p.Id, StringComparer.Ordinal), Place);
        Array(json, "nests", problem.Nests.OrderBy(n => n.Id, StringComparer.Ordinal), Nest);
        Array(json, "barred", problem.Barred.OrderBy(b => b.Student, StringComparer.Ordinal).ThenBy(b => b.Place, StringComparer.Ordinal).ThenBy(b => b.Reason, StringComparer.Ordinal), (w, b) =>
        {
            w.WriteString("student", b.Student);
            w.WriteString("place", b.Place);
            w.WriteString("reason", b.Reason);
        });
        json.WriteEndObject();
    });

    /// <summary>What the action writes, without white space.</summary>
    public static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain)) write(json);
        return bytes.ToArray();
    }

    /// <summary>A list of objects.</summary>
    public static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> things, Action<Utf8JsonWriter, T> members)
    {
        json.WriteStartArray(name);
        foreach (var thing in things)
        {
            json.WriteStartObject();
            members(json, thing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A list of texts in the order given; left out when null.</summary>
    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string>? texts)
    {
        if (texts is null) return;
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Student(Utf8JsonWriter json, Student student)
    {
        json.WriteString("id", student.Id);
        json.WriteNumber("rank", student.Rank);
        Texts(json, "choices", student.Choices);
        if (student.Level is { } level) json.WriteString("level", level);
        if (student.Field is { } field) json.WriteString("field", field);
        Languages(json, student.Languages);
        if (student.Grade is { } grade) json.WriteNumber("grade", grade);
        if (student.Weight != PlaceProblem.One) json.WriteNumber("weight", student.Weight);
    }

    private static void Place(Utf8JsonWriter json, Place place)
    {
        json.WriteString("id", place.Id);
        json.WriteNumber("capacity", place.Capacity);
        Texts(json, "priority", place.Priority);
        Texts(json, "levels", place.Levels?.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Texts(json, "fields", place.Fields?.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Languages(json, place.Languages);
        if (place.LeastGrade is { } grade) json.WriteNumber("leastGrade", grade);
        if (place.Cost != 0) json.WriteNumber("cost", place.Cost);
        if (place.IsClosed) json.WriteBoolean("closed", value: true);
    }

    private static void Nest(Utf8JsonWriter json, Nest nest)
    {
        json.WriteString("id", nest.Id);
        Texts(json, "places", nest.Places.Order(StringComparer.Ordinal));
        if (nest.Cap is { } cap) json.WriteNumber("cap", cap);
        if (nest.Budget is { } budget) json.WriteNumber("budget", budget);
        Texts(json, "priority", nest.Priority);
    }

    private static void Languages(Utf8JsonWriter json, IReadOnlyDictionary<string, int>? languages)
    {
        if (languages is null || languages.Values.All(level => level == 0)) return;
        json.WriteStartObject("languages");
        foreach (var (name, level) in languages.Where(l => l.Value != 0).OrderBy(l => l.Key, StringComparer.Ordinal)) json.WriteNumber(name, level);
        json.WriteEndObject();
    }
}
