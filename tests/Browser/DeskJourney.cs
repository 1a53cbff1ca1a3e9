using System.Text;
using System.Text.RegularExpressions;
using Entente.Browser.Tests.Kit;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Entente.Browser.Tests;

/// <summary>
/// A coordinator briefs the dean before a delegation, writes to twelve partners and sees who answered; a partner corrects a deadline by a link; a letter is
/// issued, checked by its QR code and revoked; an operator backs up, loses the machine, restores on PostgreSQL with two nodes and finds every figure equal.
/// </summary>
public sealed partial class DeskJourney(BrowserFixture browser) : IDisposable
{
    private const string Password = "clear-river-2026";
    private const int Partners = 12;
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("entente-desk-");

    [Theory]
    [MemberData(nameof(Stages.All), MemberType = typeof(Stages))]
    public async Task An_office_works_with_its_partners_for_a_day(string language, Engine engine)
    {
        await using var sink = SmtpSink.Start();
        await using var journey = await Journey.BeginAsync(browser, language, engine, builder => builder.Configuration["Entente:Smtp"] = sink.Address, demo: true);
        await journey.SignInAsync("tang.yuan@qinghe.example", Password);
        var partners = await PartnersAsync(journey);

        await BriefAsync(journey, partners[0]);
        await WriteToAllAsync(journey, sink, partners);
        await CorrectADeadlineAsync(journey, sink, partners[0]);
        await IssueAndRevokeAsync(journey);
        await RestoreElsewhereAsync(journey);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task BriefAsync(Journey journey, string partner)
    {
        await journey.OpenAsync("/partners/" + partner);
        await journey.Page.Locator("a[href$='/briefing']").First.ClickAsync();
        await journey.Page.AssertAccessibleAsync();
        var dean = await journey.SomebodyElseAsync();
        await journey.SignInAsync(dean, "lu.jingxing@qinghe.example", Password);
        await dean.GotoAsync($"{journey.Address}/partners/{partner}/briefing");
        var said = await dean.Locator("main").InnerTextAsync();
        foreach (var key in new[] { "briefing.points", "briefing.agreements" }.Where(k => journey.Texts.Has(k))) Assert.Contains(journey.T(key), said, StringComparison.Ordinal);
        await dean.Context.CloseAsync();
    }

    private static async Task WriteToAllAsync(Journey journey, SmtpSink sink, IReadOnlyList<string> partners)
    {
        await journey.OpenAsync("/partners");
        foreach (var partner in partners) await journey.Page.Locator($"input[type=checkbox][value='{partner}' i]").CheckAsync();
        await journey.Button("letters.write").ClickAsync();
        await journey.Field("subject-en").FillAsync("Our visit in May");
        await journey.Field("subject-zh").FillAsync("五月来访");
        await journey.Field("body-en").FillAsync("Which week suits you?");
        await journey.Field("body-zh").FillAsync("哪一周合适？");
        await journey.Button("letters.save").ClickAsync();
        await journey.Page.AssertAccessibleAsync();
        var letter = new Uri(journey.Page.Url).AbsolutePath;
        await journey.Page.Locator("details.confirm summary").First.ClickAsync();
        await journey.Page.SendAsync("details.confirm[open] button[type=submit]");
        await Until.TrueAsync(() => Task.FromResult(sink.Mails().Count(m => m.Subject is "Our visit in May" or "五月来访") == Partners));

        // One of them answers; the letter says who did.
        var asked = sink.Mails().First(m => m.Subject is "Our visit in May" or "五月来访");
        var answer = $"From: {asked.To}\r\nTo: office@qinghe.example\r\nSubject: Re: {(asked.Subject == "五月来访" ? "visit" : asked.Subject)}\r\nDate: Thu, 12 Mar 2026 09:00:00 +0800\r\n"
            + $"Message-ID: <answer-1@partner.example>\r\nIn-Reply-To: <{asked.MessageId}>\r\n\r\nThe second week suits us.\r\n";
        await journey.OpenAsync(letter);
        await journey.Page.Locator("details.letter-drop summary").ClickAsync();
        await journey.Field("file").SetInputFilesAsync(new FilePayload { Name = "answer.eml", MimeType = "message/rfc822", Buffer = Encoding.UTF8.GetBytes(answer) });
        await journey.Page.SendAsync("details.letter-drop button[type=submit]", file: true);
        await journey.OpenAsync(letter);
        Assert.Equal(Partners - 1, await journey.Page.GetByText(journey.T("letters.no-answer"), new() { Exact = true }).CountAsync());
        await journey.PhotographAsync("desk-letter");
    }

    private static async Task CorrectADeadlineAsync(Journey journey, SmtpSink sink, string partner)
    {
        await journey.OpenAsync($"/partners/{partner}/fact-sheet");
        await journey.Page.Locator("details.fact-ask summary").ClickAsync();
        await journey.Button("facts.ask.send").ClickAsync();
        string? path = null;
        await Until.TrueAsync(() => Task.FromResult((path = sink.Mails().Select(m => LinkPath().Match(m.TextBody ?? "").Value).LastOrDefault(l => l.Length > 0)) is not null));

        // Outside, without an account: what stands is corrected, signed and sent.
        var outside = await journey.SomebodyElseAsync();
        await outside.GotoAsync(journey.Address + path);
        await outside.AssertAccessibleAsync();
        await outside.Locator("input[type=date]").First.FillAsync("2026-04-20");
        await outside.Locator("[name=signed]").FillAsync("Partner Coordinator");
        await outside.Locator("[name=agree]").CheckAsync();
        await outside.SendAsync("main button[type=submit].btn-primary");
        await outside.Context.CloseAsync();

        // Inside it counts once it was looked at.
        await journey.OpenAsync($"/partners/{partner}/fact-sheet");
        await journey.Page.Locator("details.confirm summary").First.ClickAsync();
        await journey.Page.SendAsync("details.confirm[open] button[type=submit]");
        await journey.OpenAsync($"/partners/{partner}/fact-sheet");
        Assert.Contains(journey.T("facts.counts"), await journey.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await journey.Page.AssertAccessibleAsync();
    }

    private static async Task IssueAndRevokeAsync(Journey journey)
    {
        var page = journey.Page;
        await journey.OpenAsync("/agreements?state=Active");
        await page.Locator("a.list-open").First.ClickAsync();
        await page.Locator("a[href^='/documents/new']").First.ClickAsync();
        await journey.Button("documents.issue.do").ClickAsync();
        await page.WaitForURLAsync(new Regex("/documents/[0-9a-fA-F-]{32,36}", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Until.TrueAsync(async () =>
        {
            await page.ReloadAsync();
            return await page.Locator("a[href^='/files/']").CountAsync() == 1;
        });
        var file = await page.Locator("a[href^='/files/']").GetAttributeAsync("href");
        var paper = await (await journey.Context.APIRequest.GetAsync(journey.Address + file)).BodyAsync();
        var check = new Uri(PrintedPage.QrOf(paper)!).AbsolutePath;

        var outside = await journey.SomebodyElseAsync();
        await outside.GotoAsync(journey.Address + check);
        Assert.Contains("Valid", await outside.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await journey.Page.Locator("details.confirm summary").First.ClickAsync();
        await journey.Field("reason").FillAsync("Sent to the wrong office.");
        await journey.Page.SendAsync("details.confirm[open] button[type=submit]");
        await outside.ReloadAsync();
        Assert.Contains("Revoked", await outside.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await outside.AssertAccessibleAsync();
        await outside.Context.CloseAsync();
    }

    private async Task RestoreElsewhereAsync(Journey journey)
    {
        string[] figures = ["figures", "--as-of", "2026-03-12"];
        var before = await Product.RunAsync(figures, journey.Host.Environment);
        var backup = Path.Combine(folder.FullName, "night.backup");
        Assert.Equal(0, (await Product.RunAsync(["backup", backup, "--with-keys"], journey.Host.Environment)).Code);

        await using var database = await TestDatabase.BareAsync();
        (string, string)[] settings =
        [
            ("Entente__Database", database.Connection), ("Entente__Files", Path.Combine(folder.FullName, "files")), ("Entente__Keys", Path.Combine(folder.FullName, "keys")),
            ("Entente__Urls", "http://127.0.0.1:0"), ("Entente__Demo", "false"),
        ];
        var restored = await Product.RunAsync(["restore", backup], settings);
        Assert.True(restored.Code == 0, restored.Output);
        Assert.Equal(before, await Product.RunAsync(figures, settings));

        await using var first = await Product.StartAsync(settings);
        await using var second = await Product.StartAsync(settings);
        await using var balancer = await Balancer.StartAsync(await first.ListensAsync(), await second.ListensAsync());
        var page = await journey.SomebodyElseAsync();
        await page.GotoAsync(balancer.Address + "/sign-in?return=%2Fdesk");
        await page.Locator("input[name=email]").FillAsync("tang.yuan@qinghe.example");
        await page.Locator("input[name=password]").FillAsync(Password);
        await page.Locator("main button[type=submit].btn-primary").ClickAsync();
        await page.WaitForURLAsync(balancer.Address + "/desk");
        await page.GotoAsync(balancer.Address + "/figures/partners.agreements.active");
        Assert.All(balancer.Answered, answered => Assert.True(answered > 0));
        await page.Context.CloseAsync();
    }

    /// <summary>Partners with somebody on their side who has an address, as the list's boxes name them.</summary>
    private static Task<List<string>> PartnersAsync(Journey journey) => journey.Host.InAsync(async s =>
    {
        var keys = await s.GetRequiredService<AppDbContext>().Database.SqlQuery<Guid>(
            $"""SELECT DISTINCT "OrganisationId" AS "Value" FROM partners_contact WHERE "Side" = 'Partner' AND "Email" IS NOT NULL AND "Until" IS NULL ORDER BY 1 LIMIT {Partners}""").ToListAsync();
        return keys.ConvertAll(k => k.ToString());
    });

    [GeneratedRegex("/link/[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex LinkPath();
}
