using System.Collections.Frozen;
using System.Text;

namespace Entente.Figures.PageTexts;

/// <summary>Splits a paragraph into its sentences, in English and Chinese alike; joined they give the paragraph back to the letter.</summary>
internal static class Sentences
{
    private const string Ends = ".!?";
    private const string HanEnds = "。！？";
    private const string Closers = "\"'”’)]*_»";
    private const string HanClosers = "”’」』）】》\"'*_)]";

    // Words that end in a full stop and are followed by what they belong to.
    private static readonly FrozenSet<string> Leading = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "dr", "prof", "mr", "mrs", "ms", "mx", "st", "rev", "hon", "gen", "col", "e.g", "i.e", "cf", "vs", "viz", "no", "nos", "fig", "figs",
        "vol", "vols", "p", "pp", "ed", "eds", "art", "sec", "ch", "eq", "ref", "refs", "approx", "ca", "c", "incl", "resp", "mt", "ft", "assoc", "asst");

    // Words that end in a full stop and may end a sentence too; the letter that follows decides.
    private static readonly FrozenSet<string> Trailing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "etc", "inc", "ltd", "co", "corp", "jr", "sr", "univ", "dept", "inst", "ph.d", "m.sc", "b.sc", "u.s", "u.k", "u.s.a", "a.m", "p.m", "al", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "oct", "nov", "dec");

    /// <summary>The sentences in order, each with the white space that follows it.</summary>
    public static IReadOnlyList<string> Of(string paragraph)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var at = 0; at < paragraph.Length; at++)
        {
            var end = EndAt(paragraph, start, at);
            if (end < 0) continue;
            while (end < paragraph.Length && char.IsWhiteSpace(paragraph[end])) end++;
            sentences.Add(paragraph[start..end]);
            start = end;
            at = end - 1;
        }

        if (start < paragraph.Length) sentences.Add(paragraph[start..]);
        return sentences;
    }

    /// <summary>Where the sentence that closes at this character ends; −1 where none closes.</summary>
    private static int EndAt(string text, int start, int at)
    {
        if (HanEnds.Contains(text[at], StringComparison.Ordinal)) return After(text, at, HanEnds, HanClosers);
        if (!Ends.Contains(text[at], StringComparison.Ordinal)) return -1;
        var end = After(text, at, Ends, Closers);
        if (end == text.Length) return end;
        if (!char.IsWhiteSpace(text[end])) return IsHan(text[end]) && text[at] != '.' ? end : -1;
        var next = text.AsSpan(end).TrimStart();
        if (next.IsEmpty) return end;
        var opening = next.TrimStart("\"'“‘([*_");
        if (!opening.IsEmpty && char.IsLower(opening[0])) return -1;
        return text[at] == '.' && BelongsOn(WordBefore(text, start, at)) ? -1 : end;
    }

    private static bool BelongsOn(string word) =>
        (word.Length == 1 && char.IsUpper(word[0])) || IsInitials(word) || Leading.Contains(word);

    // "J.R." before a name; known abbreviations that may end a sentence are told by the capital that follows.
    private static bool IsInitials(string word) => word.Length >= 3 && !Trailing.Contains(word)
        && word.Select((c, i) => i % 2 == 0 ? char.IsUpper(c) : c == '.').All(fits => fits);

    private static string WordBefore(string text, int start, int at)
    {
        var from = at;
        while (from > start && (char.IsLetter(text[from - 1]) || text[from - 1] == '.')) from--;
        return text[from..at].TrimStart('.');
    }

    private static int After(string text, int at, string ends, string closers)
    {
        while (at < text.Length && (ends.Contains(text[at], StringComparison.Ordinal) || text[at] == '…')) at++;
        while (at < text.Length && closers.Contains(text[at], StringComparison.Ordinal)) at++;
        return at;
    }

    private static bool IsHan(char c) => Rune.IsLetter(new Rune(char.IsSurrogate(c) ? 'a' : c)) && c >= 0x2E80;
}
