using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Entente.Foundation.Data;

namespace Entente.Foundation.Questions;

/// <summary>What a form asks: sections of questions. One canonical JSON form, by whose SHA-256 a version is known.</summary>
/// <param name="Sections">The sections, in order.</param>
public sealed record FormContent(IReadOnlyList<FormSection> Sections)
{
    /// <summary>A form that asks nothing yet.</summary>
    public static FormContent Empty { get; } = new([]);

    /// <summary>Every question in order; columns of tables are within their table.</summary>
    [JsonIgnore]
    public IEnumerable<Question> Questions => Sections.SelectMany(s => s.Questions);

    /// <summary>The question, or the column, of a key.</summary>
    public Question? Find(string id) => Questions.SelectMany(q => q.Columns.Prepend(q)).FirstOrDefault(q => q.Id == id);

    /// <summary>The canonical form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <summary>Reads the canonical form.</summary>
    public static FormContent FromJson(string json) => JsonSerializer.Deserialize<FormContent>(json, Form) ?? Empty;

    /// <summary>The SHA-256 of the canonical form.</summary>
    public static byte[] HashOf(string json) => SHA256.HashData(Encoding.UTF8.GetBytes(json));

    /// <summary>How forms and answers are written: readable, without what is not said.</summary>
    internal static readonly JsonSerializerOptions Form = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new LocalizedTextJsonConverter() },
    };
}
