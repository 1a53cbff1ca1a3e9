using System.Text;
using System.Text.RegularExpressions;
using Entente.Foundation.Search;

namespace Entente.Directory.Matching;

/// <summary>Brings a name into the form in which names are compared: words in one spelling, articles left out, Han character by character.</summary>
internal static partial class NameKey
{
    public const int Longest = 300;

    /// <summary>The key of a whole name; what stands in brackets at its end ("(China)") does not count.</summary>
    public static string Of(string name)
    {
        var words = Words(BracketsAtEnd().Replace(name, ""));
        if (words.Count > 0 && words[0] == "university") words[0] = NameWords.UniversityOf;
        var key = string.Join(' ', words);
        return key.Length <= Longest ? key : key[..Longest];
    }

    /// <summary>The words of a text in the form of keys.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        foreach (var word in FoldedText.Of(NumberBeforeWord().Replace(text, "")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (NameWords.Left.Contains(word))
            {
                if (NameWords.Of.Contains(word) && words.Count > 0 && words[^1] == "university") words[^1] = NameWords.UniversityOf;
                continue;
            }

            AddRuns(words, word);
        }

        return words;
    }

    public static bool IsHan(string word) => Rune.GetRuneAt(word, 0) is var first && FoldedText.IsHan(first);

    private static void AddRuns(List<string> words, string word)
    {
        var run = new StringBuilder();
        void End()
        {
            if (run.Length == 0) return;
            var latin = run.ToString();
            words.Add(NameWords.Spelling.GetValueOrDefault(latin, latin));
            run.Clear();
        }

        foreach (var letter in word.EnumerateRunes())
        {
            if (!FoldedText.IsHan(letter))
            {
                run.Append(letter.ToString());
                continue;
            }

            End();
            words.Add(letter.ToString());
        }

        End();
    }

    [GeneratedRegex(@"\s*[(（][^()（）]*[)）]\s*$", RegexOptions.None, 1000)]
    private static partial Regex BracketsAtEnd();

    /// <summary>A footnote's number that ran into the word behind it: 2Monash University.</summary>
    [GeneratedRegex(@"(?<![A-Za-z0-9])\d+(?=[A-Za-z]{3})", RegexOptions.None, 1000)]
    private static partial Regex NumberBeforeWord();
}
