using Entente.Foundation.Search;

namespace Entente.Directory.Model;

/// <summary>Makes names comparable: case, accents, width and punctuation do not tell two names apart.</summary>
internal static class NameFolding
{
    /// <summary>The name in lower case, without accents, in ordinary width, words parted by one space.</summary>
    public static string Of(string name) => FoldedText.Of(name);

    /// <summary>The folded words in alphabetical order, so that family and given name may stand either way.</summary>
    public static string InAnyOrder(string name) =>
        string.Join(' ', Of(name.Replace('-', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    /// <summary>Whether a text has a Chinese character in it.</summary>
    public static bool HasHan(string text) => text.Any(IsHan);

    /// <summary>Whether a letter is a Chinese character of the basic plane.</summary>
    public static bool IsHan(char letter) => letter is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';
}
