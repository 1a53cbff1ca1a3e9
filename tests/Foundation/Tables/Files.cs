using System.IO.Compression;
using System.Text;
using Entente.Foundation.Tables;

namespace Entente.Foundation.Tests.Tables;

/// <summary>Builds files for the tests, honest and dishonest ones.</summary>
internal static class Files
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static Stream Csv(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    public static Stream Bytes(params byte[] bytes) => new MemoryStream(bytes);

    public static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    /// <summary>The parts of a workbook with one sheet that holds the given rows' XML.</summary>
    public static Dictionary<string, string> Parts(string rows, string after = "") => new(StringComparer.Ordinal)
    {
        ["[Content_Types].xml"] = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""",
        ["_rels/.rels"] = $"""<Relationships><Relationship Id="rId1" Type="{Office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>""",
        ["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Partners" sheetId="1" r:id="rId1"/></sheets></workbook>""",
        ["xl/_rels/workbook.xml.rels"] = $"""<Relationships><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""",
        ["xl/styles.xml"] = $"""<styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="20"/><xf numFmtId="22"/></cellXfs></styleSheet>""",
        ["xl/worksheets/sheet1.xml"] = Sheet(rows, after),
    };

    public static string Sheet(string rows, string after = "") => $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""";

    public static string Text(string address, string text) => $"""<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>""";

    public static Stream Zip(IReadOnlyDictionary<string, string> parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        file.Position = 0;
        return file;
    }

    public static Stream Xlsx(string rows, string after = "") => Zip(Parts(rows, after));

    public static Stream Xlsx(string rows, params (string Name, string Content)[] more)
    {
        var parts = Parts(rows);
        foreach (var (name, content) in more)
        {
            parts[name] = content;
        }

        return Zip(parts);
    }

    /// <summary>Opens, reads to the end and gives the findings.</summary>
    public static IReadOnlyList<TableFinding> Findings(Stream file, string name, TableOptions? options = null, TableLimits? limits = null)
    {
        using var table = TableReader.Open(file, name, limits, options);
        foreach (var row in table.Rows)
        {
            _ = row.Number;
        }

        return table.Findings;
    }

    /// <summary>Demands that the file is refused with one finding and without rows.</summary>
    public static TableFinding Refusal(Stream file, string name, TableOptions? options = null, TableLimits? limits = null)
    {
        using var table = TableReader.Open(file, name, limits, options);
        Assert.Equal([], table.ReadAll());
        Assert.True(table.IsRefused);
        return Assert.Single(table.Findings, finding => finding.Severity == Severity.Refusal);
    }

    public static TableFinding Refused(string code, params object[] args) => new(Severity.Refusal, code, Row: null, Column: null, args);

    public static TableFinding RefusedAt(int row, string code, params object[] args) => new(Severity.Refusal, code, row, Column: null, [row, .. args]);
}
