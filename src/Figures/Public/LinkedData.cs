using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Entente.Figures.Public;

/// <summary>Writes JSON-LD into a page; no text of it can end the script it stands in.</summary>
internal static class LinkedData
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Script(IReadOnlyDictionary<string, object?> data) =>
        "<script type=\"application/ld+json\">" + JsonSerializer.Serialize(data.Where(d => d.Value is not null).ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal), Form) + "</script>";
}
