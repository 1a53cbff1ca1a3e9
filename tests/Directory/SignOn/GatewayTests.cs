using System.Net;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.SignOn;

/// <summary>An OAuth 2.0 gateway as CARSI's, against a real authorization server (npm oidc-provider).</summary>
public sealed class GatewayTests
{
    private const string Start = "/sign-in/with/carsi?return=%2Forganisations";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task It_signs_in_whom_its_answer_names_and_an_unknown_one_creates_nothing(Engine engine)
    {
        await using var gateway = await OidcProvider.StartAsync();
        await using var host = await HostAsync(engine, gateway, "person.number");
        var account = await host.AccountAsync("s1@campus.example", BuiltInRole.Reader);
        await gateway.WhoAsync("s1");
        using TestBrowser browser = host.Browser(), thief = host.Browser();

        var unknown = await browser.GetAsync(await OidcProvider.WayBackAsync(browser, Start, host.Address));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Contains("belongs to no account here", unknown.Body, StringComparison.Ordinal);
        Assert.Equal((0, 0), await CountAsync(host));

        await OidcTests.LinkAsync(host, account, gateway.Address, "n-s1");
        var way = await OidcProvider.WayBackAsync(browser, Start, host.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.GetAsync(way)).Status);
        Assert.Equal("/organisations", (await browser.GetAsync(way)).Location);
        Assert.Contains("was used before", (await browser.GetAsync(way)).Body, StringComparison.Ordinal);
        Assert.Equal((1, 1), await CountAsync(host));
    }

    [Fact]
    public async Task An_answer_without_the_subject_a_code_of_nobody_or_a_refusal_leaves_nothing()
    {
        await using var gateway = await OidcProvider.StartAsync();
        await using var host = await HostAsync(Engine.Sqlite, gateway, "data.user.id");
        await OidcTests.LinkAsync(host, await host.AccountAsync("s1@campus.example", BuiltInRole.Reader), gateway.Address, "s1");
        await gateway.WhoAsync("s1");
        using TestBrowser browser = host.Browser(), forging = host.Browser(), turning = host.Browser("zh-CN");

        var nameless = await browser.GetAsync(await OidcProvider.WayBackAsync(browser, Start, host.Address));
        Assert.Equal(HttpStatusCode.Unauthorized, nameless.Status);
        Assert.Contains("does not prove who you are", nameless.Body, StringComparison.Ordinal);

        var way = await OidcProvider.WayBackAsync(forging, Start, host.Address);
        var forged = await forging.GetAsync(System.Text.RegularExpressions.Regex.Replace(way, "code=[^&]+", "code=forged", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(HttpStatusCode.Unauthorized, forged.Status);

        await gateway.WhoAsync(null);
        Assert.Contains("登录在对方页面被取消", (await turning.GetAsync(await OidcProvider.WayBackAsync(turning, Start, host.Address))).Body, StringComparison.Ordinal);
        Assert.Equal((0, 1), await CountAsync(host));
    }

    private static async Task<RunningHost> HostAsync(Engine engine, OidcProvider gateway, string subject)
    {
        var host = await RunningHost.StartAsync(engine, builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Entente:Gateway:0:Id"] = "carsi",
            ["Entente:Gateway:0:NameEn"] = "CARSI",
            ["Entente:Gateway:0:Authorize"] = gateway.Address + "/auth",
            ["Entente:Gateway:0:Token"] = gateway.Address + "/token",
            ["Entente:Gateway:0:UserInfo"] = gateway.Address + "/me",
            ["Entente:Gateway:0:ClientId"] = OidcProvider.ClientId,
            ["Entente:Gateway:0:ClientSecret"] = OidcProvider.ClientSecret,
            ["Entente:Gateway:0:Scopes"] = "openid",
            ["Entente:Gateway:0:Subject"] = subject,
        }));
        await gateway.ServeAsync(host.Address, "/sign-in/return/carsi");
        return host;
    }

    /// <summary>How many sessions and identities there are.</summary>
    private static Task<(int Sessions, int Identities)> CountAsync(RunningHost host) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        return (await db.Set<Session>().CountAsync(), await db.Set<ExternalIdentity>().CountAsync());
    });
}
