using System.Net;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.Organisations;

public sealed class OrganisationPagesTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_coordinator_adds_finds_edits_ends_and_reopens(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var browser = await host.SignedInAsync();
        Assert.Contains("No organisation yet.", await browser.PageAsync("/organisations"), StringComparison.Ordinal);

        var empty = await browser.SendAsync("/organisations/new", null, ("name-en", ""), ("country", "XX"), ("ror", "0nonsense"), ("latitude", "95"), ("website", "javascript:alert(1)"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        foreach (var sentence in new[] { "Enter the name in at least one language.", "“0nonsense” is no ROR identifier.", "Enter a number of degrees up to 90", "begins with https://" })
            Assert.Contains(sentence, empty.Body, StringComparison.Ordinal);

        var first = await AddAsync(browser, "Ocean University of Bergen", "卑尔根海洋大学", "NO", "Bergen", "OUB");
        var alike = await browser.SendAsync("/organisations/new", null, ("name-en", "Ocean Univ. of Bergen"), ("country", "NO"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alike.Status);
        Assert.Contains($"href=\"{first}\"", alike.Body, StringComparison.Ordinal);
        var second = await AddAsync(browser, "Ocean Univ. of Bergen", "", "NO", "", "", ("distinct", "true"));

        foreach (var text in new[] { "海洋", "oub", "bergen oc" })
            Assert.Contains($"href=\"{first}\"", await browser.PageAsync("/organisations?q=" + Uri.EscapeDataString(text)), StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{first}\"", await browser.PageAsync("/organisations?q=oub&country=SE"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(first + "/edit", null, ("name-en", "Marine University of Bergen"), ("name-zh", "卑尔根海洋大学"), ("country", "NO"), ("types", "Education"), ("latitude", "60.4"), ("longitude", "5.3"))).Status);
        var page = await browser.PageAsync(first);
        foreach (var part in new[] { "Marine University of Bergen", "OUB", "no longer stated", "university or school", "Edited", "/partners/" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(first + "/edit", null, ("name-en", "X"), ("country", "NO"), ("version", "1"))).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(first + "/end", null, ("successor", second[^32..]))).Status);
        Assert.Contains("Followed by", await browser.PageAsync(first), StringComparison.Ordinal);
        var circle = await browser.SendAsync(second + "/end", null, ("successor", first[^32..]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, circle.Status);
        Assert.Contains("is itself followed by this organisation", circle.Body, StringComparison.Ordinal);
        Assert.Contains($"href=\"{first}\"", await browser.PageAsync("/organisations?status=Inactive"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(first, first + "/reopen")).Status);
        Assert.DoesNotContain("Followed by", await browser.PageAsync(first), StringComparison.Ordinal);
        Assert.Equal(1, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<OrganisationRelation>().CountAsync(r => r.WithdrawnAt != null)));

        Assert.Contains($"href=\"{first}\"", await browser.PageAsync("/search?q=" + Uri.EscapeDataString("卑尔根")), StringComparison.Ordinal);
        Assert.Contains("Organisations", await browser.PageAsync("/search?fragment=1&q=organis"), StringComparison.Ordinal);
        Assert.Contains("Marine University of Bergen", await browser.PageAsync("/organisations/export?format=csv&q=marine"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/organisations/" + Guid.CreateVersion7().ToString("N"))).Status);
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(first + "/edit")).Status);
        Assert.DoesNotContain("/edit", await reader.PageAsync(first), StringComparison.Ordinal);
    }

    private static async Task<string> AddAsync(TestBrowser browser, string en, string zh, string country, string city, string names, params (string, string)[] more)
    {
        var answer = await browser.SendAsync("/organisations/new", null, [("name-en", en), ("name-zh", zh), ("country", country), ("city-en", city), ("names", names), .. more]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        return answer.Location!;
    }
}
