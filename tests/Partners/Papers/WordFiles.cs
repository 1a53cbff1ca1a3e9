using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Entente.Partners.Tests.Papers;

/// <summary>Word files as Word and others write them, part by part.</summary>
internal static class WordFiles
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A file of some paragraphs; a bar parts the pieces Word would cut a paragraph into.</summary>
    public static byte[] Of(params string[] paragraphs) => With(paragraphs, null);

    /// <summary>The same with another part beside.</summary>
    public static byte[] With(IReadOnlyList<string> paragraphs, (string Name, byte[] Content)? part, string? header = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", """
                <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/></Types>
                """);
            Put(zip, "_rels/.rels", """
                <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                """);
            Put(zip, "word/_rels/document.xml.rels", """
                <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/></Relationships>
                """);
            Put(zip, "word/header1.xml", $"""<?xml version="1.0" encoding="UTF-8"?><w:hdr xmlns:w="{Main}">{Paragraph(header ?? "")}</w:hdr>""");
            Put(zip, "word/document.xml", $"""
                <?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{string.Concat(paragraphs.Select(Paragraph))}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr></w:body></w:document>
                """);
            if (part is var (name, content))
            {
                using var added = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                added.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The first line a reader reads.</summary>
    public static string FirstLineOf(byte[] file) => Read(file, document => document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().First().InnerText);

    /// <summary>Opens a file again and reads something of it; a file Word would want to mend fails.</summary>
    public static T Read<T>(byte[] file, Func<WordprocessingDocument, T> read)
    {
        using var stream = new MemoryStream(file);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        return read(document);
    }

    private static string Paragraph(string text) => "<w:p>" + string.Concat(text.Split('|').Select((piece, i) =>
        $"""<w:r>{(i % 2 == 1 ? "<w:rPr><w:b/></w:rPr>" : "")}<w:t xml:space="preserve">{SecurityElement.Escape(piece)}</w:t></w:r>{(i % 2 == 1 ? "<w:proofErr w:type=\"spellStart\"/>" : "")}""")) + "</w:p>";

    private static void Put(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(content.Trim());
    }
}
