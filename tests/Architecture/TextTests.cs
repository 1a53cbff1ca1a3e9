using System.Text.Json;
using System.Text.RegularExpressions;
using Entente.Foundation.Rooms;
using Entente.Foundation.Texts;

namespace Entente.Architecture.Tests;

/// <summary>Every word stands in every language, and every key that is asked for exists.</summary>
public sealed partial class TextTests
{
    private static readonly TextCatalog Texts = new(new RoomCatalog(House.Parts));

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        var english = Texts.Keys(Language.English).ToHashSet(StringComparer.Ordinal);
        var chinese = Texts.Keys(Language.Chinese).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(english.Except(chinese, StringComparer.Ordinal));
        Assert.Empty(chinese.Except(english, StringComparer.Ordinal));
    }

    [Fact]
    public void A_text_has_the_same_places_in_every_language() => Assert.Empty(Texts.Keys(Language.English)
        .Where(key => !PlacesOf(Texts.In(Language.English, key)).SetEquals(PlacesOf(Texts.In(Language.Chinese, key))) && !IsSingular(key)));

    [Fact]
    public void Chinese_texts_are_written_in_Chinese() => Assert.Empty(Texts.Keys(Language.Chinese)
        .Where(key => !Han().IsMatch(Texts.In(Language.Chinese, key)) && Letters().IsMatch(Places().Replace(Texts.In(Language.Chinese, key), "")))
        .Where(key => Texts.In(Language.Chinese, key) is var text && text.Length > 12));

    [Fact]
    public void No_please_and_no_exclamation_mark() => Assert.Empty(Texts.Keys(Language.English)
        .Where(key => Texts.In(Language.English, key) is var text && (text.Contains('!', StringComparison.Ordinal) || text.Contains("please", StringComparison.OrdinalIgnoreCase))));

    [Fact]
    public void Every_key_a_page_asks_for_exists()
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in House.SourceFiles("src").Where(f => !f.Contains("/Migrations.", StringComparison.Ordinal)))
        {
            foreach (Match match in Asked().Matches(File.ReadAllText(file)))
            {
                var key = match.Groups["key"].Value;
                if (!key.EndsWith('.') && !Texts.Has(key) && !Texts.Has(key + ".other")) missing.Add($"{key} ({Path.GetFileName(file)})");
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_permission_has_its_words()
    {
        var known = Routes.Permissions().Select(p => "permission." + p.Id);
        Assert.Empty(known.Where(key => !Texts.Has(key)));
    }

    // "one agreement" may leave its number away.
    private static bool IsSingular(string key) => key.EndsWith(".one", StringComparison.Ordinal);

    private static HashSet<string> PlacesOf(string text) => [.. Places().Matches(text).Select(m => m.Groups["number"].Value)];

    [GeneratedRegex(@"\{(?<number>\d+)(?::[^}]*)?\}", RegexOptions.None, 1000)]
    private static partial Regex Places();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();

    [GeneratedRegex("[a-z]{4,}", RegexOptions.None, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex("\\b(?:T|texts)(?:\\.Count\\(|\\[)\"(?<key>[a-z0-9-]+[.][a-z0-9.-]+)\"[,\\])]|(?:LabelKey|HelpKey|TitleKey|TextKey|ButtonKey|QuestionKey|EmptyKey|ActionKey|SearchKey)=\"(?<key>[a-z0-9.-]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Asked();
}
