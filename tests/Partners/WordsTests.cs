using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

/// <summary>The room's Chinese: the glossary's word for a partner, and sentences that say what to do without begging.</summary>
public sealed class WordsTests
{
    private static readonly string[] Ours = ["partners.", "agreements.", "figure.partners.", "import.partners.", "import.agreements.", "figures.", "site."];

    [Theory]
    [InlineData("合作机构")]
    [InlineData("合作方")]
    [InlineData("合作伙伴")]
    [InlineData("请")]
    public async Task A_word_that_is_not_ours_stands_nowhere(string word)
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        var texts = house.Root.GetRequiredService<TextCatalog>();

        Assert.Empty(texts.Keys(Language.Chinese).Where(k => Ours.Any(o => k.StartsWith(o, StringComparison.Ordinal)))
            .Where(k => texts.In(Language.Chinese, k).Replace("申请", "", StringComparison.Ordinal).Contains(word, StringComparison.Ordinal)));
    }
}
