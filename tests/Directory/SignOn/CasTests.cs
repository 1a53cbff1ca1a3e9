using System.Net;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.SignOn;

/// <summary>Against a CAS server on a socket, whose answers a test may bend.</summary>
public sealed class CasTests
{
    private const string Start = "/sign-in/with/cas-0?return=%2Forganisations";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_ticket_signs_in_whom_it_names_once_and_an_unknown_one_creates_nothing(Engine engine)
    {
        await using var cas = await CasServer.StartAsync();
        await using var host = await HostAsync(engine, cas);
        var account = await host.AccountAsync("u1@campus.example", BuiltInRole.Reader);
        using var browser = host.Browser();

        var unknown = await browser.GetAsync(await OidcProvider.WayBackAsync(browser, Start, host.Address));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Contains("belongs to no account here", unknown.Body, StringComparison.Ordinal);
        Assert.Equal((0, 0), await CountAsync(host));

        await OidcTests.LinkAsync(host, account, cas.Address, "u1");
        var way = await OidcProvider.WayBackAsync(browser, Start, host.Address);
        var back = await browser.GetAsync(way);
        Assert.Equal((HttpStatusCode.Redirect, "/organisations"), (back.Status, back.Location));
        // The server was asked for exactly the address that it sent the ticket to.
        Assert.Equal(host.Address + way[..way.IndexOf("&ticket=", StringComparison.Ordinal)], cas.Asked[^1]);
        var replayed = await browser.GetAsync(way);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, replayed.Status);
        Assert.Contains("was used before", replayed.Body, StringComparison.Ordinal);
        Assert.Equal((1, 1), await CountAsync(host));
    }

    [Fact]
    public async Task A_ticket_of_another_service_or_browser_or_an_answer_that_is_none_is_refused_and_leaves_nothing()
    {
        await using var cas = await CasServer.StartAsync();
        await using var host = await HostAsync(Engine.Sqlite, cas);
        await OidcTests.LinkAsync(host, await host.AccountAsync("u1@campus.example", BuiltInRole.Reader), cas.Address, "u1");

        // Somebody runs a service of their own at the same server and brings the ticket of whoever signed in there.
        using (var browser = host.Browser())
        {
            var way = await OidcProvider.WayBackAsync(browser, Start, host.Address);
            var other = await browser.GetAsync(way[..way.IndexOf("ST-", StringComparison.Ordinal)] + cas.TicketFor("https://other.example/return"));
            Refused(other, HttpStatusCode.Unauthorized, "does not prove who you are");
        }

        using (TestBrowser browser = host.Browser(), thief = host.Browser())
        {
            Refused(await thief.GetAsync(await OidcProvider.WayBackAsync(browser, Start, host.Address)), HttpStatusCode.UnprocessableEntity, "belongs to another browser");
            Refused(await browser.GetAsync("/sign-in/return/cas-0?state=forged&ticket=ST-1"), HttpStatusCode.UnprocessableEntity, "Start the sign-in again");
        }

        const string ns = "xmlns:cas=\"http://www.yale.edu/tp/cas\"";
        foreach (var answer in new[]
        {
            "no xml at all",
            "<html><body>Welcome</body></html>",
            $"<!DOCTYPE x [<!ENTITY u \"u1\">]><cas:serviceResponse {ns}><cas:authenticationSuccess><cas:user>&u;</cas:user></cas:authenticationSuccess></cas:serviceResponse>",
            $"<cas:serviceResponse {ns}><cas:authenticationSuccess><cas:user></cas:user></cas:authenticationSuccess></cas:serviceResponse>",
            $"<cas:serviceResponse {ns}><cas:authenticationSuccess><cas:user>u1</cas:user></cas:authenticationSuccess><cas:authenticationFailure code=\"X\"/></cas:serviceResponse>",
            "<serviceResponse><authenticationSuccess><user>u1</user></authenticationSuccess></serviceResponse>",
            $"<cas:serviceResponse {ns}><cas:authenticationSuccess><cas:user>{new string('u', 300)}</cas:user></cas:authenticationSuccess></cas:serviceResponse>",
        })
        {
            using var browser = host.Browser();
            cas.Instead = answer;
            Refused(await browser.GetAsync(await OidcProvider.WayBackAsync(browser, Start, host.Address)), HttpStatusCode.Unauthorized, "does not prove who you are");
        }

        cas.Instead = null;
        cas.Hangs = true;
        using var waiting = host.Browser("zh-CN");
        Refused(await waiting.GetAsync(await OidcProvider.WayBackAsync(waiting, Start, host.Address)), HttpStatusCode.ServiceUnavailable, "目前没有响应");
        Assert.Equal((0, 1), await CountAsync(host));
    }

    [Fact]
    public async Task Where_an_attribute_names_the_person_it_is_there_exactly_once()
    {
        await using var cas = await CasServer.StartAsync();
        await using var host = await HostAsync(Engine.Sqlite, cas, ("Entente:Cas:0:Subject", "number"));
        await OidcTests.LinkAsync(host, await host.AccountAsync("u1@campus.example", BuiltInRole.Reader), cas.Address, "1001");
        using var browser = host.Browser();

        Refused(await browser.GetAsync(await OidcProvider.WayBackAsync(browser, Start, host.Address)), HttpStatusCode.Unauthorized, "does not prove who you are");
        cas.Attributes.AddRange([("number", "1001"), ("number", "1002")]);
        Refused(await browser.GetAsync(await OidcProvider.WayBackAsync(browser, Start, host.Address)), HttpStatusCode.Unauthorized, "does not prove who you are");
        cas.Attributes.RemoveAt(1);
        Assert.Equal("/organisations", (await browser.GetAsync(await OidcProvider.WayBackAsync(browser, Start, host.Address))).Location);
    }

    private static void Refused(Answer answer, HttpStatusCode status, string sentence)
    {
        Assert.Equal(status, answer.Status);
        Assert.Contains(sentence, answer.Body, StringComparison.Ordinal);
    }

    private static Task<RunningHost> HostAsync(Engine engine, CasServer cas, params (string Key, string Value)[] more) => RunningHost.StartAsync(engine, builder =>
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Entente:Cas:0:Server"] = cas.Address,
            ["Entente:Cas:0:NameEn"] = "Clear River University",
            ["Entente:Cas:0:NameZh"] = "清河大学",
            ["Entente:Cas:0:Timeout"] = "2",
        }.Concat(more.Select(m => KeyValuePair.Create(m.Key, (string?)m.Value)))));

    /// <summary>How many sessions and identities there are.</summary>
    private static Task<(int Sessions, int Identities)> CountAsync(RunningHost host) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        return (await db.Set<Session>().CountAsync(), await db.Set<ExternalIdentity>().CountAsync());
    });
}
