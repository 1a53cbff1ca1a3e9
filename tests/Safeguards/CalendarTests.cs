using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

public sealed class CalendarTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_calendar_program_reads_what_its_account_owes_and_nothing_else(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var unit = await host.InAsync(s => TestAccounts.UnitAsync(s, "SOE"));
        await host.AccountAsync("lin@example.edu", BuiltInRole.Coordinator, "SOE", "Lin Qiao");
        var wei = await host.AccountAsync("wei@example.edu", BuiltInRole.Reader, "SOE", "Wei Ning");
        var subject = new RecordRef("test.report", Guid.CreateVersion7());
        await host.InAsync(async s =>
        {
            var obligations = s.GetRequiredService<IObligations>();
            await obligations.OweAsync(new(subject, "test.report", "a", BuiltInRole.Coordinator, unit, null, new("Report, to Elm College; twice", "向榆树学院提交报告"), "/reports/1", new(2026, 4, 2), new(2026, 3, 20)), default);
            await obligations.OweAsync(new(subject, "test.report", "b", BuiltInRole.Coordinator, unit, wei, new("Only Wei's", "仅限魏宁"), "/reports/2", new(2026, 4, 3), new(2026, 3, 1)), default);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        using var lin = host.Browser();
        await lin.SignInAsync("lin@example.edu", RunningHost.Password);
        using var program = host.Browser();

        Assert.Equal(HttpStatusCode.SeeOther, (await lin.SendAsync("/desk/calendar", null)).Status);
        var address = Address(await lin.PageAsync("/desk/calendar"));
        Assert.DoesNotContain(".ics", await lin.PageAsync("/desk/calendar"), StringComparison.Ordinal);
        var read = await program.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "no-referrer"), (read.Status, read.Headers.GetValues("Referrer-Policy").Single()));
        var calendar = Ical.Net.Calendar.Load(read.Body)!;
        var entry = Assert.Single(calendar.Events);
        Assert.Equal(("Report, to Elm College; twice", new DateOnly(2026, 4, 2), false), (entry.Summary, entry.Start!.Date, entry.Start.HasTime));
        Assert.EndsWith("/reports/1", entry.Url!.ToString(), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(read.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await program.Http.SendAsync(again)).StatusCode);
        await host.InAsync(async s =>
        {
            await s.GetRequiredService<IObligations>().FulfilAsync(subject, "test.report", "a", "Handed in", default);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        Assert.Empty(Ical.Net.Calendar.Load((await program.GetAsync(address)).Body)!.Events);

        await lin.SendAsync("/desk/calendar", null);
        var second = Address(await lin.PageAsync("/desk/calendar"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await program.GetAsync(address)).Status, (await program.GetAsync(second)).Status));
        await lin.SendAsync("/desk/calendar", "/desk/calendar/end");
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(second)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"/calendar/{new string('A', 43)}.ics")).Status);
    }

    private static string Address(string page) => Regex.Match(page, "/calendar/[A-Za-z0-9_-]{43}\\.ics", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
}
