using System.Text.Json;
using System.Text.Json.Serialization;

namespace Entente.Foundation.Data;

/// <summary>Writes a text of several languages within JSON as an object with its languages in order: <c>{"en":"…","zh-Hans":"…"}</c>. What is hashed is written so too.</summary>
public sealed class LocalizedTextJsonConverter : JsonConverter<LocalizedText>
{
    /// <inheritdoc/>
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader) ?? []);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value.Texts.OrderBy(t => t.Key, StringComparer.Ordinal)) writer.WriteString(language, text);
        writer.WriteEndObject();
    }
}
