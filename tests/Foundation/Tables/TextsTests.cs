using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Entente.Foundation.Rooms;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Tests.Tables;

public sealed partial class TextsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Every_code_has_a_sentence_and_no_sentence_is_without_a_code(string language) =>
        Assert.Equal(Codes().Select(code => "tables." + code).Order(StringComparer.Ordinal), Texts(language).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_use_the_same_placeholders()
    {
        var (english, chinese) = (Texts("en"), Texts("zh-Hans"));
        Assert.All(english, text => Assert.Equal(Placeholders(text.Value), Placeholders(chinese[text.Key])));
    }

    [Fact]
    public void Real_findings_fill_their_sentences()
    {
        var formula = Files.Findings(Files.Csv("Name\n=1+1\n"), "list.csv")[0];
        Assert.Equal("Row 2, column A · Name begins like a formula: “=1+1”. It is taken as text; if it should be something else, correct it.", Filled("en", formula));
        var columns = Files.Refusal(Files.Csv("a,b,c\n1,2,3\n"), "list.csv", limits: new TableLimits { MaxColumns = 2 });
        Assert.Equal("第 1 行超过 2 列的上限。请删除不需要的列，包括最右侧的列。", Filled("zh-Hans", columns));
    }

    private static string Filled(string language, TableFinding finding) =>
        string.Format(CultureInfo.InvariantCulture, Texts(language)[finding.TextKey], finding.Args);

    private static readonly TextCatalog Catalog = new(new RoomCatalog([new Room("foundation", typeof(TableReader).Assembly)]));

    private static IEnumerable<string> Codes() =>
        typeof(TableCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private static string[] Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Groups["number"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Texts(string tag)
    {
        var language = Language.Of(tag)!;
        return Catalog.Keys(language).Where(key => key.StartsWith("tables.", StringComparison.Ordinal))
            .ToDictionary(key => key, key => Catalog.In(language, key), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{(?<number>\d)(:N0)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
