namespace Entente.Foundation.Tables.Xlsx;

/// <summary>What must not be inside a workbook, judged by the parts it really has.</summary>
internal static class PackageCheck
{
    /// <exception cref="TableRefusedException">It is no workbook without macros.</exception>
    public static void Demand(GuardedArchive archive, TableOptions options, FindingList findings)
    {
        RefuseOtherDocuments(archive);
        if (archive.Names.Any(IsMacro) || ContentTypes(archive).Any(type =>
            Contains(type, "macroEnabled") || Contains(type, "vbaProject") || Contains(type, "macrosheet")))
        {
            throw new TableRefusedException(TableCodes.Macros);
        }

        if (archive.Names.Any(name => Contains(name, "/externalLinks/")))
        {
            if (options.ExternalLinks == Strictness.Refuse)
            {
                throw new TableRefusedException(TableCodes.ExternalLinks);
            }

            findings.File(Severity.Error, TableCodes.ExternalLinks);
        }

        if (archive.Names.Any(name => Contains(name, "/embeddings/")))
        {
            findings.File(Severity.Warning, TableCodes.EmbeddedObjects);
        }
    }

    private static void RefuseOtherDocuments(GuardedArchive archive)
    {
        if (archive.Has("[Content_Types].xml"))
        {
            if (archive.Has("xl/workbook.bin"))
            {
                throw new TableRefusedException(TableCodes.BinaryWorkbook);
            }

            if (archive.Has("word/document.xml") || archive.Has("ppt/presentation.xml"))
            {
                throw new TableRefusedException(TableCodes.OtherDocument);
            }

            return;
        }

        throw new TableRefusedException(
            archive.Has("META-INF/manifest.xml") && archive.Has("content.xml") ? TableCodes.OpenDocument : TableCodes.BinaryFile);
    }

    /// <summary>VBA, macro sheets of Excel 4, and ActiveX controls, which run code as well.</summary>
    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || Contains(name, "/macrosheets/") || Contains(name, "/activeX/");

    private static List<string> ContentTypes(GuardedArchive archive)
    {
        var types = new List<string>();
        using var xml = PartXml.Open(archive, "[Content_Types].xml");
        while (xml is not null && xml.Read())
        {
            if (xml.LocalName is "Override" or "Default" && xml.GetAttribute("ContentType") is { } type)
            {
                types.Add(type);
            }
        }

        return types;
    }

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
