using System.Globalization;
using System.Text;

namespace Entente.Foundation.Tables;

/// <summary>Headers as people compare them: case, white space and full-width forms make no difference.</summary>
internal static class HeaderText
{
    /// <summary>The header as shown: trimmed, line breaks and runs of white space as one space.</summary>
    public static string Shown(string header)
    {
        var shown = new StringBuilder(header.Length);
        foreach (var character in header.Trim())
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
            {
                shown.Append(character);
            }
            else if (shown.Length > 0 && shown[^1] != ' ')
            {
                shown.Append(' ');
            }
        }

        return shown.ToString();
    }

    /// <summary>Equal for headers that a person would call the same.</summary>
    public static string Key(string header) =>
        string.Concat(Folded(header).Where(character => !char.IsWhiteSpace(character)));

    /// <summary>
    /// Equal for headers that mean the same: also without remarks in brackets ("Start (yyyy-mm-dd)"), accents and signs ("Name*").
    /// </summary>
    public static string Meaning(string header) => string.Concat(Words(header));

    /// <summary>The words of a header: runs of letters and digits outside brackets, each Han character run one word.</summary>
    public static IReadOnlyList<string> Words(string header)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var depth = 0;
        foreach (var character in Folded(header).Normalize(NormalizationForm.FormD))
        {
            depth += character is '(' or '[' or '【' ? 1 : character is ')' or ']' or '】' && depth > 0 ? -1 : 0;
            var category = char.GetUnicodeCategory(character);
            if (category is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (depth == 0 && char.IsLetterOrDigit(character))
            {
                word.Append(character);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static string Folded(string header) => UnicodeText.Compatible(header).ToLowerInvariant();
}
