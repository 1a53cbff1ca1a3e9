namespace Entente.Foundation.Tables.Xlsx;

/// <summary>The workbook part: its sheets and what all of them share.</summary>
internal sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets, bool From1904, string? StylesPart, string? SharedTextsPart)
{
    public static Workbook Read(GuardedArchive archive)
    {
        var part = Relation.Of(archive, string.Empty).FirstOrDefault(relation => relation.Type is "officeDocument")?.Target ?? "xl/workbook.xml";
        var relations = Relation.Of(archive, part);
        var sheets = new List<WorkbookSheet>();
        var from1904 = false;
        using (var xml = PartXml.Open(archive, part) ?? throw new TableRefusedException(TableCodes.Corrupt))
        {
            while (xml.Read())
            {
                if (xml.LocalName is "workbookPr" && xml.GetAttribute("date1904") is { } flag)
                {
                    from1904 = flag is "1" or "true" or "on";
                }
                else if (xml.LocalName is "sheet" && xml.Depth == 2 && RelationId(xml) is { } id
                    && relations.FirstOrDefault(relation => string.Equals(relation.Id, id, StringComparison.Ordinal)) is { Type: "worksheet" } relation)
                {
                    // Chart sheets and dialogs have other relation types and no cells.
                    var name = EscapedText.Decoded(xml.GetAttribute("name") ?? string.Empty);
                    sheets.Add(new WorkbookSheet(name, xml.GetAttribute("state") is "hidden" or "veryHidden", relation.Target));
                }
            }
        }

        return new Workbook(sheets, from1904, Target("styles"), Target("sharedStrings"));

        string? Target(string type) => relations.FirstOrDefault(relation => string.Equals(relation.Type, type, StringComparison.Ordinal))?.Target;
    }

    /// <summary>The sheet of a name, else the first a person can see.</summary>
    /// <exception cref="TableRefusedException">There is none.</exception>
    public WorkbookSheet Choose(string? name)
    {
        if (name is null)
        {
            return Sheets.FirstOrDefault(sheet => !sheet.IsHidden) ?? (Sheets.Count > 0 ? Sheets[0] : throw new TableRefusedException(TableCodes.NoSheet));
        }

        return Sheets.FirstOrDefault(sheet => string.Equals(sheet.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new TableRefusedException(TableCodes.NoSuchSheet, name, string.Join(" · ", Sheets.Select(sheet => sheet.Name)));
    }

    /// <summary>The r:id attribute in the transitional or the strict namespace.</summary>
    private static string? RelationId(System.Xml.XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
}
