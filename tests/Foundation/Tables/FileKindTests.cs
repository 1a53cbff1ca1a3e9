using System.Text;
using Entente.Foundation.Tables;

namespace Entente.Foundation.Tests.Tables;

public sealed class FileKindTests
{
    [Theory]
    [InlineData("%PDF-1.7\n%âãÏÓ", "list.xlsx", TableCodes.PdfFile)]
    [InlineData("\u0089PNG\r\n\u001A\n", "list.csv", TableCodes.Picture)]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "list.xls", TableCodes.Picture)]
    [InlineData("\u0009\u0008\u0010\0\0\u0006", "list.xls", TableCodes.OldWorkbook)]
    [InlineData("<html><table><tr><td>Name</td></tr></table></html>", "list.xls", TableCodes.WebPage)]
    [InlineData("<?xml version=\"1.0\"?><Workbook/>", "list.xls", TableCodes.WebPage)]
    [InlineData("PK\u0003\u0004 nonsense", "list.xlsx", TableCodes.Corrupt)]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006", "list.csv", TableCodes.BinaryFile)]
    [InlineData("Name\nAna", "list.xlsm", TableCodes.Macros)]
    [InlineData("Name\nAna", "list.ods", TableCodes.OpenDocument)]
    [InlineData("", "list.csv", TableCodes.EmptyFile)]
    [InlineData("\r\n\r\n", "list.csv", TableCodes.EmptyFile)]
    public void What_is_no_spreadsheet_is_refused_by_its_kind(string latin, string name, string code) =>
        Assert.Equal(Files.Refused(code), Files.Refusal(Files.Bytes(Encoding.Latin1.GetBytes(latin)), name));

    [Fact]
    public void An_unknown_ending_is_named() =>
        Assert.Equal(Files.Refused(TableCodes.UnknownExtension, ".exe"), Files.Refusal(Files.Csv("Name\nAna"), "list.EXE"));

    [Theory]
    [InlineData("EncryptedPackage", TableCodes.Encrypted)]
    [InlineData("Workbook", TableCodes.OldWorkbook)]
    [InlineData("WordDocument", TableCodes.OtherDocument)]
    public void A_compound_file_is_told_by_its_streams(string stream, string code)
    {
        var file = new byte[2_048];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(file, 0);
        var name = Encoding.Unicode.GetBytes(stream + "\0");
        name.CopyTo(file, 1_024 + 128);
        file[1_024 + 128 + 64] = (byte)name.Length;
        Assert.Equal(Files.Refused(code), Files.Refusal(Files.Bytes(file), "list.xlsx"));
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_whether_it_can_seek_or_not()
    {
        var limits = new TableLimits { MaxFileBytes = 1024 * 1024 };
        var bytes = new byte[(1024 * 1024) + 1];
        Array.Fill(bytes, (byte)'a');
        Assert.Equal(Files.Refused(TableCodes.FileTooLarge, 1L), Files.Refusal(Files.Bytes(bytes), "list.csv", limits: limits));
        Assert.Equal(Files.Refused(TableCodes.FileTooLarge, 1L), Files.Refusal(new OneWay(bytes), "list.csv", limits: limits));
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read()
    {
        using var table = TableReader.Open(new OneWay("Name,Places\nAna,3\n"u8.ToArray()), "list.csv");
        Assert.Equal([TableCell.Of("Ana"), TableCell.Of(3m)], Assert.Single(table.ReadAll()).Cells);
    }

    [Fact]
    public void A_text_named_like_a_workbook_is_read_with_a_warning() =>
        Assert.Equal(
            [new TableFinding(Severity.Warning, TableCodes.NameMismatch, Row: null, Column: null, ".xls", "CSV")],
            Files.Findings(Files.Csv("Name\tPlaces\nAna\t3\n"), "list.xls"));

    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
