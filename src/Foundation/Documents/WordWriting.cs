using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Entente.Foundation.Texts;

namespace Entente.Foundation.Documents;

/// <summary>
/// Writes the HTML of documents as a Word file an office goes on with: headings, paragraphs, lists and tables by styles of the file, placeholders as they are. What stands between
/// <c>{% if name %}</c> and <c>{% endif %}</c> gets the mark <c>{{? name }}</c>, by which it is left out where there is nothing.
/// </summary>
public static partial class WordWriting
{
    private const string Mark = "data-if";

    /// <summary>The file.</summary>
    public static byte[] Of(string html, Language language)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Of(language);
            var body = new Body();
            using var read = new HtmlParser().ParseDocument(Condition().Replace(html, c => Block().Replace(c.Groups["inner"].Value, b => $"{b.Value} {Mark}=\"{c.Groups["name"].Value}\"")));
            foreach (var child in read.Body!.Children) Append(body, child, new());
            body.Append(new SectionProperties(
                new PageSize { Width = 11_906, Height = 16_838 }, new PageMargin { Top = 1_361, Right = 1_247, Bottom = 1_134, Left = 1_247, Header = 709, Footer = 709, Gutter = 0 }));
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(body);
        }

        return stream.ToArray();
    }

    private static void Append(OpenXmlElement to, IElement element, Look look)
    {
        look = look.Within(element);
        switch (element.LocalName)
        {
            case "table":
                to.Append(TableOf(element, look), new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact })));
                break;
            case "div" or "section" or "header" or "footer" or "blockquote" or "ul" or "ol":
                foreach (var child in element.Children) Append(to, child, look);
                break;
            default:
                to.Append(ParagraphOf(element, look));
                break;
        }
    }

    private static Paragraph ParagraphOf(IElement element, Look look)
    {
        var style = element.LocalName switch { "h1" => "Heading1", "h2" => "Heading2", "h3" => "Heading3", _ => look.IsLetterhead ? WordStyles.Letterhead : look.IsSmall ? WordStyles.Small : null };
        var properties = new ParagraphProperties();
        if (style is not null) properties.Append(new ParagraphStyleId { Val = style });
        if (look.IsSignature) properties.Append(new KeepNext());
        if (look.IsFirstOfSignature(element)) properties.Append(new SpacingBetweenLines { Before = "800" });
        if (look.Align is { } align) properties.Append(new Justification { Val = align });
        var paragraph = new Paragraph(properties);
        if (element.GetAttribute(Mark) is { } name) paragraph.Append(RunOf($"{{{{? {name} }}}}", new()));
        if (element.LocalName == "li") paragraph.Append(RunOf("• ", new()));
        Inline(paragraph, element, new());
        return paragraph;
    }

    private static void Inline(Paragraph paragraph, INode node, Letters letters)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text && Spaces().Replace(text.Data, " ") is { Length: > 0 } words) paragraph.Append(RunOf(words, letters));
            if (child is not IElement element) continue;
            if (element.LocalName == "br") paragraph.Append(new Run(new Break()));
            else Inline(paragraph, element, letters.Within(element));
        }
    }

    private static Table TableOf(IElement element, Look look)
    {
        var rows = element.QuerySelectorAll("tr").ToList();
        var columns = rows.Count == 0 ? 1 : rows.Max(r => r.Children.Length);
        var table = new Table(
            new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(Enumerable.Range(0, columns).Select(i => new GridColumn { Width = WidthOf(i, columns).ToString(System.Globalization.CultureInfo.InvariantCulture) })));
        foreach (var row in rows)
        {
            var cells = row.Children.Select((cell, i) =>
            {
                var paragraph = new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "50", After = "50" }));
                if (i == 0 && row.GetAttribute(Mark) is { } name) paragraph.Append(RunOf($"{{{{? {name} }}}}", new()));
                Inline(paragraph, cell, new() { IsBold = cell.LocalName == "th" });
                return new TableCell(
                    new TableCellProperties(
                        new TableCellWidth { Width = WidthOf(i, columns).ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                        new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "BBBBBB" })),
                    paragraph);
            });
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. cells]));
        }

        return table;
    }

    /// <summary>In twentieths of a point: facts stand beside their words, lists in columns of one width.</summary>
    private static int WidthOf(int column, int columns) => columns == 2 ? column == 0 ? 3_200 : 6_212 : 9_412 / columns;

    private static Run RunOf(string words, Letters letters)
    {
        var properties = new RunProperties();
        if (letters.IsBold) properties.Append(new Bold());
        if (letters.IsItalic) properties.Append(new Italic());
        if (letters.IsUnderlined) properties.Append(new Underline { Val = UnderlineValues.Single });
        return new(properties, new Text(words) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>How a paragraph looks by what it stands in.</summary>
    private sealed record Look(bool IsLetterhead = false, bool IsSmall = false, JustificationValues? Align = null, IElement? Signature = null)
    {
        public bool IsSignature => Signature is not null;

        public bool IsFirstOfSignature(IElement element) => Signature is not null && Signature.Children.FirstOrDefault() == element;

        public Look Within(IElement element) => this with
        {
            IsLetterhead = IsLetterhead || element.ClassList.Contains("letterhead"),
            IsSmall = IsSmall || element.ClassList.Contains("small") || element.LocalName == "small",
            Align = element.ClassList.Contains("right") ? JustificationValues.Right : element.ClassList.Contains("center") ? JustificationValues.Center : Align,
            Signature = element.ClassList.Contains("signature") ? element : Signature,
        };
    }

    private sealed record Letters(bool IsBold = false, bool IsItalic = false, bool IsUnderlined = false)
    {
        public Letters Within(IElement element) => this with
        {
            IsBold = IsBold || element.LocalName is "b" or "strong",
            IsItalic = IsItalic || element.LocalName is "i" or "em",
            IsUnderlined = IsUnderlined || element.LocalName == "u",
        };
    }

    [GeneratedRegex(@"\{%\s*if\s+(?<name>[a-z][a-z0-9_]*)\s*%\}(?<inner>.*?)\{%\s*endif\s*%\}", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Condition();

    [GeneratedRegex(@"<(tr|p|h1|h2|h3|li)(?=[\s>])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
