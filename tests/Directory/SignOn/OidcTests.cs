using System.Net;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.SignOn;

/// <summary>Against a real provider (npm oidc-provider), over HTTP, with its real keys.</summary>
public sealed class OidcTests
{
    private const string Start = "/sign-in/with/campus?return=%2Forganisations";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_linked_identity_signs_in_and_out_an_unknown_one_creates_nothing(Engine engine)
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await HostAsync(engine, provider);
        var account = await host.AccountAsync("s1@campus.example", BuiltInRole.Coordinator);
        using var browser = host.Browser();
        Assert.Contains("Sign in by Clear River University", await browser.PageAsync("/sign-in"), StringComparison.Ordinal);

        // The mail address of the account is what the provider says, and still nothing is linked by it.
        await provider.WhoAsync("s1");
        var unknown = await browser.GetAsync(await OidcProvider.WayBackAsync(browser, Start, host.Address));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Contains("belongs to no account here", unknown.Body, StringComparison.Ordinal);
        Assert.Equal((0, 0, 1), await CountAsync(host));

        await LinkAsync(host, account, provider.Address, "s1");
        var back = await browser.GetAsync(await OidcProvider.WayBackAsync(browser, Start, host.Address));
        Assert.Equal((HttpStatusCode.Redirect, "/organisations"), (back.Status, back.Location));
        Assert.Contains("<h1", await browser.PageAsync("/organisations"), StringComparison.Ordinal);
        Assert.Contains("university identity", await browser.PageAsync("/account"), StringComparison.Ordinal);
        Assert.Equal("s1@campus", await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<ExternalIdentity>().Select(i => i.Label).SingleAsync()));

        var left = await browser.SendAsync("/organisations", "/sign-out");
        Assert.Equal((HttpStatusCode.SeeOther, "/signed-out/campus"), (left.Status, left.Location));
        var page = await browser.GetAsync("/signed-out/campus");
        var there = page.Headers.GetValues("Refresh").Single()["0; url=".Length..];
        Assert.StartsWith(provider.Address + "/session/end", there, StringComparison.Ordinal);
        using var taken = await browser.Http.GetAsync(there);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/organisations")).Status);
    }

    [Fact]
    public async Task An_answer_that_does_not_prove_what_it_says_is_refused_logged_and_leaves_nothing()
    {
        var log = new LogSink();
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await HostAsync(Engine.Sqlite, provider, builder => builder.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(log));
        await LinkAsync(host, await host.AccountAsync("s1@campus.example", BuiltInRole.Coordinator), provider.Address, "s1");
        await provider.WhoAsync("s1");

        foreach (var lie in new[] { "issuer", "audience", "nonce", "expired", "key" })
        {
            using var browser = host.Browser();
            await provider.LieAsync(lie);
            var answer = await browser.GetAsync(await OidcProvider.WayBackAsync(browser, Start, host.Address));
            Assert.Equal((lie, HttpStatusCode.Unauthorized), (lie, answer.Status));
            Assert.Contains("does not prove who you are", answer.Body, StringComparison.Ordinal);
        }

        using var other = host.Browser("zh-CN");
        var way = await OidcProvider.WayBackAsync(other, Start, host.Address);
        var mixed = await other.GetAsync(way.Replace(Uri.EscapeDataString(provider.Address), Uri.EscapeDataString("https://other.example"), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Unauthorized, mixed.Status);
        Assert.Contains("无法证明您的身份", mixed.Body, StringComparison.Ordinal);
        Assert.Equal(6, log.Lines.Count(l => l.Contains("campus was refused: Untrusted", StringComparison.Ordinal)));
        Assert.Equal((0, 1, 1), await CountAsync(host));
    }

    [Fact]
    public async Task An_answer_counts_once_in_the_browser_that_asked_and_a_way_turned_back_on_is_said()
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await HostAsync(Engine.Sqlite, provider);
        await LinkAsync(host, await host.AccountAsync("s1@campus.example", BuiltInRole.Coordinator), provider.Address, "s1");
        await provider.WhoAsync("s1");
        using TestBrowser browser = host.Browser(), thief = host.Browser(), turning = host.Browser();

        var way = await OidcProvider.WayBackAsync(browser, Start, host.Address);
        var stolen = await thief.GetAsync(way);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stolen.Status);
        Assert.Contains("belongs to another browser", stolen.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(way)).Status);
        var replayed = await browser.GetAsync(way);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, replayed.Status);
        Assert.Contains("was used before", replayed.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.GetAsync("/sign-in/return/campus?code=x&state=y")).Status);

        await provider.WhoAsync(null);
        var cancelled = await turning.GetAsync(await OidcProvider.WayBackAsync(turning, Start, host.Address));
        Assert.Contains("the sign-in was cancelled there", cancelled.Body, StringComparison.Ordinal);
        Assert.Equal((1, 1, 1), await CountAsync(host));
    }

    [Fact]
    public async Task A_default_provider_is_gone_to_at_once_and_one_that_is_silent_is_said()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, builder => builder.Configuration.AddInMemoryCollection(
            Settings("http://127.0.0.1:9", ("Entente:Oidc:0:Default", "true"))));
        using var browser = host.Browser();

        var asked = await browser.GetAsync("/organisations");
        Assert.Equal("/sign-in?return=%2Forganisations", asked.Location);
        Assert.Equal(Start, (await browser.GetAsync(asked.Location!)).Location);
        var silent = await browser.GetAsync(Start);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, silent.Status);
        Assert.Contains("does not answer at the moment", silent.Body, StringComparison.Ordinal);
        Assert.Contains("Password", await browser.PageAsync("/sign-in"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Entente:Oidc:0:Authority", "http://campus.example", "Entente__Oidc__0__Authority")]
    [InlineData("Entente:Oidc:0:ClientId", "", "Entente__Oidc__0__ClientId")]
    [InlineData("Entente:Oidc:0:Default", "perhaps", "Entente__Oidc__0__Default")]
    [InlineData("Entente:Cas:0:Server", "ftp://campus.example", "Entente__Cas__0__Server")]
    public void A_wrong_setting_is_named(string key, string value, string named)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings("https://campus.example", ("Entente:Cas:0:NameEn", "CAS"), ("Entente:Cas:0:Server", "https://cas.example"), (key, value))).Build();
        var wrong = Assert.Throws<Foundation.Settings.SettingException>(() => new Directory.SignOn.Providers(configuration));
        Assert.Equal(named, wrong.Setting);
    }

    internal static Dictionary<string, string?> Settings(string authority, params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Entente:Oidc:0:Id"] = "campus",
            ["Entente:Oidc:0:Authority"] = authority,
            ["Entente:Oidc:0:ClientId"] = OidcProvider.ClientId,
            ["Entente:Oidc:0:ClientSecret"] = OidcProvider.ClientSecret,
            ["Entente:Oidc:0:NameEn"] = "Clear River University",
            ["Entente:Oidc:0:NameZh"] = "清河大学",
        };
        foreach (var (key, value) in more) settings[key] = value;
        return settings;
    }

    internal static async Task<RunningHost> HostAsync(Engine engine, OidcProvider provider, Action<WebApplicationBuilder>? adjust = null)
    {
        var host = await RunningHost.StartAsync(engine, builder =>
        {
            builder.Configuration.AddInMemoryCollection(Settings(provider.Address));
            adjust?.Invoke(builder);
        });
        await provider.ServeAsync(host.Address, "/sign-in/return/campus");
        return host;
    }

    internal static Task LinkAsync(RunningHost host, AccountId account, string issuer, string subject) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        db.Add(new ExternalIdentity { AccountId = account, Issuer = issuer, Subject = subject, LinkedAt = db.Write.Now });
        await db.SaveChangesAsync();
    });

    /// <summary>How many sessions, identities and accounts there are.</summary>
    private static Task<(int Sessions, int Identities, int Accounts)> CountAsync(RunningHost host) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        return (await db.Set<Session>().CountAsync(), await db.Set<ExternalIdentity>().CountAsync(),
            await db.Set<LogEntry>().Where(l => l.Kind == "directory_account").Select(l => l.Record).Distinct().CountAsync());
    });
}
