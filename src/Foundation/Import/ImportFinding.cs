using System.Text.Json;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Import;

/// <summary>
/// Something a person has to know about a row, without words, so that it is kept once and read in either language.
/// An argument is a text, a number, a name in several languages, or a <see cref="TextRef"/>.
/// </summary>
/// <param name="Severity">How much it matters; an error refuses the row.</param>
/// <param name="TextKey">The sentence's key.</param>
/// <param name="Column">The column's letter; none for a whole row.</param>
/// <param name="Args">What fills the sentence's places: of a row first its number, of a cell then the column's label.</param>
public sealed record ImportFinding(Severity Severity, string TextKey, string? Column, params IReadOnlyList<object?> Args)
{
    /// <summary>The sentence in the language of the request.</summary>
    public string Sentence(TextCatalog texts) => texts[TextKey, [.. Args.Select(a => Spoken(a, texts))]];

    /// <summary>A finding about a file, as one about an import.</summary>
    internal static ImportFinding Of(TableFinding finding) => new(finding.Severity, finding.TextKey, finding.Column, [.. finding.Args.Select(Plain)]);

    /// <summary>Equal when it says the same.</summary>
    public bool Equals(ImportFinding? other) => other is not null && ImportJson.Write(this) == ImportJson.Write(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Severity, TextKey, Column, Args.Count);

    private static object? Spoken(object? arg, TextCatalog texts) => arg switch
    {
        TextRef text => texts[texts.Has(text.Key) ? text.Key : "record.other", [.. text.Args.Select(a => Spoken(a, texts))]],
        LocalizedText text => text.ToString(),
        DateOnly date => texts.Date(date),
        _ => arg,
    };

    private static object? Plain(object arg) => arg is string or int or long ? arg : arg.ToString();
}

/// <summary>A word that stands in the text files: the name of a field, of a state.</summary>
/// <param name="Key">The text's key.</param>
/// <param name="Args">What fills its places.</param>
public sealed record TextRef(string Key, params IReadOnlyList<object?> Args);

/// <summary>How findings and the rest of a staged row are kept.</summary>
internal static class ImportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(), new ArgumentConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    /// <summary>Arguments keep their type: {"text": key}, {"date": iso}, {"names": {language: text}}, or a plain value.</summary>
    private sealed class ArgumentConverter : System.Text.Json.Serialization.JsonConverter<object>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var value = JsonDocument.ParseValue(ref reader);
            var root = value.RootElement;
            return root.ValueKind switch
            {
                JsonValueKind.String => root.GetString(),
                JsonValueKind.Number => root.TryGetInt64(out var whole) ? whole : root.GetDouble(),
                JsonValueKind.True or JsonValueKind.False => root.GetBoolean(),
                JsonValueKind.Object when root.TryGetProperty("text", out var key) => new TextRef(key.GetString()!, Args(root, options)),
                JsonValueKind.Object when root.TryGetProperty("date", out var date) =>
                    DateOnly.ParseExact(date.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                JsonValueKind.Object when root.TryGetProperty("names", out var names) =>
                    new LocalizedText(names.Deserialize<Dictionary<string, string>>()!),
                _ => null,
            };
        }

        private static List<object?> Args(JsonElement root, JsonSerializerOptions options) =>
            root.TryGetProperty("args", out var args) ? args.Deserialize<List<object?>>(options)! : [];

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
        {
            switch (value)
            {
                case TextRef text:
                    var named = new Dictionary<string, object>(StringComparer.Ordinal) { ["text"] = text.Key };
                    if (text.Args.Count > 0) named["args"] = text.Args;
                    JsonSerializer.Serialize(writer, named, options);
                    break;
                case LocalizedText names: JsonSerializer.Serialize(writer, new Dictionary<string, object>(StringComparer.Ordinal) { ["names"] = names.Texts }); break;
                case DateOnly date:
                    JsonSerializer.Serialize(writer, new Dictionary<string, string>(StringComparer.Ordinal) { ["date"] = date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
                    break;
                case string text: writer.WriteStringValue(text); break;
                case int whole: writer.WriteNumberValue(whole); break;
                case long whole: writer.WriteNumberValue(whole); break;
                case double number: writer.WriteNumberValue(number); break;
                case bool flag: writer.WriteBooleanValue(flag); break;
                default: writer.WriteStringValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)); break;
            }
        }
    }
}
