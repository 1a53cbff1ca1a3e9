using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Foundation.Data;

namespace Entente.Foundation.Questions;

/// <summary>A text in several languages within the JSON of a form: <c>{"en":"…","zh-Hans":"…"}</c>, in the order of the tags.</summary>
internal sealed class LocalizedTextJsonConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (tag, text) in value.Texts.OrderBy(t => t.Key, StringComparer.Ordinal)) writer.WriteString(tag, text);
        writer.WriteEndObject();
    }
}
