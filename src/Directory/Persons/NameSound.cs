using Entente.Directory.Model;

namespace Entente.Directory.Persons;

/// <summary>Makes names of two scripts comparable by their sound.</summary>
internal static class NameSound
{
    /// <summary>A Han name as family and given name in pinyin; a Latin name folded, its words in alphabetical order.</summary>
    public static string RomanOf(string full)
    {
        if (!NameFolding.HasHan(full)) return NameFolding.InAnyOrder(full);
        var (family, given) = Pinyin.Of(full);
        return $"{family} {given}".Trim();
    }

    /// <summary>The letters of the sound in alphabetical order, so that neither order nor hyphens nor spaces matter.</summary>
    public static string LettersOf(string full) => new([.. Plain(RomanOf(full)).Where(char.IsLetterOrDigit).Order()]);

    /// <summary>
    /// Whether a Latin name can be the Han name said aloud: family first or last, given names written as one word, two, or with a hyphen.
    /// </summary>
    public static bool Sounds(string latin, string han)
    {
        var (family, given) = Pinyin.Of(han);
        var words = Plain(NameFolding.Of(latin.Replace('-', ' '))).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var said = family + given;
        return said.Length > 0 && Enumerable.Range(0, words.Length)
            .Any(start => string.Concat(words[start..].Concat(words[..start])) == said && BreaksAfter(words, start, family));
    }

    // The family name must be words of its own: "Lixiao Ming" is not Li Xiaoming.
    private static bool BreaksAfter(string[] words, int start, string family)
    {
        var read = "";
        foreach (var word in words[start..].Concat(words[..start]))
        {
            read += word;
            if (read.Length >= family.Length) break;
        }

        return read == family;
    }

    // How passports write ü.
    private static string Plain(string roman) => roman.Replace("lyu", "lu", StringComparison.Ordinal).Replace("nyu", "nu", StringComparison.Ordinal)
        .Replace("lv", "lu", StringComparison.Ordinal).Replace("nv", "nu", StringComparison.Ordinal);
}
