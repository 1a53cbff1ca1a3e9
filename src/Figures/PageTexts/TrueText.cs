using Markdig;
using Markdig.Syntax;

namespace Entente.Figures.PageTexts;

/// <summary>
/// Leaves of a text only what is true now: a sentence stays when everything it names can be said. A paragraph or list item without
/// sentences goes, and so does a heading whose whole section went.
/// </summary>
internal static class TrueText
{
    private static readonly MarkdownPipeline Blocks = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>The text without what cannot be said.</summary>
    /// <param name="markdown">The text as written.</param>
    /// <param name="canSay">Whether a placeholder can be filled.</param>
    /// <returns>The text that stays, and the sentences left out.</returns>
    public static (string Text, IReadOnlyList<string> LeftOut) Of(string markdown, Func<Placeholder, bool> canSay)
    {
        var text = markdown.ReplaceLineEndings("\n");
        var document = Markdown.Parse(text, Blocks);
        var cuts = new List<(int From, int To)>();
        var leftOut = new List<string>();
        foreach (var paragraph in document.Descendants<ParagraphBlock>())
        {
            var (from, to) = (paragraph.Span.Start, paragraph.Span.End + 1);
            var sentences = Sentences.Of(text[from..to]);
            var kept = sentences.Where(s => Placeholder.In(s).All(canSay)).ToList();
            if (kept.Count == sentences.Count) continue;
            leftOut.AddRange(sentences.Where(s => !Placeholder.In(s).All(canSay)).Select(s => s.Trim()));
            if (kept.Count == 0) cuts.Add(Whole(paragraph));
            else CutSentences(cuts, sentences, from, canSay);
        }

        CutContainers(cuts, document);
        CutHeadings(cuts, document, text, canSay);
        return (Without(text, cuts), leftOut);
    }

    private static void CutSentences(List<(int From, int To)> cuts, IReadOnlyList<string> sentences, int at, Func<Placeholder, bool> canSay)
    {
        foreach (var sentence in sentences)
        {
            if (!Placeholder.In(sentence).All(canSay)) cuts.Add((at, at + sentence.Length));
            at += sentence.Length;
        }
    }

    /// <summary>The paragraph, or the list item it alone fills, or the list or quotation that this one alone fills.</summary>
    private static (int From, int To) Whole(Block block)
    {
        while (block.Parent is { Count: 1 } and not MarkdownDocument) block = block.Parent;
        return (block.Span.Start, block.Span.End + 1);
    }

    /// <summary>A quotation or list of which everything went leaves no empty frame.</summary>
    private static void CutContainers(List<(int From, int To)> cuts, MarkdownDocument document)
    {
        foreach (var gone in document.Where(b => b is ContainerBlock && IsGone(b, cuts)).Select(b => (From: b.Span.Start, To: b.Span.End + 1)))
        {
            cuts.RemoveAll(c => c.From >= gone.From && c.To <= gone.To);
            cuts.Add(gone);
        }
    }

    private static void CutHeadings(List<(int From, int To)> cuts, MarkdownDocument document, string text, Func<Placeholder, bool> canSay)
    {
        // From the last to the first, so that a heading sees whether those below it went.
        for (var i = document.Count - 1; i >= 0; i--)
        {
            if (document[i] is not HeadingBlock heading) continue;
            var section = document.Skip(i + 1).TakeWhile(b => b is not HeadingBlock next || next.Level > heading.Level).ToList();
            var says = Placeholder.In(text[heading.Span.Start..(heading.Span.End + 1)]).All(canSay);
            var vanished = section.Count > 0 && section.All(b => cuts.Exists(c => c.From <= b.Span.Start && c.To >= b.Span.End + 1) || IsGone(b, cuts));
            if (!says || vanished) cuts.Add((heading.Span.Start, heading.Span.End + 1));
        }
    }

    /// <summary>A list goes when each of its items went.</summary>
    private static bool IsGone(Block block, List<(int From, int To)> cuts) => block is ContainerBlock { Count: > 0 } container
        && container.All(b => cuts.Exists(c => c.From <= b.Span.Start && c.To >= b.Span.End + 1) || IsGone(b, cuts));

    private static string Without(string text, List<(int From, int To)> cuts)
    {
        foreach (var (from, to) in cuts.OrderByDescending(c => c.From))
        {
            if (from < text.Length) text = text[..from] + text[Math.Min(to, text.Length)..];
        }

        return text;
    }
}
