using System.Text;
using Entente.Foundation.Documents;
using Entente.Foundation.Settings;
using Entente.Testing;
using Microsoft.Extensions.Configuration;

namespace Entente.Foundation.Tests.Documents;

/// <summary>The real Chromium, as <c>./dev test</c> installs it.</summary>
public sealed class ChromiumTests
{
    [Fact]
    public async Task A_page_becomes_a_PDF_with_its_Chinese_letters_and_nothing_of_it_is_left_behind()
    {
        var pdf = await new Chromium(Read([])).PrintAsync("<!DOCTYPE html><html><body><p>合作协议</p></body></html>", default);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf, 0, 8), StringComparison.Ordinal);
        Assert.Contains("/Type /Font", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        var left = System.IO.Directory.GetDirectories(Path.GetTempPath(), "entente-print-*").Where(d => File.Exists(Path.Combine(d, "page.html")));
        Assert.DoesNotContain(left, d => File.ReadAllText(Path.Combine(d, "page.html")).Contains("合作协议</p></body>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_is_no_Chromium_is_said_and_a_setting_that_names_none_stops_the_start()
    {
        var wrong = await Assert.ThrowsAsync<DocumentNotMadeException>(() => new Chromium(Read([new("Entente:Chromium", "/bin/false")])).PrintAsync("<p>x</p>", default));
        Assert.Contains("Chromium ended with 1", wrong.Message, StringComparison.Ordinal);
        var silent = await Assert.ThrowsAsync<DocumentNotMadeException>(() => new Chromium(Read([new("Entente:Chromium", "/bin/true")])).PrintAsync("<p>x</p>", default));
        Assert.Contains("without a PDF", silent.Message, StringComparison.Ordinal);
        Assert.Contains("Entente__Chromium", Assert.Throws<SettingException>(() => Read([new("Entente:Chromium", "/nowhere/chromium")])).Message, StringComparison.Ordinal);
        var missing = await Assert.ThrowsAsync<DocumentNotMadeException>(() => new Chromium((string?)null).PrintAsync("<p>x</p>", default));
        Assert.Contains("not installed", missing.Message, StringComparison.Ordinal);
    }

    private static EntenteSettings Read(KeyValuePair<string, string?>[] values) => EntenteSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
}
