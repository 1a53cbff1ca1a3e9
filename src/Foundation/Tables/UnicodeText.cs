using System.Text;

namespace Entente.Foundation.Tables;

/// <summary>Unicode forms of text that may be broken: lone surrogates make <see cref="string.Normalize()"/> throw.</summary>
internal static class UnicodeText
{
    /// <summary>Full-width and other compatibility forms folded (NFKC).</summary>
    public static string Compatible(string text) =>
        System.Text.Ascii.IsValid(text) ? text : Repaired(text).Normalize(NormalizationForm.FormKC);

    /// <summary>The text with lone surrogates replaced by U+FFFD and NUL left out: what can be written to any file.</summary>
    public static string Repaired(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                repaired.Append(rune.ToString());
            }
        }

        return repaired.ToString();
    }
}
