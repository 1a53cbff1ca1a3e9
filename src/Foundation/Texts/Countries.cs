using System.Globalization;
using Entente.Foundation.Data;

namespace Entente.Foundation.Texts;

/// <summary>
/// Names of countries and regions by their ISO 3166-1 alpha-2 codes: the text <c>country.{code}</c> where there is one, else ICU's region data.
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
        return own == key ? OfIcu(code, language) : own;
    }

    /// <summary>The name in the language of the request.</summary>
    public static string In(TextCatalog texts, string code) => In(texts, Language.Current, code);

    private static string OfIcu(string code, Language language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            // ICU names a region in the language of the UI culture, and only there.
            CultureInfo.CurrentUICulture = language.Culture;
            return new RegionInfo(code).DisplayName;
        }
        catch (ArgumentException)
        {
            return code;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
