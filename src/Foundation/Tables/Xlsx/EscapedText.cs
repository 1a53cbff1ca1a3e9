using System.Globalization;
using System.Text;

namespace Entente.Foundation.Tables.Xlsx;

/// <summary>Characters that XML cannot hold, written as _x000D_ (ECMA-376, ST_Xstring).</summary>
internal static class EscapedText
{
    private const int EscapeLength = 7;

    public static string Decoded(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (IsEscape(text, at, out var character))
            {
                decoded.Append(character);
                at += EscapeLength - 1;
            }
            else
            {
                decoded.Append(text[at]);
            }
        }

        return decoded.ToString();
    }

    /// <summary>The text so that XML can hold it and <see cref="Decoded"/> gives it back.</summary>
    public static string Encoded(string text)
    {
        var encoded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            var escape = (character < ' ' && character is not ('\t' or '\n')) || character is '\uFFFE' or '\uFFFF' || IsEscape(text, at, out _);
            _ = escape
                ? encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_")
                : encoded.Append(character);
        }

        return encoded.ToString();
    }

    private static bool IsEscape(string text, int at, out char character)
    {
        character = '\0';
        if (at + EscapeLength > text.Length || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_'
            || !ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        character = (char)code;
        return true;
    }
}
