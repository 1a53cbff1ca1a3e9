using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Ganss.Xss;

namespace Entente.Foundation.Documents;

/// <summary>The HTML of documents: text, headings, lists and tables with a few classes of the house; no pictures, links, styles or scripts.</summary>
public static class DocumentHtml
{
    /// <summary>The tags taken.</summary>
    public static IReadOnlyList<string> Tags { get; } =
    [
        "h1", "h2", "h3", "p", "br", "hr", "strong", "em", "b", "i", "u", "sub", "sup", "small", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
        "div", "span", "header", "footer", "section", "blockquote",
    ];

    /// <summary>The classes taken, as the print sheet knows them.</summary>
    public static IReadOnlyList<string> Classes { get; } = ["letterhead", "right", "center", "signature", "small"];

    private static readonly string[] Attributes = ["class", "lang", "colspan", "rowspan"];

    private static readonly HashSet<string> Blocks = new(["h1", "h2", "h3", "p", "br", "hr", "li", "tr", "table", "div", "header", "footer", "section", "blockquote", "ul", "ol"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What of a written HTML is not taken: the first tag or attribute; none: all of it is.</summary>
    public static string? Refused(string html)
    {
        string? refused = null;
        var sanitizer = Sanitizer();
        sanitizer.RemovingTag += (_, e) => refused ??= $"<{e.Tag.LocalName}>";
        sanitizer.RemovingAttribute += (_, e) => refused ??= e.Attribute.Name;
        sanitizer.RemovingCssClass += (_, e) => refused ??= $"class=\"{e.CssClass}\"";
        sanitizer.RemovingComment += (_, _) => refused ??= "<!--";
        sanitizer.Sanitize(html);
        return refused;
    }

    /// <summary>The HTML with nothing left in it that is not taken, whatever values brought.</summary>
    public static string Clean(string html) => Sanitizer().Sanitize(html);

    /// <summary>What a reader reads of it, a line for each block.</summary>
    public static string TextOf(string html)
    {
        var text = new StringBuilder();
        using var document = Sanitizer().SanitizeDom(html);
        if (((IHtmlDocument)document).Body is { } body) Append(text, body);
        return string.Join('\n', text.ToString().Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(l => l.Length > 0));
    }

    private static void Append(StringBuilder text, INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words) text.Append(words.Data.ReplaceLineEndings(" "));
            if (child is not IElement element) continue;
            var isBlock = Blocks.Contains(element.LocalName);
            if (isBlock) text.Append('\n');
            Append(text, element);
            if (isBlock) text.Append('\n');
            else if (element.LocalName is "td" or "th") text.Append(' ');
        }
    }

    private static HtmlSanitizer Sanitizer()
    {
        // The library comes with lists of its own; every one is emptied, so that nothing is taken but what stands here.
        var sanitizer = new HtmlSanitizer();
        foreach (var list in new[] { sanitizer.AllowedTags, sanitizer.AllowedAttributes, sanitizer.AllowedClasses, sanitizer.AllowedCssProperties, sanitizer.AllowedSchemes }) list.Clear();
        sanitizer.AllowedAtRules.Clear();
        sanitizer.AllowDataAttributes = false;
        sanitizer.AllowedTags.UnionWith(Tags);
        sanitizer.AllowedClasses.UnionWith(Classes);
        sanitizer.AllowedAttributes.UnionWith(Attributes);
        return sanitizer;
    }
}
