using Entente.Foundation.Documents;

namespace Entente.Foundation.Tests.Documents;

public sealed class DocumentHtmlTests
{
    [Theory]
    [InlineData("<p class=\"right\">{{ today }}</p><table><tr><th>A</th><td colspan=\"2\">B</td></tr></table>", null)]
    [InlineData("<p style=\"color:red\">x</p>", "style")]
    [InlineData("<p class=\"right office\">x</p>", "class=\"office\"")]
    [InlineData("<a href=\"https://x.example\">x</a>", "<a>")]
    [InlineData("<p>x<iframe></iframe></p>", "<iframe>")]
    [InlineData("<p>x<!-- y --></p>", "<!--")]
    [InlineData("<p onmouseover=\"x\">x</p>", "onmouseover")]
    public void What_is_not_taken_is_named(string html, string? refused) => Assert.Equal(refused, DocumentHtml.Refused(html));

    [Fact]
    public void A_value_cannot_bring_in_what_is_not_taken() =>
        Assert.Equal("<p>x</p>", DocumentHtml.Clean("<p onclick=\"y()\" style=\"position:fixed\">x<script>alert(1)</script></p>"));

    [Fact]
    public void A_reader_reads_a_line_for_each_block() =>
        Assert.Equal("Title\nA B\nOne\ntwo & three", DocumentHtml.TextOf("<h1>Title</h1>\n<table><tr><td>A</td><td>B</td></tr></table><p>One<br>two &amp;\n <b>three</b></p>"));
}
