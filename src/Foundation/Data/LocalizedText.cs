using System.Text.Json;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Data;

/// <summary>A text kept in several languages; languages are BCP 47 tags (<c>en</c>, <c>zh-Hans</c>, more by adding).</summary>
public sealed record LocalizedText(IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>A text in English and simplified Chinese.</summary>
    public LocalizedText(string en, string zh)
        : this(Only(("en", en), ("zh-Hans", zh)))
    {
    }

    /// <summary>No text in any language.</summary>
    public static LocalizedText Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The text that each language of the product gives.</summary>
    public static LocalizedText InEach(Func<Language, string> of) => new(Language.All.ToDictionary(l => l.Tag, of, StringComparer.Ordinal));

    /// <summary>The English text, or the nearest there is.</summary>
    public string En => In("en");

    /// <summary>The Chinese text, or the nearest there is.</summary>
    public string Zh => In("zh-Hans");

    /// <summary>The text in a language; where there is none, in English, then in any.</summary>
    public string In(string language) =>
        Texts.TryGetValue(language, out var text) ? text
        : Texts.TryGetValue("en", out var english) ? english
        : Texts.Values.FirstOrDefault() ?? "";

    /// <summary>The text as it was entered in exactly that language; empty where it was not.</summary>
    public string Exactly(string language) => Texts.GetValueOrDefault(language) ?? "";

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToJson());

    /// <summary>The text in the language of the request.</summary>
    public override string ToString() => In(Language.Current.Tag);

    internal string ToJson() => JsonSerializer.Serialize(
        Texts.OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal),
        LocalizedTextJson.Readable);

    internal static LocalizedText FromJson(string json) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    private static Dictionary<string, string> Only(params (string Language, string Text)[] texts) =>
        texts.Where(t => !string.IsNullOrWhiteSpace(t.Text)).ToDictionary(t => t.Language, t => t.Text.Trim(), StringComparer.Ordinal);
}

internal static class LocalizedTextJson
{
    internal static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };
}
