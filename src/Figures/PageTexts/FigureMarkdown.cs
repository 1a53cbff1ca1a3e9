using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Entente.Figures.PageTexts;

/// <summary>Turns a text into HTML: Markdown without raw HTML, and figures where their placeholders stand.</summary>
internal static class FigureMarkdown
{
    /// <summary>The HTML.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="figure">The HTML of a placeholder.</param>
    public static string Html(string markdown, Func<Placeholder, string> figure)
    {
        var pipeline = new MarkdownPipelineBuilder().DisableHtml().Use(new Extension(figure)).Build();
        return Markdown.ToHtml(markdown, pipeline);
    }

    private sealed class Extension(Func<Placeholder, string> figure) : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new Parser());

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
            if (renderer is HtmlRenderer html) html.ObjectRenderers.Insert(0, new Renderer(figure));
        }
    }

    private sealed class FigureInline(Placeholder placeholder) : LeafInline
    {
        public Placeholder Placeholder { get; } = placeholder;
    }

    private sealed class Parser : InlineParser
    {
        public Parser() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (Placeholder.At(slice.Text, slice.Start) is not var (placeholder, length) || slice.Start + length - 1 > slice.End) return false;
            processor.Inline = new FigureInline(placeholder);
            slice.Start += length;
            return true;
        }
    }

    private sealed class Renderer(Func<Placeholder, string> figure) : HtmlObjectRenderer<FigureInline>
    {
        protected override void Write(HtmlRenderer renderer, FigureInline obj) => renderer.Write(figure(obj.Placeholder));
    }
}
