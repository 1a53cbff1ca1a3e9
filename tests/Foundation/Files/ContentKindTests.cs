using System.Text;
using Entente.Foundation.Files;

namespace Entente.Foundation.Tests.Files;

public sealed class ContentKindTests
{
    public static TheoryData<string, byte[], string> Taken => new()
    {
        { "协议.pdf", SampleFiles.Pdf(), "application/pdf" },
        { "no-ending", SampleFiles.Pdf(), "application/pdf" },
        { "scan.PNG", SampleFiles.Png, "image/png" },
        { "scan.jpeg", SampleFiles.Jpeg, "image/jpeg" },
        { "letter.docx", SampleFiles.Docx(), StoredKind.Docx.MediaType },
        { "book.xlsx", SampleFiles.Archive(("[Content_Types].xml", ""), ("xl/workbook.xml", "")), StoredKind.Xlsx.MediaType },
        { "公文.ofd", SampleFiles.Archive(("OFD.xml", "<OFD/>")), "application/ofd" },
        { "text.odt", SampleFiles.Archive(("mimetype", "application/vnd.oasis.opendocument.text")), StoredKind.Odt.MediaType },
        { "notes.txt", Encoding.UTF8.GetBytes("会议纪要\r\n"), "text/plain" },
        { "list.csv", Encoding.UTF8.GetBytes("a,b\n"), "text/csv" },
    };

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "program.pdf", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0], "files.kind" },
        { "page.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>"), "files.kind" },
        { "drawing.svg", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), "files.kind" },
        { "letter.docx", SampleFiles.Pdf(), "files.ending" },
        { "letter.pdf", SampleFiles.Docx(), "files.ending" },
        { "letter.docx", SampleFiles.Docx("word/vbaProject.bin"), "files.macros" },
        { "archive.zip", SampleFiles.Archive(("a.txt", "a")), "files.kind" },
        { "cut.docx", SampleFiles.Docx()[..40], "files.broken" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void The_content_says_what_a_file_is(string name, byte[] content, string mediaType) =>
        Assert.Equal(mediaType, ContentKind.Of(new MemoryStream(content), name, FileRules.Documents).MediaType);

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_it_is_not_taken_for_is_said(string name, byte[] content, string key) =>
        Assert.Equal(key, Assert.Throws<FileRefusedException>(() => ContentKind.Of(new MemoryStream(content), name, FileRules.Documents)).TextKey);

    [Fact]
    public void A_kind_outside_the_rules_is_not_taken() =>
        Assert.Equal("files.kind", Assert.Throws<FileRefusedException>(() => ContentKind.Of(new MemoryStream(SampleFiles.Docx()), "a.docx", FileRules.Scans)).TextKey);

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\scans\\协议 2026.pdf", "协议 2026.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "a Set-Cookie x.pdf")]
    [InlineData("evil\u202Efdp.exe", "evil fdp.exe")]
    [InlineData("...", "file")]
    public void Names_lose_what_is_no_name(string sent, string kept) => Assert.Equal(kept, FileNames.Clean(sent));
}
