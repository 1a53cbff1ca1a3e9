using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Safeguards.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

/// <summary>Obligations are found by a text, and noted by hand as met: with a sentence, a file, or both.</summary>
public sealed partial class ReceiptTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_obligation_is_found_by_text_and_noted_as_done_with_what_shows_it(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var unit = await host.InAsync(s => TestAccounts.UnitAsync(s, "SOE"));
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var dean = await host.SignedInAsync(BuiltInRole.Dean, "SOE");
        using var stranger = await host.SignedInAsync(BuiltInRole.Coordinator, "ART");
        await OweAsync(host, unit, "", new("The women's & men's report", "“青岛”双边报告"));
        await OweAsync(host, unit, "2", new("Filing of the letter", "函件备案"));

        foreach (var text in new[] { "women's & men", "REPORT", "青岛", "“青岛”双边" })
        {
            var list = await office.PageAsync("/obligations?q=" + WebUtility.UrlEncode(text));
            Assert.Contains("One obligation", list);
            Assert.DoesNotContain("Filing", list);
        }

        Assert.DoesNotMatch(Owed(), await stranger.PageAsync("/obligations?whose=all&q=report"));
        var owed = Owed().Match(await office.PageAsync("/obligations?q=report")).Value;
        var fulfil = owed + "/fulfil";
        Assert.Contains(fulfil, await office.PageAsync(owed));
        Assert.DoesNotContain(fulfil, await dean.PageAsync(owed));
        Assert.Equal(HttpStatusCode.NotFound, (await dean.SendAsync(owed, fulfil, ("receipt", "x"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync("/obligations", fulfil, ("receipt", "x"))).Status);

        var nothing = await office.SendAsync(owed, fulfil, ("receipt", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Write what shows it, or hand in a file.", nothing.Body);
        var (status, body) = await SendAsync(office, owed, "Sent on 3 March.", "tool.exe", "MZ"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Sent on 3 March.", body);
        Assert.Contains("field-evidence-error", body);
        Assert.Equal(ObligationState.Open, (await ReadAsync(host)).State);

        (status, _) = await SendAsync(office, owed, "", "confirmation.pdf", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray());
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var done = await ReadAsync(host);
        Assert.Equal((ObligationState.Fulfilled, "confirmation.pdf"), (done.State, done.Receipt));
        Assert.NotNull(done.ClosedById);
        var page = await dean.PageAsync(owed);
        Assert.Matches("coordinator-[0-9a-f]+, 12 Mar 2026", page);
        var file = FileAddress().Match(page).Value;
        Assert.Equal(HttpStatusCode.OK, (await dean.GetAsync(file)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(file)).Status);
        Assert.Contains("report", await office.PageAsync("/obligations?state=done&q=confirmation"), StringComparison.Ordinal);
        var desk = await office.PageAsync("/desk");
        Assert.DoesNotContain("report", desk[..desk.IndexOf("class=\"desk-news\"", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync(owed, fulfil, ("receipt", "again"))).Status);
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(TestBrowser browser, string owed, string note, string name, byte[] bytes)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(TestBrowser.TokenIn(await browser.PageAsync(owed))), "__RequestVerificationToken" },
            { new StringContent(note), "receipt" },
            { new ByteArrayContent(bytes), "evidence", name },
        };
        using var answer = await browser.Http.PostAsync(owed + "/fulfil", content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static Task<Obligation> ReadAsync(RunningHost host) => host.InAsync(s =>
        s.GetRequiredService<AppDbContext>().Set<Obligation>().VisibleTo(Viewer.System).AsNoTracking().SingleAsync(o => o.Instance == ""));

    private static Task OweAsync(RunningHost host, UnitId unit, string instance, LocalizedText title) => host.InAsync(async s =>
    {
        await s.GetRequiredService<IObligations>().OweAsync(
            new(TestRoom.Agreement, "test.report", instance, BuiltInRole.Coordinator, unit, null, title, "/x", new(2026, 3, 20), new(2026, 3, 1)), CancellationToken.None);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    [GeneratedRegex("/obligations/[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Owed();

    [GeneratedRegex("/files/[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex FileAddress();
}
