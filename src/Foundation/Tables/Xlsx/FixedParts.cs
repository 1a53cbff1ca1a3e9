using System.Security;

namespace Entente.Foundation.Tables.Xlsx;

/// <summary>The parts of a workbook that do not depend on its rows (ECMA-376 part 1; part 2 for the package).</summary>
internal static class FixedParts
{
    /// <summary>Main namespace of spreadsheets.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int LongestSheetName = 31;

    /// <summary>Styles by their place in the list of cell formats.</summary>
    public const int Header = 1, Date = 2, DateAndTime = 3, MarkedText = 4;

    /// <summary>The part of a sheet counted from 0.</summary>
    public static string SheetOf(int index) => $"xl/worksheets/sheet{(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}.xml";

    public static IEnumerable<(string Name, string Content)> All(params IReadOnlyList<string> sheets) =>
    [
        ("[Content_Types].xml", Declaration + $"""
            <Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Type}styles+xml"/>{string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/{SheetOf(i)}\" ContentType=\"{Type}worksheet+xml\"/>"))}</Types>
            """),
        ("_rels/.rels", Declaration + $"""
            <Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/workbook.xml", Declaration + $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(SheetName(s))}\" sheetId=\"{i + 1}\" r:id=\"{IdOf(i)}\"/>"))}</sheets></workbook>
            """),
        ("xl/_rels/workbook.xml.rels", Declaration + $"""
            <Relationships xmlns="{Package}relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"{IdOf(i)}\" Type=\"{Office}/worksheet\" Target=\"{SheetOf(i)[3..]}\"/>"))}<Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/styles.xml", Declaration + $"""
            <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """),
    ];

    /// <summary>rId2 is the styles'; the first sheet keeps rId1.</summary>
    private static string IdOf(int sheet) => "rId" + (sheet == 0 ? 1 : sheet + 2).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string SheetName(string name)
    {
        var kept = string.Concat(UnicodeText.Repaired(name).Where(character => !char.IsControl(character) && !"[]:*?/\\".Contains(character, StringComparison.Ordinal)));
        kept = kept.Trim().Trim('\'');
        if (kept.Length > LongestSheetName)
        {
            kept = kept[..(char.IsHighSurrogate(kept[LongestSheetName - 1]) ? LongestSheetName - 1 : LongestSheetName)];
        }

        return kept.Length == 0 ? "Sheet1" : kept;
    }
}
