using System.Globalization;
using System.Text;

namespace Entente.Directory.Model;

/// <summary>Makes names comparable: case, accents, width and punctuation do not tell two names apart.</summary>
internal static class NameFolding
{
    /// <summary>The name in lower case, without accents, in ordinary width, words parted by one space.</summary>
    public static string Of(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormKD))
        {
            var category = char.GetUnicodeCategory(letter);
            if (category is UnicodeCategory.NonSpacingMark && letter < '\u0900') continue;
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                folded.Append(Plain(char.ToLowerInvariant(letter)));
            else if (letter is not ('\'' or '’' or '·') && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The folded words in alphabetical order, so that family and given name may stand either way.</summary>
    public static string InAnyOrder(string name) =>
        string.Join(' ', Of(name.Replace('-', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    /// <summary>Whether a text has a Chinese character in it.</summary>
    public static bool HasHan(string text) => text.Any(IsHan);

    /// <summary>Whether a letter is a Chinese character of the basic plane.</summary>
    public static bool IsHan(char letter) => letter is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    /// <summary>Letters that Unicode does not decompose, as people write them without their stroke.</summary>
    private static char Plain(char letter) => letter switch
    {
        'ø' => 'o',
        'ł' => 'l',
        'đ' or 'ð' => 'd',
        'ı' => 'i',
        'ħ' => 'h',
        _ => letter,
    };
}
