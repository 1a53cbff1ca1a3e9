using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Testing;

namespace Entente.Safeguards.Tests;

public sealed class ExceptionPageTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_dean_grants_an_exception_within_the_packs_days_sees_it_listed_and_ends_it(Engine engine)
    {
        var room = new TestRoom();
        room.Outcomes["partners.term-within-limit"] = VerdictOutcome.Fail;
        await using var host = await RunningHost.StartAsync(engine, b => TestRoom.Add(b.Services, room));
        room.Unit = await host.InAsync(s => TestAccounts.UnitAsync(s, "SOE"));
        using var dean = await host.SignedInAsync(BuiltInRole.Dean, "SOE");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Dean, "ART");
        using var coordinator = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var page = $"/safeguards/exceptions/grant/partners.sign/{TestRoom.Agreement.Kind}/{TestRoom.Agreement.Key:N}";

        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dean.GetAsync(page.Replace("partners.sign", "no.gate", StringComparison.Ordinal))).Status);
        var shown = await dean.PageAsync(page);
        Assert.Contains("value=\"partners.term-within-limit\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"safeguards.approved-content\"", shown, StringComparison.Ordinal);

        foreach (var (check, reason, until) in new[]
        {
            ("safeguards.approved-content", "Because", "2026-03-20"), ("partners.term-within-limit", "", "2026-03-20"),
            ("partners.term-within-limit", "Because", "2026-03-11"), ("partners.term-within-limit", "Because", "2026-04-12"),
        })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await dean.SendAsync(page, page, ("check", check), ("reason", reason), ("until", until))).Status);

        var granted = await dean.SendAsync(page, page, ("check", "partners.term-within-limit"), ("reason", "The partner’s law asks for six years."), ("until", "2026-04-11"));
        Assert.Equal((HttpStatusCode.SeeOther, "/x"), (granted.Status, granted.Location));
        var list = await dean.PageAsync("/safeguards/exceptions");
        Assert.Contains("One exception was granted.", list, StringComparison.Ordinal);
        Assert.Contains("The partner’s law asks for six years.", list, StringComparison.Ordinal);
        Assert.Contains("No exception was ever granted", await elsewhere.PageAsync("/safeguards/exceptions"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/safeguards/exceptions")).Status);

        var end = Regex.Match(list, "/safeguards/exceptions/[0-9a-f]{32}/end", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SendAsync("/desk", end)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await dean.SendAsync("/safeguards/exceptions", end)).Status);
        Assert.DoesNotContain("asks for six years", await dean.PageAsync("/safeguards/exceptions?state=standing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_are_read_out_with_their_sources_in_both_languages()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        using var chinese = await host.SignedInAsync(BuiltInRole.Reader, language: "zh");
        Assert.Contains("/safeguards/packs/entente.agreements/2026.1", await reader.PageAsync("/safeguards/packs"), StringComparison.Ordinal);
        var english = await reader.PageAsync("/safeguards/packs/entente.agreements/2026.1");
        Assert.Contains("The agreement runs for at most five years at a time.", english, StringComparison.Ordinal);
        Assert.Contains("not confirmed yet", english, StringComparison.Ordinal);
        Assert.Contains("Dean of the record’s unit, within 5 working days", english, StringComparison.Ordinal);
        Assert.Contains("协议每期有效期不超过五年。", await chinese.PageAsync("/safeguards/packs/entente.agreements/2026.1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/safeguards/packs/entente.agreements/1999.1")).Status);
    }
}
