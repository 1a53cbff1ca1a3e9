using System.Collections.Frozen;
using System.Globalization;

namespace Entente.Foundation.Texts;

/// <summary>Reads countries and regions as people write them: the code, or the name in any language of the product.</summary>
public sealed class CountryReading
{
    private readonly FrozenDictionary<string, string> codes;

    /// <summary>Gathers the names once.</summary>
    public CountryReading(TextCatalog texts)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in Codes())
        {
            read[Key(code)] = code;
            foreach (var language in Language.All) read.TryAdd(Key(Countries.In(texts, language, code)), code);
        }

        // Names that people write and the region data does not have, one key a code.
        foreach (var key in texts.Keys(Language.English).Where(k => k.StartsWith("country-also.", StringComparison.Ordinal)))
        {
            foreach (var name in Language.All.SelectMany(l => texts.In(l, key).Split('|'))) read[Key(name)] = key["country-also.".Length..];
        }

        codes = read.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The ISO 3166-1 alpha-2 code; none where nobody knows it.</summary>
    public string? Read(string written) => codes.GetValueOrDefault(Key(written));

    private static IEnumerable<string> Codes() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(c => new RegionInfo(c.Name).TwoLetterISORegionName)
        .Where(c => c.Length == 2 && c.All(char.IsAsciiLetterUpper))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Key(string name) =>
        string.Concat(name.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetter)).ToUpperInvariant();
}
