using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Entente.Ui.Records;

/// <summary>
/// What somebody wrote in Markdown as HTML that can do no harm: raw HTML stays text, links lead to web pages or addresses of mail only, pictures become links
/// to them (nothing is fetched by reading), and headings stand below those of the page.
/// </summary>
public static class MarkdownHtml
{
    private const int LowestHeading = 6;
    private const int Below = 2;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseTaskLists().Build();

    /// <summary>The HTML.</summary>
    public static string Of(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(LowestHeading, heading.Level + Below);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            if (IsHarmless(link.Url)) link.GetAttributes().AddProperty("rel", "noopener noreferrer nofollow");
            else link.Url = "";
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            if (!link.IsEmail && !IsHarmless(link.Url)) link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    private static bool IsHarmless(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeMailto);
}
