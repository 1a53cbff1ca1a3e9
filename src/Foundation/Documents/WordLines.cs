using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Entente.Foundation.Documents;

/// <summary>Leaves out the rows and paragraphs of a Word file for which there is nothing, and writes those of lists once for each line.</summary>
internal static class WordLines
{
    public static void Repeat(WordprocessingDocument document, IReadOnlyDictionary<string, string> values)
    {
        foreach (var paragraph in WordFile.Paragraphs(document).Where(p => WordFile.IsLeftOut(p, values)).ToList()) Drop(BlockOf(paragraph));
        foreach (var block in WordFile.Paragraphs(document).Select(BlockOf).Distinct().ToList())
        {
            if (DocumentRows.CountOf(Paragraphs(block).SelectMany(p => WordFile.NamesIn(WordFile.TextOf(p))), values) is not { } lines) continue;
            for (var i = 0; i < lines; i++)
            {
                var line = block.CloneNode(deep: true);
                block.InsertBeforeSelf(line);
                foreach (var paragraph in Paragraphs(line)) WordFile.Fill(paragraph, DocumentRows.Of(i, values));
            }

            // A table of a list without lines would be a heading of nothing.
            if (lines == 0 && block is TableRow) Drop(block.Ancestors<Table>().First());
            else Drop(block);
        }
    }

    /// <summary>The table row a paragraph stands in, or itself.</summary>
    private static OpenXmlElement BlockOf(Paragraph paragraph) => (OpenXmlElement?)paragraph.Ancestors<TableRow>().FirstOrDefault() ?? paragraph;

    private static IEnumerable<Paragraph> Paragraphs(OpenXmlElement block) => block is Paragraph own ? [own] : block.Descendants<Paragraph>();

    private static void Drop(OpenXmlElement block)
    {
        if (block.Parent is null) return;
        var table = block is TableRow ? block.Ancestors<Table>().First() : null;
        block.Remove();
        if (table is not null && !table.Elements<TableRow>().Any()) table.Remove();
    }
}
