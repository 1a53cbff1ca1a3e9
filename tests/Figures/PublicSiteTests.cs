using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Entente.Foundation.Data;
using Entente.Figures.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Figures.Tests;

/// <summary>The public site over the demonstration school, as a browser without JavaScript, a reader of feeds and a robot meet it.</summary>
public sealed class PublicSiteTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Everybody_reads_the_same_page_until_a_record_changes(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var browser = host.Browser();

        var english = await browser.GetAsync("/en");
        Assert.Equal(HttpStatusCode.OK, english.Status);
        Assert.Contains(">36</a> agreements in force", english.Body, StringComparison.Ordinal);
        Assert.Contains("Pennsylvania State University, Georgia Institute of Technology, University of Waterloo", english.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("{fig:", english.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("lectured here", english.Body, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", english.Body, StringComparison.Ordinal);
        Assert.False(english.Headers.Contains("Set-Cookie"));
        Assert.Contains("有效协议", await browser.PageAsync("/zh"), StringComparison.Ordinal);

        var tag = english.Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync(browser, "/en", tag));
        await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            (await db.Set<SiteSetting>().SingleAsync()).Name = new("School of Rivers", "河流学院");
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync(browser, "/en", tag));
        Assert.Contains("School of Rivers", await browser.PageAsync("/en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_draws_who_went_either_way_and_says_it_in_a_table()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, demo: true);
        using var browser = host.Browser();

        var page = await browser.PageAsync("/en");
        Assert.Contains("<path class=\"map-flow\" stroke-width=\"5\"", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" class=\"numeric\">Sent and received in five years</th>", page, StringComparison.Ordinal);
        Assert.Contains("近五学年派出与接收人数", await browser.PageAsync("/zh/partners"), StringComparison.Ordinal);

        await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            (await db.Set<SiteSetting>().SingleAsync()).Latitude = null;
            await db.SaveChangesAsync();
        });
        var placeless = await browser.PageAsync("/en");
        Assert.DoesNotContain("map-flow", placeless, StringComparison.Ordinal);
        Assert.DoesNotContain("Sent and received", placeless, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_read_figures_partners_feed_and_sitemap()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, demo: true);
        using var browser = host.Browser();

        using var figure = JsonDocument.Parse(await browser.PageAsync("/en/figures/partners.agreements.active.json"));
        Assert.Equal((36, 36), (figure.RootElement.GetProperty("value").GetInt32(), figure.RootElement.GetProperty("records").GetInt32()));
        using var atEnd = JsonDocument.Parse(await browser.PageAsync("/en/figures/partners.agreements.active.json?asOf=2024-12-31"));
        using var frozen = JsonDocument.Parse(await browser.PageAsync("/en/figures/partners.agreements.active/vintages/5.json"));
        Assert.Equal("restated", frozen.RootElement.GetProperty("status").GetString());
        Assert.NotEqual(36, atEnd.RootElement.GetProperty("value").GetInt32());

        using var partners = JsonDocument.Parse(await browser.PageAsync("/en/data/partners.json"));
        Assert.Equal(31, partners.RootElement.GetProperty("partners").GetArrayLength());
        Assert.Equal("04p491231", partners.RootElement.GetProperty("partners")[0].GetProperty("ror").GetString());
        var csv = (await browser.PageAsync("/zh/data/figures.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([0xEF, 0xBB, 0xBF], (await browser.Http.GetByteArrayAsync("/zh/data/figures.csv"))[..3]);
        Assert.StartsWith("id,version,name_en,name_zh,value,unit", csv[0], StringComparison.Ordinal);
        Assert.Contains(csv, line => line.StartsWith("partners.partners.active,1,", StringComparison.Ordinal));

        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await browser.PageAsync("/en/feed.xml"));
        var entries = feed.Root!.Elements(atom + "entry").ToList();
        Assert.Equal(entries.Count, entries.Select(e => e.Element(atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(entries, e => e.Element(atom + "title")!.Value.Contains("corrected to", StringComparison.Ordinal));

        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var addresses = XDocument.Parse(await browser.PageAsync("/sitemap.xml")).Root!.Elements(map + "url").Select(u => new Uri(u.Element(map + "loc")!.Value).AbsolutePath).ToList();
        Assert.Contains("/zh/figures/partners.countries.active", addresses);
        foreach (var address in addresses.Where((_, i) => i % 9 == 0)) Assert.Equal((address, HttpStatusCode.OK), (address, (await browser.GetAsync(address)).Status));
        Assert.Contains("Sitemap: ", await browser.PageAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_date_is_answered_with_what_to_change()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        using var browser = host.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/en/figures/partners.agreements.active?asOf=2999-01-01")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/en/figures/partners.agreements.active.json?asOf=tomorrow")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/en/figures/no.such.figure")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/en/figures/partners.agreements.active/vintages/1")).Status);
    }

    private static async Task<HttpStatusCode> AskAgainAsync(TestBrowser browser, string address, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await browser.Http.SendAsync(request);
        return response.StatusCode;
    }
}
