namespace Entente.Foundation.Tables.Xlsx;

/// <summary>The texts that cells refer to by number; they have to be in memory, so they have their own limits.</summary>
internal static class SharedTexts
{
    /// <exception cref="TableRefusedException">There are too many, or they are too long together.</exception>
    public static IReadOnlyList<string> Read(GuardedArchive archive, string? part, TableLimits limits)
    {
        var texts = new List<string>();
        var characters = 0L;
        using var xml = part is null ? null : PartXml.Open(archive, part);
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType != System.Xml.XmlNodeType.Element || xml.LocalName is not "si" || xml.Depth != 1)
            {
                continue;
            }

            // One more than allowed, so that the cell which uses it can say that it is too long.
            var text = EscapedText.Decoded(PartXml.Text(xml, limits.MaxCellCharacters + 1, rich: true));
            characters += text.Length;
            texts.Add(text);
            if (texts.Count > limits.MaxSharedTexts || characters > limits.MaxSharedCharacters)
            {
                throw archive.UnpacksTooLarge();
            }
        }

        return texts;
    }
}
