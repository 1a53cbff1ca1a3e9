using Markdig;
using Markdig.Syntax;

namespace Entente.Figures.PageTexts;

/// <summary>A text cut at its headings: the title, what stands before the first section, and the sections.</summary>
internal sealed record TextParts(string Title, string Lead, IReadOnlyList<string> Sections)
{
    private static readonly MarkdownPipeline Blocks = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Cuts a text. The first heading of level 1 is the title; each of level 2 begins a section.</summary>
    public static TextParts Of(string markdown)
    {
        var text = markdown.ReplaceLineEndings("\n");
        var headings = Markdown.Parse(text, Blocks).OfType<HeadingBlock>().ToList();
        var title = headings.FirstOrDefault(h => h.Level == 1);
        var starts = headings.Where(h => h.Level == 2).Select(h => h.Span.Start).ToList();
        var leadFrom = title is null ? 0 : title.Span.End + 1;
        var leadTo = starts.Count > 0 ? starts[0] : text.Length;
        var sections = starts.Select((from, i) => text[from..(i + 1 < starts.Count ? starts[i + 1] : text.Length)]);
        return new(
            title is null ? "" : Markdown.ToPlainText(text[title.Span.Start..(title.Span.End + 1)], Blocks).Trim(),
            leadFrom < leadTo ? text[leadFrom..leadTo] : "",
            [.. sections]);
    }
}
