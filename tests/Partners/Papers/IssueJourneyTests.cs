using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Log;
using Entente.Partners.Tests.Agreements;
using Entente.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Papers;

/// <summary>A letter about an agreement: its template is written and looked at, it is issued, checked by its QR code, and revoked.</summary>
public sealed partial class IssueJourneyTests
{
    private const string Body = "<h1>Confirmation</h1><p>{{ agreement_number }} with {{ partner }} in {{ partner_country }} was signed on {{ signed_on }}, in force from {{ effective_on }}.</p><p>{{ sender }}, {{ today }}</p>";
    private const string BodyZh = "<h1>证明</h1><p>与{{ partner }}（{{ partner_country }}）的{{ agreement_number }}于{{ signed_on }}签署，{{ effective_on }}生效。</p><p>{{ sender }}，{{ today }}</p>";

    public static TheoryData<Engine, string> Both => new()
    {
        { Engine.Sqlite, "en" }, { Engine.Sqlite, "zh" }, { Engine.Postgres, "en" }, { Engine.Postgres, "zh" },
    };

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_letter_is_written_issued_checked_and_revoked(Engine engine, string language)
    {
        await using var host = await RunningHost.StartAsync(engine, Quiet);
        await host.AccountAsync("office@example.edu", BuiltInRole.Coordinator, name: "Tang Yuan");
        using var office = host.Browser(language);
        await office.SignInAsync("office@example.edu", RunningHost.Password);
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        using var public_ = host.Browser(language);
        var agreement = await Drafts.SignedAsync(host, "SOE-2025-07");
        var isChinese = language == "zh";

        // A template is written: what it cannot say is refused beside its field, what it says is shown on a real record.
        const string New = "/documents/templates/new?kind=partners.agreement&form=Html";
        foreach (var (bad, en, zh) in new[]
        {
            ("<p>{% for x in partner %}{{ x }}{% endfor %}</p>", "Loops and other commands are not taken", "不支持循环等指令"), ("<p>{{ nobody }}</p>", "There is no placeholder nobody", "没有占位符 nobody"),
            ("<p>{{ partner</p>", "A placeholder is not written to its end", "占位符不完整"), ("<p onclick=\"x()\">{{ partner }}</p>", "onclick is not taken", "不接受 onclick"), ("<script>x()</script>", "<script> is not taken", "不接受 <script>"),
            ("<img src=\"https://elsewhere.example/x.png\">", "<img> is not taken", "不接受 <img>"), ("", "Enter this.", "填写此项"),
        })
        {
            var refused = await office.SendAsync(New, "/documents/templates/new", Template("LET", bad, bad));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            if (bad.Length > 0) Assert.Contains(isChinese ? zh : en, WebUtility.HtmlDecode(refused.Body), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync(New, "/documents/templates/new", Template("L3T!", Body, BodyZh))).Status);
        var kept = await office.SendAsync(New, "/documents/templates/new", Template("LET", "<p>{{ record }}</p>", "<p>{{ record }}</p>"));
        Assert.Equal(HttpStatusCode.SeeOther, kept.Status);
        var template = kept.Location!.Split('#')[0];
        var looked = await office.SendAsync(template, null, [.. Template("LET", Body, BodyZh), ("do", "preview")]);
        Assert.Equal(HttpStatusCode.OK, looked.Status);
        Assert.Contains("SOE-2025-07 with Delft University of Technology in Netherlands was signed on 1 Aug 2025", WebUtility.HtmlDecode(looked.Body), StringComparison.Ordinal);
        Assert.Contains("与代尔夫特理工大学（荷兰）的SOE-2025-07于2025年8月1日签署", WebUtility.HtmlDecode(looked.Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(template, null, Template("LET", Body, BodyZh))).Status);
        Assert.Contains(isChinese ? "第 2 版" : "version 2", WebUtility.HtmlDecode(await office.PageAsync(template)), StringComparison.Ordinal);

        // It is issued: the number now, the bytes by the job, and the code on the paper leads to the public page.
        var fields = Issue(agreement.Value, template, language);
        var page = $"/documents/new?kind=partners.agreement&key={agreement.Value:N}&language={(isChinese ? "zh-Hans" : "en")}";
        Assert.Contains(page.Split('&')[1], await office.PageAsync($"/agreements/{agreement.Value}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(page)).Status);
        var issued = await office.SendAsync(page, "/documents/new", [.. fields, ("do", "issue")]);
        Assert.Equal(HttpStatusCode.SeeOther, issued.Status);
        var document = issued.Location!;
        Assert.Contains(isChinese ? "生成中" : "being made", await office.PageAsync(document), StringComparison.Ordinal);
        await RunAllAsync(host);
        var shown = WebUtility.HtmlDecode(await office.PageAsync(document));
        Assert.Contains("2026/LET/0001", shown, StringComparison.Ordinal);
        var pdf = await office.Http.GetByteArrayAsync(FileAddress().Match(shown).Value);
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(pdf, 0, 8), StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(pdf)), shown, StringComparison.Ordinal);
        var address = PrintedPage.QrOf(pdf);
        Assert.StartsWith(host.Services.GetRequiredService<Foundation.Settings.EntenteSettings>().PublicUrl + "check/", address, StringComparison.Ordinal);
        var check = new Uri(address!).AbsolutePath;

        // Who has the paper is told that it holds, in both languages, and nothing else.
        var answer = await public_.GetAsync(check);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var said = WebUtility.HtmlDecode(answer.Body);
        Assert.Contains(">Valid<", said, StringComparison.Ordinal);
        Assert.Contains(">有效<", said, StringComparison.Ordinal);
        Assert.Contains("noindex", said, StringComparison.Ordinal);
        foreach (var secret in new[] { "LET", "SOE-2025-07", "Delft", "Tang", "2026" }) Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        foreach (var wrong in new[] { "/check/nothing", "/check/" + new string('A', 43), check[..^1] })
        {
            var unknown = await public_.GetAsync(wrong);
            Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
            Assert.Contains(">Unknown<", unknown.Body, StringComparison.Ordinal);
        }

        // The register, the record's page, and the file are for those who see the unit.
        Assert.Contains("2026/LET/0001", await reader.PageAsync("/documents?q=delft%20soe"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("2026/LET/0001", await reader.PageAsync("/search?q=2026/LET"), StringComparison.Ordinal);
        Assert.DoesNotContain("2026/LET/0001", await elsewhere.PageAsync("/search?q=2026/LET"), StringComparison.Ordinal);
        Assert.DoesNotContain("2026/LET/0001", await elsewhere.PageAsync("/documents"), StringComparison.Ordinal);
        Assert.Contains("2026/LET/0001", await reader.PageAsync($"/agreements/{agreement.Value}"), StringComparison.Ordinal);
        Assert.Contains("2026/LET/0001", await reader.PageAsync("/documents/export?format=csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(document)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(FileAddress().Match(shown).Value)).Status);

        // Revoked with a reason, once; the paper says so from then on.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.SendAsync(document, document + "/revoke", ("reason", " "))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync("/documents", document + "/revoke", ("reason", "x"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(document, document + "/revoke", ("reason", "Sent to the wrong office."))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync("/documents", document + "/revoke", ("reason", "Again."))).Status);
        var revoked = await public_.GetAsync(check);
        Assert.Contains(">Revoked<", revoked.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong office", revoked.Body, StringComparison.Ordinal);
        Assert.Contains("Sent to the wrong office.", await reader.PageAsync(document), StringComparison.Ordinal);
        await host.InAsync(async s => Assert.Contains(
            s.GetRequiredService<LogBoard>().Lines(Viewer.System, new(null, "foundation_issued_document", null, null, null, null)), l => l.Action == "foundation.documents.revoke" && l.Changes.Contains("wrong office", StringComparison.Ordinal)));

        // A new one stands in its place, under the next number.
        var anew = WebUtility.HtmlDecode(AnewAddress().Match(await office.PageAsync(document)).Groups["to"].Value);
        Assert.Contains("2026/LET/0001", await office.PageAsync(anew), StringComparison.Ordinal);
        var second = await office.SendAsync(anew, "/documents/new", [.. fields, ("replaces", document.Split('/')[^1]), ("do", "issue")]);
        Assert.Contains("2026/LET/0001", await office.PageAsync(second.Location!), StringComparison.Ordinal);
        Assert.Contains("2026/LET/0002", await office.PageAsync(document), StringComparison.Ordinal);
    }

    private static (string, string)[] Template(string code, string en, string zh) =>
    [
        ("kind", "partners.agreement"), ("form", "Html"), ("code", code), ("name-en", "Letter confirming an agreement"), ("name-zh", "协议证明"), ("body-en", en), ("body-zh", zh),
    ];

    private static (string, string)[] Issue(Guid agreement, string template, string language) =>
    [
        ("kind", "partners.agreement"), ("key", agreement.ToString("N")), ("template", template.Split('/')[^1].Split('?')[0]), ("version", "2"), ("language", language == "zh" ? "zh-Hans" : "en"),
    ];

    /// <summary>No worker runs by itself, so that a test sees a document before its bytes are made.</summary>
    internal static void Quiet(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Entente:PublicUrl"] = "https://school.example" });
        builder.Services.WithoutWorkers();
    }

    internal static async Task RunAllAsync(RunningHost host)
    {
        while (await host.Services.GetRequiredService<JobRunner>().RunDueAsync(default) > 0)
        {
            // Until nothing is due.
        }
    }

    [GeneratedRegex("/files/[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex FileAddress();

    [GeneratedRegex("href=\"(?<to>/documents/new[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnewAddress();
}
