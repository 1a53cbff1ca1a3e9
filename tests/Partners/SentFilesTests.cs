using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Testing;

namespace Entente.Partners.Tests;

/// <summary>Who answers a questionnaire by a link fetches the files sent by it, and nobody else does.</summary>
public sealed class SentFilesTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_file_sent_by_a_link_comes_back_through_that_link_only_and_the_questionnaire_is_found(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        var (partner, _) = await host.InAsync(BalancePageTests.SignedAsync);
        await office.SendAsync(
            $"/partners/{partner}/contacts/new?side=Partner", $"/partners/{partner}/contacts/new", ("side", "Partner"), ("family", "de Vries"), ("given", "Anneke"),
            ("role", "ExchangeCoordinator"), ("title-en", "Coordinator"), ("email", "a.devries@delft.example"), ("language", "en"));
        var (first, firstPage) = await AskedAsync(office, partner.ToString(), "Housing survey");
        var (second, _) = await AskedAsync(office, partner.ToString(), "Another survey");

        using var outside = host.Browser();
        await UploadAsync(outside, first, "plan.csv", "room,beds\n1,2\n");
        var page = await outside.PageAsync(first + "?page=1");
        var file = Regex.Match(page, first + "/files/[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.NotEmpty(file);
        Assert.Equal((HttpStatusCode.OK, "room,beds\n1,2\n"), await FetchedAsync(outside, file));
        var key = file.Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync(second + "/files/" + key)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.GetAsync($"/link/{new string('x', 43)}/files/{key}")).Status);
        Assert.StartsWith("/sign-in", (await outside.GetAsync("/files/" + key)).Location, StringComparison.Ordinal);
        // A draft is nobody's but its writer's, the office's neither.
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/files/" + key)).Status);

        Assert.Equal(first + "/done", (await outside.SendAsync(first + "?page=check", first, ("version", "1"), ("token", "1"), ("page", "1"), ("do", "submit"))).Location);
        Assert.Contains(file, await outside.PageAsync(first + "/done"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await FetchedAsync(outside, file)).Item1);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/files/" + key)).Status);

        Assert.Contains(firstPage, await office.PageAsync("/search?q=housing"), StringComparison.Ordinal);
        Assert.Contains("Housing survey", await office.PageAsync("/search?q=" + Uri.EscapeDataString("住宿")), StringComparison.Ordinal);
        Assert.DoesNotContain("Housing survey", await elsewhere.PageAsync("/search?q=housing"), StringComparison.Ordinal);
    }

    private static async Task<(string Link, string Page)> AskedAsync(TestBrowser office, string partner, string title)
    {
        var form = (await office.SendAsync("/questionnaires/new", null, ("title-en", title), ("title-zh", "住宿调查"))).Location!["/forms/".Length..];
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync($"/forms/{form}/questions/new?within=s1&kind=File", null, ("token", "1"), ("label-en", "Plan"), ("label-zh", "方案"), ("megabytes", "1"), ("files-most", "1"))).Status);
        var page = (await office.SendAsync($"/forms/{form}/publish", null, ("token", "2"))).Location!;
        await office.SendAsync("/questionnaires/new", page + "/ask", ("selected", partner), ("days", "30"));
        return (Regex.Match(await office.PageAsync(page), "/link/[A-Za-z0-9_-]{43}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value, page);
    }

    private static async Task UploadAsync(TestBrowser browser, string link, string name, string text)
    {
        var sent = await browser.UploadAsync(link, null, ("q2", name, Encoding.UTF8.GetBytes(text)), ("version", "1"), ("token", "0"), ("page", "1"), ("do", "save"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
    }

    private static async Task<(HttpStatusCode, string)> FetchedAsync(TestBrowser browser, string file)
    {
        var answer = await browser.GetAsync(file);
        if (answer.Status == HttpStatusCode.OK) Assert.Equal("no-store", string.Join(',', answer.Headers.GetValues("Cache-Control")));
        return (answer.Status, answer.Body);
    }
}
