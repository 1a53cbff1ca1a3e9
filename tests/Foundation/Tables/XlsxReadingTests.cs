using Entente.Foundation.Tables;

namespace Entente.Foundation.Tests.Tables;

public sealed class XlsxReadingTests
{
    private const string Header = """<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Start</t></is></c></row>""";

    [Fact]
    public void Cells_are_typed_by_type_and_style()
    {
        const string Rows = """
            <row r="2"><c r="A2" t="inlineStr"><is><t>N</t></is></c><c t="inlineStr"><is><t>D</t></is></c></row>
            <row r="4">
              <c r="A4" t="s"><v>0</v></c><c r="B4" s="1"><v>46093</v></c><c r="C4" s="2"><v>46093</v></c><c r="D4" s="4"><v>46093.395833333336</v></c>
              <c r="E4" s="3"><v>0.39583333333333331</v></c><c r="F4"><v>0.30000000000000004</v></c><c r="G4"><v>-1.5E-3</v></c><c r="H4" t="b"><v>1</v></c>
              <c r="I4" t="s"><v>1</v></c><c r="K4" t="d"><v>2026-03-12</v></c><c r="L4" s="1"/>
            </row>
            """;
        using var table = TableReader.Open(
            Files.Xlsx(Rows, ("xl/sharedStrings.xml", $"""<sst xmlns="{Files.Main}"><si><r><t xml:space="preserve">Qingdao </t></r> <r><rPr/><t>青岛</t></r><rPh><t>qīng</t></rPh></si><si><t>a_x000D_b</t></si></sst>""")),
            "list.xlsx");
        Assert.Equal(TableFormat.Xlsx, table.Format);
        Assert.Equal("Partners", table.Sheet);
        Assert.Equal(2, table.HeaderRow);
        var row = Assert.Single(table.ReadAll());
        var day = new DateOnly(2026, 3, 12);
        Assert.Equal(4, row.Number);
        Assert.Equal(
            [
                TableCell.Of("Qingdao 青岛"), TableCell.Of(day), TableCell.Of(day), TableCell.Of(day, new TimeOnly(9, 30)),
                TableCell.Of("09:30"), TableCell.Of(0.3m), TableCell.Of(-0.0015m), TableCell.Of(true),
                TableCell.Of("a\rb"), TableCell.Empty, TableCell.Of(day),
            ],
            row.Cells);
    }

    [Fact]
    public void Old_mac_workbooks_count_from_1904()
    {
        var file = Files.Xlsx(
            Header + """<row r="2"><c r="A2" s="1"><v>1</v></c></row>""",
            ("xl/workbook.xml", Files.Parts(string.Empty)["xl/workbook.xml"].Replace("<sheets>", """<workbookPr date1904="1"/><sheets>""", StringComparison.Ordinal)));
        using var table = TableReader.Open(file, "list.xlsx");
        Assert.Equal(new DateOnly(1904, 1, 2), table.ReadAll()[0][0].Date);
    }

    [Fact]
    public void Formulas_are_found_with_row_and_column_or_refuse_the_file()
    {
        const string Rows = Header + """<row r="2"><c r="A2" t="str"><f>A1&amp;"x"</f><v>Namex</v></c><c r="B2"><f t="shared" si="0"/><v>3</v></c></row>""";
        using var table = TableReader.Open(Files.Xlsx(Rows), "list.xlsx");
        Assert.Equal([TableCell.Of("Namex"), TableCell.Of(3m)], table.ReadAll()[0].Cells);
        Assert.Equal(
            [
                new TableFinding(Severity.Error, TableCodes.Formula, 2, "A", 2, "A · Name"),
                new TableFinding(Severity.Error, TableCodes.Formula, 2, "B", 2, "B · Start"),
            ],
            table.Findings);
        Assert.Equal(
            new TableFinding(Severity.Refusal, TableCodes.Formula, 2, "A", 2, "A"),
            Files.Refusal(Files.Xlsx(Rows), "list.xlsx", new TableOptions { Formulas = Strictness.Refuse }));
    }

    [Fact]
    public void Merged_cells_errors_long_numbers_and_dates_as_text_are_found()
    {
        var rows = Header + $"""<row r="2">{Files.Text("A2", "x")}<c r="B2" t="e"><v>#REF!</v></c></row><row r="3"><c r="A3"><v>370202199001011234</v></c>{Files.Text("B3", "12.03.2026")}</row>""";
        Assert.Equal(
            [
                new TableFinding(Severity.Error, TableCodes.ErrorValue, 2, "B", 2, "B · Start", "#REF!"),
                new TableFinding(Severity.Error, TableCodes.LongNumber, 3, "A", 3, "A · Name", "370202199001011234"),
                new TableFinding(Severity.Information, TableCodes.DateAsText, 3, "B", 3, "B · Start", "12.03.2026", "2026-03-12"),
                new TableFinding(Severity.Error, TableCodes.MergedHeader, 1, "A", 1, "A · Name", "A1:B1"),
                new TableFinding(Severity.Warning, TableCodes.MergedCells, 2, "A", 2, "A · Name", "A2:A3"),
            ],
            Files.Findings(Files.Xlsx(rows, """<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>"""), "list.xlsx"));
    }

    [Fact]
    public void Nul_and_control_characters_long_texts_and_columns_without_header_are_found()
    {
        var rows = Header + $"""<row r="2">{Files.Text("A2", "a_x0000_b")}{Files.Text("B2", new string('x', 40_000))}{Files.Text("D2", "far")}</row>""";
        using var table = TableReader.Open(Files.Xlsx(rows), "list.xlsx");
        Assert.Equal(32_767, table.ReadAll()[0][1].Text.Length);
        Assert.Equal(
            [
                new TableFinding(Severity.Error, TableCodes.ControlCharacters, 2, "A", 2, "A · Name"),
                new TableFinding(Severity.Error, TableCodes.CellTooLong, 2, "B", 2, "B · Start", 32_767),
                new TableFinding(Severity.Error, TableCodes.EmptyHeader, 2, "D", 2, "D", 1),
            ],
            table.Findings);
    }

    [Fact]
    public void The_first_visible_sheet_is_read_unless_one_is_named()
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        (string, string)[] more =
        [
            ("xl/workbook.xml", $"""<workbook xmlns="{Files.Main}" xmlns:r="{Office}"><sheets><sheet name="Lists" state="hidden" r:id="r1"/><sheet name="Partners" r:id="r2"/><sheet name="协议" r:id="r3"/></sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", $"""<Relationships><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r3" Type="{Office}/worksheet" Target="worksheets/sheet3.xml"/></Relationships>"""),
            ("xl/worksheets/sheet2.xml", Files.Sheet(Header + $"""<row r="2">{Files.Text("A2", "Ana")}</row>""")),
            ("xl/worksheets/sheet3.xml", Files.Sheet(string.Empty)),
        ];
        using var table = TableReader.Open(Files.Xlsx(Header, more), "list.xlsx");
        Assert.Equal([new TableSheet("Lists", IsHidden: true), new TableSheet("Partners", IsHidden: false), new TableSheet("协议", IsHidden: false)], table.Sheets);
        Assert.Equal("Ana", table.ReadAll()[0][0].Text);
        Assert.Equal([new TableFinding(Severity.Information, TableCodes.OtherSheets, Row: null, Column: null, "Partners", 1)], table.Findings);

        Assert.Equal(Files.Refused(TableCodes.EmptySheet, "协议"), Files.Refusal(Files.Xlsx(Header, more), "list.xlsx", new TableOptions { Sheet = "协议" }));
        using var wrong = TableReader.Open(Files.Xlsx(Header, more), "list.xlsx", options: new TableOptions { Sheet = "Visits" });
        Assert.Equal([Files.Refused(TableCodes.NoSuchSheet, "Visits", "Lists · Partners · 协议")], wrong.Findings);
        Assert.Equal(3, wrong.Sheets.Count);
    }

    [Fact]
    public void A_column_and_a_row_over_the_limits_refuse_the_sheet()
    {
        var columns = string.Concat(Enumerable.Range(0, 10_000).Select(index => Files.Text(ColumnLetter.Of(index) + "1", "h")));
        Assert.Equal(Files.RefusedAt(1, TableCodes.TooManyColumns, 200), Files.Refusal(Files.Xlsx($"""<row r="1">{columns}</row>"""), "list.xlsx"));
        var rows = Header + string.Concat(Enumerable.Range(2, 4).Select(row => $"""<row r="{row}"><c r="A{row}"><v>1</v></c></row>"""));
        Assert.Equal(Files.RefusedAt(5, TableCodes.TooManyRows, 3), Files.Refusal(Files.Xlsx(rows), "list.xlsx", limits: new TableLimits { MaxRows = 3 }));
    }
}
