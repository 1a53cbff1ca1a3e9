using System.Text;

namespace Entente.Foundation.Tables;

/// <summary>
/// Finds text that was once decoded with the wrong encoding and saved like that: "UniversitÃ©", "涓浗", "锟斤拷", "�".
/// The proof is the way back: written in the suspected encoding, the bytes are well-formed UTF-8, which chance hardly does.
/// </summary>
internal static class Mojibake
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    public static bool In(string text)
    {
        if (Ascii.IsValid(text))
        {
            return false;
        }

        return text.Contains('\uFFFD', StringComparison.Ordinal)
            || text.Contains("锟斤", StringComparison.Ordinal)
            || text.Contains("ï¿½", StringComparison.Ordinal)
            || WasUtf8(text);
    }

    private static bool WasUtf8(string text)
    {
        var latin = true;
        var han = 0;
        foreach (var character in text)
        {
            latin &= character is < '\u0100' or 'Œ' or 'œ' or 'Š' or 'š' or 'Ž' or 'ž' or 'Ÿ' or 'ƒ' or 'ˆ' or '˜'
                or (>= '\u2013' and <= '\u203A') or '€' or '™';
            han += IsHan(character) ? 1 : 0;
        }

        return latin ? Decoded(text, Western) is { } before && IsLikely(before)
            : han >= 3 && Decoded(text, Chinese) is { } once && once.Any(IsHan);
    }

    /// <summary>What the text was before, or null when its bytes are not UTF-8. Asked for nearly every cell, so nothing throws here.</summary>
    private static string? Decoded(string text, Encoding suspected)
    {
        // Decoders let the five bytes that windows-1252 does not use through as C1 controls.
        var bytes = text.AsSpan().ContainsAnyInRange('\u0080', '\u009F') ? Encoding.Latin1.GetBytes(text) : suspected.GetBytes(text);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
    }

    /// <summary>A single pair such as "ÚŽ" can be UTF-8 by chance, but then it stands for a letter of a script far away.</summary>
    private static bool IsLikely(string before) =>
        before.Any(character => character is (>= '\u00A0' and < '\u0250') or (>= '\u2010' and < '\u2070'))
        || before.Count(character => character >= '\u0250') > 1;

    private static bool IsHan(char character) => character is >= '\u4E00' and <= '\u9FFF';
}
