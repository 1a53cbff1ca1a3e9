using System.Globalization;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;

namespace Entente.Partners.Answers;

/// <summary>Sentences in every language at once, for what the room says on pages of others.</summary>
internal static class Spoken
{
    /// <summary>The text of a key with its places filled; dates and texts kept in several languages are filled in the sentence's own.</summary>
    public static LocalizedText Of(TextCatalog texts, string key, params object?[] args) => Each(l => string.Format(l.Culture, texts.In(l, key), [.. args.Select(a => In(a, l))]));

    /// <summary>A text put together for each language.</summary>
    public static LocalizedText Each(Func<Language, string> of) => LocalizedText.InEach(of);

    /// <summary>A text cut to a length in each language, between words where it has any.</summary>
    public static LocalizedText Shortened(LocalizedText text, int longest) => Each(l =>
    {
        var whole = text.In(l.Tag);
        if (whole.Length <= longest) return whole;
        var space = whole.LastIndexOf(' ', longest);
        return whole[..(space > longest / 2 ? space : longest)].TrimEnd() + "…";
    });

    private static object? In(object? part, Language language) => part switch
    {
        LocalizedText text => text.In(language.Tag),
        DateOnly date => date.ToString(language == Language.Chinese ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.GetCultureInfo("en-US")),
        _ => part,
    };
}
