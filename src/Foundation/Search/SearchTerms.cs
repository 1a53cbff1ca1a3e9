using System.Text;

namespace Entente.Foundation.Search;

/// <summary>
/// The analyser: what a text is found by. Scripts that part words by a space give folded words; those that do not (Han, kana,
/// Thai …) give single characters and neighbouring pairs, so that 青岛 is found inside 青岛大学.
/// </summary>
public static class SearchTerms
{
    /// <summary>Words are cut after so many characters, in texts and in questions alike.</summary>
    public const int LongestWord = 60;

    private const int MostInQuestion = 16;

    /// <summary>Every term of a text, each once.</summary>
    public static IReadOnlySet<string> Of(params IEnumerable<string> texts)
    {
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var run in texts.SelectMany(t => Runs(FoldedText.Of(t))))
        {
            if (!run.IsUnspaced)
            {
                terms.Add(run.Text);
                continue;
            }

            terms.UnionWith(Characters(run.Text));
            terms.UnionWith(Pairs(run.Text));
        }

        return terms;
    }

    /// <summary>The terms a record must all have to answer a question; the last word may be unfinished.</summary>
    /// <param name="text">What was typed.</param>
    public static IReadOnlyList<SearchTerm> Asked(string text)
    {
        var runs = Runs(FoldedText.Of(text)).ToList();
        var asked = new List<SearchTerm>();
        for (var i = 0; i < runs.Count && asked.Count < MostInQuestion; i++)
        {
            if (runs[i].IsUnspaced) asked.AddRange((Characters(runs[i].Text).Skip(1).Any() ? Pairs(runs[i].Text) : Characters(runs[i].Text)).Select(t => new SearchTerm(t)));
            else asked.Add(new(runs[i].Text, IsPrefix: i == runs.Count - 1));
        }

        return [.. asked.Distinct().Take(MostInQuestion)];
    }

    private static IEnumerable<string> Characters(string run) => run.EnumerateRunes().Select(r => r.ToString());

    private static IEnumerable<string> Pairs(string run) => Characters(run).Zip(Characters(run).Skip(1), string.Concat);

    private static IEnumerable<Run> Runs(string folded)
    {
        foreach (var word in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var run = new StringBuilder();
            var isUnspaced = false;
            foreach (var letter in word.EnumerateRunes())
            {
                var other = IsUnspaced(letter);
                if (run.Length > 0 && other != isUnspaced)
                {
                    yield return Run.Of(run, isUnspaced);
                    run.Clear();
                }

                isUnspaced = other;
                run.Append(letter.ToString());
            }

            yield return Run.Of(run, isUnspaced);
        }
    }

    /// <summary>Han, kana, Thai, Lao, Burmese, Khmer.</summary>
    private static bool IsUnspaced(Rune letter) =>
        FoldedText.IsHan(letter) || letter.Value is >= 0x3040 and <= 0x30ff or >= 0x0e00 and <= 0x0eff or >= 0x1000 and <= 0x109f or >= 0x1780 and <= 0x17ff;

    private readonly record struct Run(string Text, bool IsUnspaced)
    {
        public static Run Of(StringBuilder text, bool isUnspaced) =>
            new(isUnspaced || text.Length <= LongestWord ? text.ToString() : text.ToString(0, LongestWord), isUnspaced);
    }
}

/// <summary>A term that is asked for.</summary>
/// <param name="Text">The term, folded.</param>
/// <param name="IsPrefix">Whether words that begin with it will do.</param>
public readonly record struct SearchTerm(string Text, bool IsPrefix = false);
