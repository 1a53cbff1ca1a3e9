using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;

namespace Entente.Directory.Matching;

/// <summary>Finds the countries and regions that a text names.</summary>
internal static partial class CountryNames
{
    private static readonly (string Name, string Code)[] Others =
    [
        ("usa", "US"), ("u s a", "US"), ("us", "US"), ("united states", "US"), ("united states of america", "US"), ("eua", "US"), ("uk", "GB"), ("u k", "GB"),
        ("united kingdom", "GB"), ("england", "GB"), ("scotland", "GB"), ("wales", "GB"), ("northern ireland", "GB"), ("china", "CN"), ("中国", "CN"), ("p r china", "CN"), ("pr china", "CN"),
        ("prc", "CN"), ("peoples republic of china", "CN"), ("people s republic of china", "CN"), ("korea", "KR"), ("south korea", "KR"), ("republic of korea", "KR"),
        ("the netherlands", "NL"), ("brasil", "BR"), ("deutschland", "DE"), ("frg", "DE"), ("federal republic of germany", "DE"), ("espana", "ES"), ("italia", "IT"),
        ("russia", "RU"), ("viet nam", "VN"), ("iran", "IR"), ("czech republic", "CZ"), ("taiwan", "TW"), ("hong kong", "HK"), ("macau", "MO"), ("turkey", "TR"),
        ("hrvatska", "HR"), ("osterreich", "AT"), ("suisse", "CH"), ("schweiz", "CH"), ("polska", "PL"), ("mexico", "MX"), ("belgique", "BE"), ("danmark", "DK"),
        ("sverige", "SE"), ("norge", "NO"), ("suomi", "FI"), ("英国", "GB"), ("美国", "US"), ("韩国", "KR"),
    ];

    private static readonly Lazy<FrozenDictionary<string, string>> Codes = new(() => Iso()
        .SelectMany(c => Language.All.Select(l => (Name: FoldedText.Of(NameOf(c, l)), Code: c))).Where(n => n.Name.Length > 1 && !n.Name.Equals(n.Code, StringComparison.OrdinalIgnoreCase))
        .Concat(Others).GroupBy(n => n.Name, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Last().Code, StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> HanNames = new(() => Codes.Value.Keys.Where(n => n.Length > 1 && NameKey.IsHan(n)).ToFrozenSet(StringComparer.Ordinal));

    private const int MostWords = 5;

    /// <summary>The codes of the countries named; a state of the United States with its postal code at the end counts as that country.</summary>
    public static IReadOnlySet<string> In(string text)
    {
        var folded = FoldedText.Of(text);
        var words = folded.Split(' ');
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var from = 0; from < words.Length; from++)
            for (var length = 1; length <= MostWords && from + length <= words.Length; length++)
                if (Codes.Value.TryGetValue(string.Join(' ', words, from, length), out var code)) found.Add(code);
        if (folded.Any(c => c > '\u2e80')) found.UnionWith(HanNames.Value.Where(n => folded.Contains(n, StringComparison.Ordinal)).Select(n => Codes.Value[n]));
        if (StateAtEnd().IsMatch(text.Trim())) found.Add("US");
        // Georgia is a state too: beside another country it is no country.
        if (found.Count > 1) found.Remove("GE");
        return found;
    }

    private static IEnumerable<string> Iso() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(c => new RegionInfo(c.Name).TwoLetterISORegionName).Where(c => c.Length == 2 && c.All(char.IsAsciiLetterUpper)).Distinct(StringComparer.Ordinal);

    private static string NameOf(string code, Language language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
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

    [GeneratedRegex(
        @"\b(A[LKZR]|C[AOT]|DE|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\b[ .,]*(\d{5}(-\d{4})?)?[ .,;]*$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StateAtEnd();
}
