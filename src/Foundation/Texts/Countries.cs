using Entente.Foundation.Data;

namespace Entente.Foundation.Texts;

/// <summary>
/// Names of countries and regions by their ISO 3166-1 alpha-2 codes: the texts <c>country.{code}</c>. They are the product's own, because
/// what a system's region data calls a country differs from machine to machine and does not follow the language of the request.
/// </summary>
public static class Countries
{
    /// <summary>The name in every language.</summary>
    public static LocalizedText NameOf(TextCatalog texts, string code) =>
        new(Language.All.ToDictionary(l => l.Tag, l => In(texts, l, code), StringComparer.Ordinal));

    /// <summary>The name in one language; the code itself where nobody knows it.</summary>
    public static string In(TextCatalog texts, Language language, string code)
    {
        var key = "country." + code;
        var own = texts.In(language, key);
        return own == key ? code : own;
    }

    /// <summary>The name in the language of the request.</summary>
    public static string In(TextCatalog texts, string code) => In(texts, Language.Current, code);
}
