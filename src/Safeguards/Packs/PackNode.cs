using System.Globalization;
using System.Text.Json;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;

namespace Entente.Safeguards.Packs;

/// <summary>What is wrong at a place of a pack.</summary>
/// <param name="Path">Where: <c>$.chains[0].steps[1].role</c>.</param>
/// <param name="TextKey">The sentence.</param>
/// <param name="Args">What fills its places.</param>
public sealed record PackError(string Path, string TextKey, params object?[] Args)
{
    /// <summary>Place and sentence in the language of the reader.</summary>
    public string In(TextCatalog texts) => $"{Path}: {texts[TextKey, Args]}";
}

/// <summary>A value of the pack being read, with its place; notes what is wrong and goes on, so that one reading finds everything.</summary>
internal sealed class PackNode(JsonElement element, string path, List<PackError> errors)
{
    private readonly JsonElement value = element;

    public string Path => path;

    /// <summary>An object whose properties are all known; a misspelt name would otherwise be a rule left out.</summary>
    public PackNode Object(params string[] known)
    {
        if (value.ValueKind != JsonValueKind.Object) return Refuse<PackNode>("packs.error.object") ?? this;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!known.Contains(property.Name, StringComparer.Ordinal))
                errors.Add(new($"{path}.{property.Name}", "packs.error.unknown", string.Join(", ", known)));
            if (!seen.Add(property.Name)) errors.Add(new($"{path}.{property.Name}", "packs.error.twice"));
        }

        return this;
    }

    public string Text(string name, bool required = true, int longest = 400)
    {
        if (Find(name) is not { } found) return required ? Missing(name, "") : "";
        if (found.ValueKind != JsonValueKind.String || found.GetString() is not { } text) return Wrong(name, "packs.error.text", "");
        if (text.Trim().Length == 0) return required ? Missing(name, "") : "";
        return text.Length <= longest ? text : Wrong(name, "packs.error.long", "", longest);
    }

    public bool Flag(string name, bool otherwise) => Find(name) is not { } found ? otherwise
        : found.ValueKind is JsonValueKind.True or JsonValueKind.False ? found.GetBoolean()
        : Wrong(name, "packs.error.flag", otherwise);

    public int Number(string name, int min, int max, int? otherwise = null) => Find(name) is not { } found
        ? otherwise ?? Missing(name, min)
        : found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number) && number >= min && number <= max ? number
        : Wrong(name, "packs.error.number", min, min, max);

    public DateOnly? Date(string name, bool required) => Find(name) is not { } found || found.ValueKind == JsonValueKind.Null
        ? required ? Missing<DateOnly?>(name, null) : null
        : found.ValueKind == JsonValueKind.String && DayOf(found.GetString()) is { } day ? day
        : Wrong<DateOnly?>(name, "packs.error.date", null);

    /// <summary>A text in every language of the product.</summary>
    public LocalizedText Words(string name)
    {
        if (Child(name) is not { } words) return Missing(name, LocalizedText.Empty);
        words.Object([.. Language.All.Select(l => l.Tag)]);
        return words.value.ValueKind != JsonValueKind.Object ? LocalizedText.Empty
            : new(Language.All.ToDictionary(l => l.Tag, l => words.Text(l.Tag, longest: 2000), StringComparer.Ordinal));
    }

    public IReadOnlyList<T> List<T>(string name, Func<PackNode, T> read, bool required = false)
    {
        if (Find(name) is not { } found) return required ? Missing<IReadOnlyList<T>>(name, []) : [];
        if (found.ValueKind != JsonValueKind.Array) return Wrong<IReadOnlyList<T>>(name, "packs.error.list", []);
        if (required && found.GetArrayLength() == 0) return Wrong<IReadOnlyList<T>>(name, "packs.error.empty", []);
        return [.. found.EnumerateArray().Select((item, i) => read(new(item, $"{path}.{name}[{i}]", errors)))];
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name, bool required = false) => List(name, item => item.AsText(), required);

    /// <summary>Names and their values; numbers become their digits.</summary>
    public IReadOnlyDictionary<string, string> Values(string name)
    {
        if (Find(name) is not { } found) return new Dictionary<string, string>(StringComparer.Ordinal);
        if (found.ValueKind != JsonValueKind.Object) return Wrong<IReadOnlyDictionary<string, string>>(name, "packs.error.object", new Dictionary<string, string>(StringComparer.Ordinal));
        return found.EnumerateObject().GroupBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new PackNode(g.First().Value, $"{path}.{name}.{g.Key}", errors).AsText(), StringComparer.Ordinal);
    }

    public string AsText() => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => Refuse<string>("packs.error.text") ?? "",
    };

    public int? AsNumber(int min, int max) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max
        ? number : Refuse<int?>("packs.error.number", min, max);

    public DateOnly AsDate() => value.ValueKind == JsonValueKind.String && DayOf(value.GetString()) is { } day ? day : Refuse<DateOnly>("packs.error.date");

    public T? Refuse<T>(string textKey, params object?[] args)
    {
        errors.Add(new(path, textKey, args));
        return default;
    }

    /// <summary>Notes what is wrong with one property.</summary>
    public T Wrong<T>(string name, string textKey, T instead, params object?[] args)
    {
        errors.Add(new($"{path}.{name}", textKey, args));
        return instead;
    }

    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private T Missing<T>(string name, T instead) => Wrong(name, "packs.error.missing", instead);

    private PackNode? Child(string name) => Find(name) is { } found ? new(found, $"{path}.{name}", errors) : null;

    private JsonElement? Find(string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) ? found : null;
}
