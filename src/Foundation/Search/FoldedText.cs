using System.Globalization;
using System.Text;

namespace Entente.Foundation.Search;

/// <summary>Makes texts comparable: case, accents, width and punctuation do not tell two of them apart.</summary>
public static class FoldedText
{
    /// <summary>The text in lower case, without accents, in ordinary width, words parted by one space.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            var category = char.GetUnicodeCategory(letter);
            if (category is UnicodeCategory.NonSpacingMark && letter < '\u0900') continue;
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                Append(folded, char.ToLowerInvariant(letter));
            else if (letter is not ('\'' or '’' or '·') && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether a letter is a Chinese character.</summary>
    public static bool IsHan(Rune letter) =>
        letter.Value is >= 0x3400 and <= 0x9fff or >= 0xf900 and <= 0xfaff or >= 0x20000 and <= 0x3ffff;

    /// <summary>Letters that Unicode does not decompose, as people write them without their stroke.</summary>
    private static void Append(StringBuilder folded, char letter) => _ = letter switch
    {
        'ø' => folded.Append('o'),
        'ł' => folded.Append('l'),
        'đ' or 'ð' => folded.Append('d'),
        'ı' => folded.Append('i'),
        'ħ' => folded.Append('h'),
        'ß' => folded.Append("ss"),
        'æ' => folded.Append("ae"),
        'œ' => folded.Append("oe"),
        'þ' => folded.Append("th"),
        _ => folded.Append(letter),
    };

    /// <summary>Half a surrogate pair, which no text should have, becomes the replacement character.</summary>
    private static string WellFormed(string text)
    {
        if (!text.Any(char.IsSurrogate)) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune.ToString());
        return whole.ToString();
    }
}
