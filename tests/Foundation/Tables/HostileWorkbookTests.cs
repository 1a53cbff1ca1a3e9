using System.IO.Compression;
using System.Text;
using Entente.Foundation.Tables;
using Entente.Foundation.Tables.Xlsx;

namespace Entente.Foundation.Tests.Tables;

public sealed class HostileWorkbookTests
{
    private const string Rows = """<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>""";

    [Theory]
    [InlineData("xl/vbaProject.bin", TableCodes.Macros)]
    [InlineData("xl/macrosheets/sheet1.xml", TableCodes.Macros)]
    [InlineData("xl/activeX/activeX1.bin", TableCodes.Macros)]
    [InlineData("xl/externalLinks/externalLink1.xml", TableCodes.ExternalLinks)]
    [InlineData("xl/workbook.bin", TableCodes.BinaryWorkbook)]
    [InlineData("word/document.xml", TableCodes.OtherDocument)]
    public void A_part_that_must_not_be_there_refuses_the_workbook(string part, string code) =>
        Assert.Equal(Files.Refused(code), Files.Refusal(Files.Xlsx(Rows, (part, "x")), "list.xlsx"));

    [Fact]
    public void A_macro_content_type_refuses_the_workbook_whatever_its_name() =>
        Assert.Equal(
            Files.Refused(TableCodes.Macros),
            Files.Refusal(Files.Xlsx(Rows, ("[Content_Types].xml", """<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>""")), "list.xlsx"));

    [Fact]
    public void External_links_can_be_reported_instead()
    {
        var options = new TableOptions { ExternalLinks = Strictness.Report };
        Assert.Equal(
            [
                new TableFinding(Severity.Error, TableCodes.ExternalLinks, Row: null, Column: null),
                new TableFinding(Severity.Warning, TableCodes.EmbeddedObjects, Row: null, Column: null),
            ],
            Files.Findings(Files.Xlsx(Rows, ("xl/externalLinks/externalLink1.xml", "x"), ("xl/embeddings/oleObject1.bin", "x")), "list.xlsx", options));
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("[Content_Types].xml")]
    public void Entities_are_refused_in_every_part(string part)
    {
        const string Laughs = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><x>&b;&c;</x>""";
        Assert.Equal(Files.Refused(TableCodes.XmlEntities), Files.Refusal(Files.Xlsx(Rows, (part, Laughs)), "list.xlsx"));
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"0\"/></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"2\"/><row r=\"2\"/></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZZ9\"/></row></sheetData></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row></sheetData></worksheet>")]
    [InlineData("xl/workbook.xml", "not xml")]
    [InlineData("xl/_rels/workbook.xml.rels", "\0\0")]
    public void Broken_parts_are_refused(string part, string content) =>
        Assert.Equal(Files.Refused(TableCodes.Corrupt), Files.Refusal(Files.Xlsx(Rows, (part, content)), "list.xlsx"));

    [Fact]
    public void A_workbook_without_sheets_is_refused() =>
        Assert.Equal(Files.Refused(TableCodes.NoSheet), Files.Refusal(Files.Xlsx(Rows, ("xl/workbook.xml", "<workbook/>")), "list.xlsx"));

    [Fact]
    public void Every_cut_of_a_workbook_is_refused()
    {
        var whole = ((MemoryStream)Files.Xlsx(Rows)).ToArray();
        for (var length = 4; length < whole.Length; length += 97)
        {
            Assert.Equal(TableCodes.Corrupt, Files.Refusal(Files.Bytes(whole[..length]), "list.xlsx").Code);
        }
    }

    [Fact]
    public void Every_changed_byte_gives_the_same_rows_or_a_refusal_but_no_exception()
    {
        var whole = ((MemoryStream)Files.Xlsx(Rows)).ToArray();
        for (var at = 2; at < whole.Length; at += 3)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 0xA5;
            using var table = TableReader.Open(Files.Bytes(changed), "list.xlsx");
            var rows = table.ReadAll();
            Assert.True(table.IsRefused ? rows.Count == 0 : rows.Count == 1 && rows[0].Number == 2 && rows[0].Cells.SequenceEqual([TableCell.Of(1m)]), $"byte {at}");
        }
    }

    [Fact]
    public void Offsets_out_of_the_file_are_refused()
    {
        var whole = ((MemoryStream)Files.Xlsx(Rows)).ToArray();
        var directory = whole.AsSpan().LastIndexOf("PK\u0005\u0006"u8) + 16;
        foreach (var offset in new[] { 0u, 7u, (uint)whole.Length, 0x7FFFFFFFu, uint.MaxValue - 1 })
        {
            var changed = (byte[])whole.Clone();
            BitConverter.GetBytes(offset).CopyTo(changed, directory);
            Assert.Equal(Files.Refused(TableCodes.Corrupt), Files.Refusal(Files.Bytes(changed), "list.xlsx"));
        }
    }

    [Fact]
    public void An_honest_bomb_is_refused_from_its_directory() =>
        Assert.Equal(
            Files.Refused(TableCodes.UnpacksTooLarge, 20L),
            Files.Refusal(Bomb(lie: false), "list.xlsx", limits: new TableLimits { MaxUnpackedBytes = 20 * 1024 * 1024 }));

    [Fact]
    public void A_bomb_under_the_total_is_refused_by_its_ratio() =>
        Assert.Equal(Files.Refused(TableCodes.UnpacksTooLarge, 300L), Files.Refusal(Bomb(lie: false), "list.xlsx"));

    [Fact]
    public void A_bomb_that_lies_about_its_size_is_cut_there_and_then_does_not_fit_its_check_sum() =>
        Assert.Equal(
            Files.Refused(TableCodes.Corrupt),
            Files.Refusal(Bomb(lie: true), "list.xlsx", limits: new TableLimits { MaxUnpackedBytes = 20 * 1024 * 1024 }));

    [Fact]
    public void Reading_counts_what_comes_out_of_a_part()
    {
        var counted = new List<(long, bool)>();
        var limits = new TableLimits { RatioFreeBytes = 1_000, MaxRatio = 20 };
        using var part = new GuardedPart(new MemoryStream(new byte[3_000]), 100, checkSum: 0, (bytes, broken) => counted.Add((bytes, broken)), limits);
        var buffer = new byte[1_500];
        Assert.Equal(1_500, part.Read(buffer));
        Assert.Equal(1_500, part.Read(buffer));
        Assert.Throws<InvalidDataException>(() => part.Read(buffer));
        Assert.Equal([(1_500L, false), (1_500L, true), (0L, true)], counted);
    }

    [Fact]
    public void Too_many_parts_are_refused()
    {
        var parts = Files.Parts(Rows);
        for (var part = 0; part < 50; part++)
        {
            parts["xl/media/image" + part] = "x";
        }

        Assert.Equal(Files.Refused(TableCodes.TooManyParts, 40), Files.Refusal(Files.Zip(parts), "list.xlsx", limits: new TableLimits { MaxParts = 40 }));
    }

    [Fact]
    public void Two_parts_of_one_name_and_other_archives_are_refused()
    {
        var twice = new Dictionary<string, string>(Files.Parts(Rows), StringComparer.Ordinal) { ["XL/workbook.xml"] = "<workbook/>" };
        Assert.Equal(Files.Refused(TableCodes.Corrupt), Files.Refusal(Files.Zip(twice), "list.xlsx"));
        Assert.Equal(Files.Refused(TableCodes.BinaryFile), Files.Refusal(Files.Zip(new Dictionary<string, string>(StringComparer.Ordinal) { ["a.txt"] = "x" }), "list.xlsx"));
        Assert.Equal(
            Files.Refused(TableCodes.OpenDocument),
            Files.Refusal(Files.Zip(new Dictionary<string, string>(StringComparer.Ordinal) { ["content.xml"] = "x", ["META-INF/manifest.xml"] = "x" }), "list.xlsx"));
    }

    [Fact]
    public void A_huge_text_is_not_kept()
    {
        var limits = new TableLimits { MaxSharedCharacters = 1_000_000 };
        var shared = $"""<sst>{string.Concat(Enumerable.Range(0, 100).Select(index => $"<si><t>{new string((char)('a' + (index % 26)), 32_000)}</t></si>"))}</sst>""";
        Assert.Equal(Files.Refused(TableCodes.UnpacksTooLarge, 300L), Files.Refusal(Files.Xlsx(Rows, ("xl/sharedStrings.xml", shared)), "list.xlsx", limits: limits));
    }

    /// <summary>60 MB of one letter in a cell: some 60 kB packed.</summary>
    private static MemoryStream Bomb(bool lie)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Files.Parts(string.Empty).Where(part => part.Key is not "xl/worksheets/sheet1.xml"))
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }

            using var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            sheet.Write("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"u8);
            var piece = new byte[1024 * 1024];
            Array.Fill(piece, (byte)'a');
            for (var count = 0; count < 60; count++)
            {
                sheet.Write(piece);
            }

            sheet.Write("</t></is></c></row></sheetData></worksheet>"u8);
        }

        var bytes = file.ToArray();
        if (lie)
        {
            Declare(bytes, "xl/worksheets/sheet1.xml", 1_000);
        }

        return new MemoryStream(bytes);
    }

    /// <summary>Changes the size a part declares in the directory at the end.</summary>
    private static void Declare(byte[] zip, string part, uint size)
    {
        var name = Encoding.ASCII.GetBytes(part);
        var at = zip.AsSpan().LastIndexOf(name) - 46;
        Assert.Equal(0x02014B50u, BitConverter.ToUInt32(zip, at));
        BitConverter.GetBytes(size).CopyTo(zip, at + 24);
    }
}
