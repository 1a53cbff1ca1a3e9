using System.Text;
using Entente.Foundation.Tables;

namespace Entente.Foundation.Tests.Tables;

public sealed class CsvReadingTests
{
    private const string Chinese = "机构名称,国家,名额\r\n青岛大学,中国,3\r\n剑桥大学,英国,12\r\n";

    [Theory]
    [InlineData("Name,Places\nAna,3\n", ',')]
    [InlineData("Name;Places\nAna, Maria;3\n", ';')]
    [InlineData("Name\tPlaces\nAna, Maria; Bo\t3\n", '\t')]
    [InlineData("Name\nAna\n", ',')]
    [InlineData("\"Name; or, names\";Places\nAna;3\n", ';')]
    [InlineData("sep=;\nName;Places\nAna;3\n", ';')]
    public void The_separator_is_found(string text, char delimiter)
    {
        using var table = TableReader.Open(Files.Csv(text), "list.csv");
        Assert.Equal(delimiter, table.Delimiter);
        Assert.Equal([], table.Findings);
    }

    [Fact]
    public void Rows_carry_the_line_they_begin_on_and_typed_cells()
    {
        using var table = TableReader.Open(Files.Csv("\n Name ,When,Places,Open,Code\nAna,2026-03-12,-3.5,TRUE,007\n\n\"two\nlines\",2026-03-12T09:30,0,FALSE,12345678901234567\nlast"), "list.csv");
        Assert.Equal(["Name", "When", "Places", "Open", "Code"], table.Header.Select(column => column.Name));
        Assert.Equal(2, table.HeaderRow);
        var rows = table.ReadAll();
        Assert.Equal([3, 5, 7], rows.Select(row => row.Number));
        Assert.Equal(
            [TableCell.Of("Ana"), TableCell.Of(new DateOnly(2026, 3, 12)), TableCell.Of(-3.5m), TableCell.Of(true), TableCell.Of("007")],
            rows[0].Cells);
        Assert.Equal(
            [TableCell.Of("two\nlines"), TableCell.Of(new DateOnly(2026, 3, 12), new TimeOnly(9, 30)), TableCell.Of(0m), TableCell.Of(false), TableCell.Of("12345678901234567")],
            rows[1].Cells);
        Assert.Equal(TableCell.Empty, rows[2][4]);
        Assert.Equal([], table.Findings);
        Assert.Equal(rows.SelectMany(row => row.Cells), table.ReadAll().SelectMany(row => row.Cells));
    }

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Chinese) },
        { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Chinese)] },
        { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Chinese)] },
        { "utf-16BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Chinese)] },
        { "gb18030", Files.Gb18030.GetBytes(Chinese) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Encodings_are_found(string encoding, byte[] bytes)
    {
        using var table = TableReader.Open(Files.Bytes(bytes), "list.csv");
        Assert.Equal(encoding, table.Encoding);
        Assert.Equal(["机构名称", "国家", "名额"], table.Header.Select(column => column.Name));
        Assert.Equal(["青岛大学", "中国", "3"], table.ReadAll()[0].Cells.Select(cell => cell.Text));
        Assert.Equal(
            encoding is "gb18030" ? [new TableFinding(Severity.Information, TableCodes.ReadAsChinese, Row: null, Column: null)] : [],
            table.Findings);
    }

    [Fact]
    public void A_western_file_is_refused_with_its_line_until_its_encoding_is_chosen()
    {
        var bytes = Encoding.Latin1.GetBytes("Name,City\nAna,Oslo\nUniversité de Genève,Genève\n");
        Assert.Equal(Files.RefusedAt(3, TableCodes.WrongEncoding), Files.Refusal(Files.Bytes(bytes), "list.csv"));
        using var table = TableReader.Open(Files.Bytes(bytes), "list.csv", options: new TableOptions { Encoding = "windows-1252" });
        Assert.Equal("Université de Genève", table.ReadAll()[1][0].Text);
    }

    [Fact]
    public void Big5_is_not_taken_for_simplified_chinese()
    {
        var big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!;
        var bytes = big5.GetBytes("學校名稱,國家\n國立臺灣大學,臺灣\n香港中文大學,香港\n");
        Assert.Equal(Files.RefusedAt(1, TableCodes.WrongEncoding), Files.Refusal(Files.Bytes(bytes), "list.csv"));
    }

    [Fact]
    public void A_broken_byte_and_a_broken_surrogate_are_refused_with_their_line()
    {
        byte[] broken = [.. "Name,City\nAna,Oslo\nBo"u8, 0xC3, .. ",Rome\n"u8];
        Assert.Equal(Files.RefusedAt(3, TableCodes.WrongEncoding), Files.Refusal(Files.Bytes(broken), "list.csv"));
        byte[] surrogate = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Name\nAna\n"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("x\n")];
        Assert.Equal(Files.RefusedAt(3, TableCodes.WrongEncoding), Files.Refusal(Files.Bytes(surrogate), "list.csv"));
    }

    [Fact]
    public void Utf16_without_mark_and_single_nuls_are_refused()
    {
        Assert.Equal(Files.RefusedAt(1, TableCodes.WrongEncoding), Files.Refusal(Files.Bytes(Encoding.Unicode.GetBytes("Name,City\nAna,Oslo\n")), "list.csv"));
        Assert.Equal(Files.RefusedAt(2, TableCodes.NulCharacters), Files.Refusal(Files.Csv("Name,City,Country,Remarks\nAna,Os\0lo,Norway,none\n"), "list.csv"));
    }

    [Fact]
    public void Garbled_text_is_found_and_good_text_is_not()
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var garbledFrench = western.GetString(Encoding.UTF8.GetBytes("Université"));
        var garbledChinese = Files.Gb18030.GetString(Encoding.UTF8.GetBytes("清华大学"));
        var findings = Files.Findings(Files.Csv($"Name\nUniversité VÚŽV\n清华大学\n联通公司\nÅngström — “x”\n{garbledFrench}\n{garbledChinese}\nA\uFFFDb\n"), "list.csv");
        Assert.Equal(
            [
                new TableFinding(Severity.Error, TableCodes.GarbledText, 6, "A", 6, "A · Name", garbledFrench),
                new TableFinding(Severity.Error, TableCodes.GarbledText, 7, "A", 7, "A · Name", garbledChinese),
                new TableFinding(Severity.Error, TableCodes.GarbledText, 8, "A", 8, "A · Name", "A\uFFFDb"),
            ],
            findings);
    }

    [Fact]
    public void Cells_that_begin_like_formulas_are_flagged_unless_they_are_numbers()
    {
        using var table = TableReader.Open(Files.Csv("Name,Phone\n=1+1,+49 30 2093\n-5,-\n@SUM(A1),+cmd|' /C calc'!A0\n'=x,\"\tx\"\n"), "list.csv");
        var rows = table.ReadAll();
        Assert.Equal(
            [
                new TableFinding(Severity.Warning, TableCodes.FormulaLike, 2, "A", 2, "A · Name", "=1+1"),
                new TableFinding(Severity.Warning, TableCodes.FormulaLike, 4, "A", 4, "A · Name", "@SUM(A1)"),
                new TableFinding(Severity.Warning, TableCodes.FormulaLike, 4, "B", 4, "B · Phone", "+cmd|' /C calc'!A0"),
                new TableFinding(Severity.Warning, TableCodes.FormulaLike, 5, "B", 5, "B · Phone", "x"),
            ],
            table.Findings);
        Assert.Equal(TableCell.Of("=1+1"), rows[0][0]);
        Assert.Equal(TableCell.Of(-5m), rows[1][0]);
        Assert.Equal(TableCell.Of("=x"), rows[3][0]);
    }

    [Fact]
    public void Quotes_that_break_the_rules_are_found()
    {
        Assert.Equal(
            [
                new TableFinding(Severity.Warning, TableCodes.StrayQuote, 2, Column: null, 2),
                new TableFinding(Severity.Error, TableCodes.StrayQuote, 4, Column: null, 4),
            ],
            Files.Findings(Files.Csv("Name,City\n5\" pipe,Oslo\n\"a \"\"b\"\"\",Rome\n\"Bo\" Inc,Bern\n"), "list.csv"));
        Assert.Equal(Files.RefusedAt(3, TableCodes.UnclosedQuote), Files.Refusal(Files.Csv("Name,City\nAna,Oslo\nBo,\"Rome\nCy,Bern\n"), "list.csv"));
    }

    [Fact]
    public void An_unclosed_quote_over_a_large_rest_stops_early()
    {
        var text = "Name,City\nAna,\"Oslo\n" + string.Concat(Enumerable.Repeat("Bo,Rome\n", 400_000));
        Assert.Equal(Files.RefusedAt(2, TableCodes.UnclosedQuote), Files.Refusal(Files.Csv(text), "list.csv"));
    }

    [Fact]
    public void Long_numbers_and_long_cells_are_found()
    {
        Assert.Equal(
            [
                new TableFinding(Severity.Error, TableCodes.LongNumber, 2, "A", 2, "A · Id", "3.70202E+17"),
                new TableFinding(Severity.Error, TableCodes.CellTooLong, 2, "B", 2, "B · Text", 32_767),
            ],
            Files.Findings(Files.Csv($"Id,Text\n3.70202E+17,{new string('x', 32_768)}\n"), "list.csv"));
        Assert.Equal([], Files.Findings(Files.Csv($"Id,Text\n1,{new string('x', 32_767)}\n"), "list.csv"));
    }
}
