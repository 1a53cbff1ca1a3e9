using System.Net;
using System.Text.RegularExpressions;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Directory.Tests.SignOn;

public sealed class IdentityTests
{
    private const string Page = "/account/identities";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_person_links_an_identity_after_proving_oneself_and_unlinks_all_but_the_last_way_in(Engine engine)
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var host = await OidcTests.HostAsync(engine, provider);
        var account = await host.AccountAsync("lin@example.edu", BuiltInRole.Coordinator);
        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        using TestBrowser browser = host.Browser(), other = host.Browser();
        await browser.SignInAsync("lin@example.edu", RunningHost.Password);
        await provider.WhoAsync("s1");

        // The session is eleven minutes old: the password is asked for again, and no way leads out before.
        host.Clock.Move(Duration.FromMinutes(11));
        Assert.DoesNotContain("/sign-in/with/campus", await browser.PageAsync(Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(Page, Page + "/prove", ("current", "not the password"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(Page, Page + "/prove", ("current", RunningHost.Password))).Status);
        var link = LinkOn(await browser.PageAsync(Page));
        Assert.Equal(Page, (await browser.GetAsync("/sign-in/with/campus?link=forged")).Location);
        Assert.Equal(Page, (await other.GetAsync(link)).Location);

        var way = await OidcProvider.WayBackAsync(browser, link, host.Address);
        Assert.Equal(Page + "?done=linked", (await browser.GetAsync(way)).Location);
        Assert.Contains("s1@campus", await browser.PageAsync(Page), StringComparison.Ordinal);
        Assert.Contains("Clear River University · s1@campus", await operators.PageAsync($"/accounts/{account}"), StringComparison.Ordinal);
        var logged = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<LogEntry>().Where(l => l.Kind == "directory_external_identity").SingleAsync());
        Assert.Equal(("directory.account.identity", account.Value), (logged.Action, logged.Actor!.Value));
        Assert.DoesNotContain("s1", logged.Changes, StringComparison.Ordinal);

        // The same identity cannot be linked to a second account.
        await host.AccountAsync("wu@example.edu", BuiltInRole.Reader);
        await other.SignInAsync("wu@example.edu", RunningHost.Password);
        var taken = await other.GetAsync(await OidcProvider.WayBackAsync(other, LinkOn(await other.PageAsync(Page)), host.Address));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Contains("belongs to another account here", taken.Body, StringComparison.Ordinal);

        var remove = Regex.Match(await browser.PageAsync(Page), "/account/identities/[0-9a-f]+/remove", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync(Page, remove)).Status);
        await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Account>().ViewerNamed().Where(a => a.Id == account)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.PasswordHash, (string?)null)));
        var last = await browser.SendAsync(Page, remove);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, last.Status);
        Assert.Contains("last way into your account", last.Body, StringComparison.Ordinal);
        await OidcTests.LinkAsync(host, account, provider.Address, "s2");
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(Page, remove)).Status);
        Assert.Equal(["s2"], await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<ExternalIdentity>().Select(i => i.Subject).ToListAsync()));

        host.Clock.Move(Duration.FromMinutes(11));
        Assert.Contains("Sign out and sign in again", await browser.PageAsync(Page), StringComparison.Ordinal);
    }

    private static string LinkOn(string page) =>
        WebUtility.HtmlDecode(Regex.Match(page, "href=\"(?<way>/sign-in/with/campus[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["way"].Value);
}
