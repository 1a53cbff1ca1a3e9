using System.Net;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

public sealed class DeskPageTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_desk_shows_what_waits_and_an_obligation_is_handed_to_somebody(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var unit = await host.InAsync(s => TestAccounts.UnitAsync(s, "SOE"));
        var subject = new RecordRef("test.report", Guid.CreateVersion7());
        await host.AccountAsync("lin@example.edu", BuiltInRole.Coordinator, "SOE", "Lin Qiao");
        var other = await host.AccountAsync("wei@example.edu", BuiltInRole.Reader, "SOE", "Wei Ning");
        await host.AccountAsync("far@example.edu", BuiltInRole.Coordinator, "ART", "Fang Ai");
        await host.InAsync(async s =>
        {
            await s.GetRequiredService<IObligations>().OweAsync(
                new(subject, "test.report", "", BuiltInRole.Coordinator, unit, null, new("Hand in the report to Elm College", "向榆树学院提交报告"), "/reports/1", new(2026, 3, 12), new(2026, 3, 1)),
                CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        using var lin = await In(host, "lin@example.edu");
        using var wei = await In(host, "wei@example.edu");
        using var far = await In(host, "far@example.edu");
        using var chinese = await In(host, "lin@example.edu", "zh");

        var desk = await lin.PageAsync("/desk");
        Assert.Contains("One thing wants you today.", desk, StringComparison.Ordinal);
        Assert.Contains("Hand in the report to Elm College", desk, StringComparison.Ordinal);
        Assert.Contains("向榆树学院提交报告", await chinese.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you.", await far.PageAsync("/desk"), StringComparison.Ordinal);

        var address = System.Text.RegularExpressions.Regex.Match(
            await lin.PageAsync("/obligations"), "/obligations/[0-9a-f]{32}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(address)).Status);
        var wrong = await lin.SendAsync(address, address + "/delegate", ("delegate", other.ToString()), ("from", "2026-03-20"), ("until", "2026-03-19"), ("note", "While I travel"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("While I travel", wrong.Body, StringComparison.Ordinal);
        var done = await lin.SendAsync(address, address + "/delegate", ("delegate", other.ToString()), ("from", "2026-03-12"), ("until", "2026-03-19"), ("note", "While I travel"));
        Assert.Equal((HttpStatusCode.SeeOther, address), (done.Status, done.Location));
        Assert.Contains("Nothing waits for you.", await lin.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("Hand in the report to Elm College", await wei.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await wei.SendAsync("/desk", address + "/take-back")).Status);
        await lin.SendAsync(address, address + "/take-back");
        Assert.Contains("Hand in the report to Elm College", await lin.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you.", await wei.PageAsync("/desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Following_names_a_key_only_and_leads_only_to_paths_of_this_house()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        using var lin = await host.SignedInAsync();
        var subject = new RecordRef("test.report", Guid.CreateVersion7());
        var followed = await lin.SendAsync("/desk", "/follow", ("kind", subject.Kind), ("key", subject.Key.ToString("N")), ("follow", "true"), ("return", "//evil.example"));
        Assert.Equal((HttpStatusCode.SeeOther, "/desk"), (followed.Status, followed.Location));
        var again = await lin.SendAsync("/desk", "/follow", ("kind", subject.Kind), ("key", subject.Key.ToString("N")), ("follow", "true"), ("return", "/obligations"));
        Assert.Equal((HttpStatusCode.SeeOther, "/obligations"), (again.Status, again.Location));
        Assert.Contains("Nothing changed", await lin.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await lin.SendAsync("/desk", "/follow", ("kind", "x"), ("key", "no key"))).Status);
    }

    private static async Task<TestBrowser> In(RunningHost host, string email, string language = "en")
    {
        var browser = host.Browser(language);
        await browser.SignInAsync(email, RunningHost.Password);
        return browser;
    }
}
