using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Mobility.Tests;

/// <summary>Money for students abroad, over real HTTP: budgets that cannot be overspent, instalments that wait for a late report, deposit and repayment.</summary>
public sealed class FundingTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_award_is_given_paid_suspended_by_a_late_report_and_repaid_where_the_stay_breaks_off(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var dean = await host.SignedInAsync(BuiltInRole.Dean, "SOE", "zh");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        var (person, other) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("Lin", "Zhiyuan", "林志远"));
        var stay = await host.StayAsync(person, await host.PartnerAsync(), MobilityScene.Today.AddDays(10), MobilityScene.Today.AddDays(109));
        using var student = await host.StudentAsync(person, "gao.lan");
        using var stranger = await host.StudentAsync(other, "lin.zhiyuan");
        var (source, budget) = await SourceAsync(office, 10_000);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(source)).Status);

        // Nobody promises more than there is, nor in parts that do not add up.
        var wrong = await office.RefusedAsync(source + "/award", null, ("recipient", "stay-" + stay), ("budget", budget), ("amount", "10001"), ("part-1", "5000"), ("on-1", "2026-03-20"), ("part-2", "4000"), ("on-2", "2020-01-01"));
        foreach (var said in new[] { "Only 10,000 CNY is left", "add up to 9,000, the award is 10,001", "This day has passed" }) Assert.Contains(said, wrong, StringComparison.Ordinal);
        var award = await office.DoneAsync(source + "/award", null, ("recipient", "stay-" + stay), ("budget", budget), ("amount", "6000"), ("conditions", "Reports on time"), ("part-1", "3000"), ("on-1", "2026-03-20"), ("part-2", "3000"), ("on-2", "2026-05-20"));
        Assert.Contains("6,000 CNY is promised already", await office.RefusedAsync(source, source + "/budgets", ("year", "2025"), ("amount", "5999")), StringComparison.Ordinal);
        Assert.Contains("Reports on time", await student.ReadAsync(award), StringComparison.Ordinal);
        Assert.Contains("Fund: instalment 1, 3,000 CNY, on 20 Mar 2026", await student.ReadAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("Pay instalment 1, 3,000 CNY, to Gao Lan", await office.ReadAsync("/obligations"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(award)).Status);
        Assert.DoesNotContain("/pay", await student.PageAsync(award), StringComparison.Ordinal);

        // Without the deposit the pack asks for nothing is paid; with it the first instalment is.
        Assert.Contains("A deposit of 600 (10 %) is asked for first", await office.ReadAsync(award), StringComparison.Ordinal);
        var parts = await PartsAsync(host);
        Assert.Contains("A deposit of 600", await office.RefusedAsync(award, award + "/pay", ("instalment", parts[0]), ("on", "2026-03-12")), StringComparison.Ordinal);
        await office.DoneAsync(award, award + "/deposit", ("on", "2026-03-12"));
        Assert.Contains("has not come yet", await office.RefusedAsync(award, award + "/pay", ("instalment", parts[0]), ("on", "2026-03-13")), StringComparison.Ordinal);
        Assert.Contains("An earlier instalment", await office.RefusedAsync(award, award + "/pay", ("instalment", parts[1]), ("on", "2026-03-12")), StringComparison.Ordinal);
        await office.DoneAsync(award, award + "/pay", ("instalment", parts[0]), ("on", "2026-03-12"));
        Assert.Contains("already", await office.RefusedAsync(award, award + "/pay", ("instalment", parts[0]), ("on", "2026-03-12")), StringComparison.Ordinal);

        // The arrival is late: the next instalment waits, and says for what; once it came, it is paid.
        host.Clock.Move(Duration.FromDays(20));
        using var later = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var suspended = await later.RefusedAsync(award, award + "/pay", ("instalment", parts[1]), ("on", "2026-04-01"));
        Assert.Contains("Suspended until this is done: Gao Lan is due at Delft University", suspended, StringComparison.Ordinal);
        Assert.Contains("Suspended<", suspended, StringComparison.Ordinal);
        await later.DoneAsync($"/stays/{stay}", $"/stays/{stay}/arrive", ("on", "2026-03-22"));
        Assert.Contains("Instalment 2, 3,000 CNY, is due on 20 May 2026", await later.ReadAsync(award), StringComparison.Ordinal);

        // Broken off after 60 of 100 days: the share of the days not served is repaid, and the deposit goes back after that.
        host.Clock.Set(Instant.FromUtc(2026, 5, 20, 4, 0));
        using var end = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        Assert.Contains("once the stay is over", await end.RefusedAsync(award, award + "/return-deposit", ("on", "2026-05-20")), StringComparison.Ordinal);
        await end.DoneAsync($"/stays/{stay}", $"/stays/{stay}/end", ("on", "2026-05-20"), ("reason", "Illness"));
        await end.DoneAsync(award, award + "/end", ("reason", "Broken off"));
        var ended = await end.ReadAsync(award);
        foreach (var said in new[] { "1,200 CNY is to be repaid", "Not paid" }) Assert.Contains(said, ended, StringComparison.Ordinal);
        Assert.Contains("comes first", await end.RefusedAsync(award, award + "/return-deposit", ("on", "2026-05-20")), StringComparison.Ordinal);
        await end.DoneAsync(award, award + "/repaid", ("on", "2026-05-20"));
        await end.DoneAsync(award, award + "/return-deposit", ("on", "2026-05-20"));
        using var reader = await host.SignedInAsync(BuiltInRole.Dean, "SOE", "zh");
        Assert.Contains("退还", await reader.ReadAsync(award), StringComparison.Ordinal);
        Assert.Equal(1_800_00, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<FundingBudget>().Select(b => b.Awarded).SingleAsync()));
        Assert.Contains("代尔夫特大学", await reader.ReadAsync("/funding/costs?sort=-awarded"), StringComparison.Ordinal);
        Assert.Contains("Gao Lan,高岚,Delft University,Fund,2025/26,CNY,6000,3000,1200,1800", await reader.ReadAsync("/funding/costs/export?format=csv"), StringComparison.Ordinal);
        using var law = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");
        Assert.DoesNotContain("Gao Lan", await law.ReadAsync("/funding/costs"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_who_promise_the_same_money_at_once_promise_it_once(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var partner = await host.PartnerAsync();
        var stays = new List<Id<Stay>>();
        foreach (var name in new[] { "Lan", "Ke", "Mei", "Bo" }) stays.Add(await host.StayAsync(await host.PersonAsync("Gao", name, "高" + name), partner));
        var (source, budget) = await SourceAsync(office, 1_000);
        var token = TestBrowser.TokenIn(await office.PageAsync(source + "/award"));
        var answers = await Task.WhenAll(stays.Select(stay => office.PostAsync(
            source + "/award", ("__RequestVerificationToken", token), ("recipient", "stay-" + stay), ("budget", budget), ("amount", "600"), ("part-1", "600"), ("on-1", "2026-06-01"))));
        Assert.Single(answers, a => a.Status == HttpStatusCode.SeeOther);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.SeeOther), a =>
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, a.Status);
            Assert.Contains("400 CNY", a.Body, StringComparison.Ordinal);
        });
        Assert.Equal((60_000, 1), await host.InAsync(async s => ((await s.GetRequiredService<AppDbContext>().Set<FundingBudget>().SingleAsync()).Awarded, await s.GetRequiredService<AppDbContext>().Set<Award>().VisibleTo(Viewer.System).CountAsync())));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_source_that_pays_a_call_limits_what_its_allocation_costs(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        var call = await host.CallAsync(closed: true);
        var source = Regex.Match(await office.PageAsync("/funding"), "/funding/[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Contains("Joint cultivation", await office.ReadAsync(source), StringComparison.Ordinal);
        await office.DoneAsync(source, source + "/calls", ("call", call.Id.ToString()));
        Assert.Contains("choose", await office.RefusedAsync(source, source + "/calls", ("call", "x")), StringComparison.OrdinalIgnoreCase);
        await office.DoneAsync(call.Address() + "/allocation", call.Address() + "/allocation/freeze");
        var frozen = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<AllocationInput>().OrderByDescending(i => i.FrozenAt).Select(i => i.Content).FirstAsync());
        Assert.Contains("\"budget\":60000000", frozen, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_costs_and_a_source_ask_the_same_number_of_questions_however_many_awards_there_are(Engine engine)
    {
        var statements = new Statements();
        await using var host = await statements.HostAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        var (source, budget) = await SourceAsync(office, 9_000);
        async Task GiveAsync(string given, OrganisationId partner) => await office.DoneAsync(
            source + "/award", null, ("recipient", "stay-" + await host.StayAsync(await host.PersonAsync("Gao", given, "高" + given), partner)), ("budget", budget), ("amount", "600"), ("part-1", "600"), ("on-1", "2026-06-01"));
        await GiveAsync("Lan", await host.PartnerAsync());
        var pages = new[] { "/funding/costs", source };
        var one = await statements.OfPagesAsync(office, pages);
        await GiveAsync("Ke", await host.PartnerAsync("Kyoto University", "京都大学", "JP"));
        await GiveAsync("Mei", await host.PartnerAsync("Lund University", "隆德大学", "SE"));
        Assert.Equal(one, await statements.OfPagesAsync(office, pages));
    }

    private static async Task<(string Source, string Budget)> SourceAsync(TestBrowser office, int amount)
    {
        var unit = Regex.Match(await office.PageAsync("/funding"), "(?<=name=\"unit\"[\\s\\S]{0,400}<option value=\")[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Contains("Three letters", await office.RefusedAsync("/funding", null, ("name-en", "Fund"), ("name-zh", "基金"), ("currency", "C1"), ("unit", unit)), StringComparison.Ordinal);
        var source = await office.DoneAsync("/funding", null, ("name-en", "Fund"), ("name-zh", "基金"), ("currency", "cny"), ("unit", unit));
        await office.DoneAsync(source, source + "/budgets", ("year", "2025"), ("amount", amount.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return (source, Regex.Match(await office.PageAsync(source + "/award"), "(?<=name=\"budget\"[\\s\\S]{0,400}<option value=\")[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
    }

    private static Task<List<string>> PartsAsync(RunningHost host) => host.InAsync(async s =>
        (await s.GetRequiredService<AppDbContext>().Set<Instalment>().OrderBy(i => i.Order).Select(i => i.Id).ToListAsync()).ConvertAll(i => i.ToString()));
}
