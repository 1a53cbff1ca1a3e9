using System.Text;
using System.Xml;

namespace Entente.Foundation.Tables.Xlsx;

/// <summary>Reads the XML of a part: no document type, no entities, nothing fetched from anywhere.</summary>
internal static class PartXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>Opens a part at its root element; null when there is none of that name.</summary>
    /// <exception cref="TableRefusedException">The part declares a document type.</exception>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static XmlReader? Open(GuardedArchive archive, string name)
    {
        if (archive.Open(name) is not { } part)
        {
            return null;
        }

        var xml = XmlReader.Create(part, Settings);
        try
        {
            xml.MoveToContent();
            return xml;
        }
        catch (XmlException) when (DeclaresType(archive, name))
        {
            xml.Dispose();
            throw new TableRefusedException(TableCodes.XmlEntities);
        }
        catch
        {
            xml.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The text of the element the reader stands on, at most <paramref name="most"/> characters: the rest is read past without
    /// keeping it. Leaves the reader on the end of the element.
    /// </summary>
    /// <param name="xml">The reader.</param>
    /// <param name="most">Most characters to keep.</param>
    /// <param name="rich">Whether the text stands in t elements below, with phonetic guides (rPh) to leave out.</param>
    public static string Text(XmlReader xml, int most, bool rich)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var text = new StringBuilder();
        var buffer = new char[256];
        var depth = xml.Depth;
        var (inside, guide) = (!rich, false);
        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element or XmlNodeType.EndElement when rich:
                    var starts = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
                    guide = xml.LocalName is "rPh" ? starts : guide;
                    inside = xml.LocalName is "t" && starts && !guide;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    for (int read; (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
                    {
                        text.Append(buffer, 0, inside ? Math.Min(read, Math.Max(0, most - text.Length)) : 0);
                    }

                    break;
            }
        }

        return text.ToString();
    }

    private static bool DeclaresType(GuardedArchive archive, string name)
    {
        using var part = archive.Open(name)!;
        var head = new byte[65_536];
        var read = part.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return Encoding.Latin1.GetString(head, 0, read).Replace("\0", string.Empty, StringComparison.Ordinal)
            .Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
    }
}
