using System.Net;
using Entente.Contracts.Figures;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>A guest is here: courses, the transcript the partner fetches, the letter of admission, what is counted.</summary>
public sealed class IncomingTranscriptTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Courses_taken_here_are_kept_and_guests_are_counted_and_balanced(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        var (partner, contact, _) = await host.HostableAsync();
        var link = await host.InvitedAsync(office, partner, contact);
        var (balance, counted) = (await BalanceAsync(host, partner), await CountedAsync(host));
        using var coordinator = host.Browser();
        await coordinator.DoneAsync(link, null, IncomingScene.Nominee(form: "exchange-semester", from: "2026-03-12", until: "2026-08-20"));
        using var student = host.Browser();
        var page = await host.AppliedAsync(student, await host.LinkToAsync("ingrid@sandvik.example"));

        await office.DoneAsync(page, page + "/admit", await office.DecisionAsync(page));
        var stay = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).SingleAsync(x => x.Source == "nomination"));
        Assert.Equal(balance + 50, await BalanceAsync(host, partner));
        var courses = $"/stays/{stay.Id}/courses";
        Assert.Contains("Courses are entered once the student is here", await office.ReadAsync(courses), StringComparison.Ordinal);

        await office.DoneAsync($"/stays/{stay.Id}", $"/stays/{stay.Id}/arrive", ("on", "2026-03-12"));
        Assert.Contains("Here", await coordinator.ReadAsync(link), StringComparison.Ordinal);
        Assert.Equal(counted + 1, await CountedAsync(host));
        Assert.Equal(courses, (await office.GetAsync($"/stays/{stay.Id}/transcript")).Location);
        Assert.Contains("value=\"Water Quality\"", await office.PageAsync(courses), StringComparison.Ordinal);
        Assert.Contains("Enter this", await office.RefusedAsync(courses, null, ("title-0", "Water Quality"), ("credits-0", "3")), StringComparison.Ordinal);
        await office.DoneAsync(courses, null, ("code-0", "ENV1"), ("title-0", "Water Quality"), ("credits-0", "3"), ("grade-0", "A-"), ("title-1", "Ecology"), ("credits-1", "2,5"), ("grade-1", "91"));
        Assert.Contains("5.5", await office.ReadAsync(courses), StringComparison.Ordinal);
        using (var reader = await host.AsAsync("qiu.zhiyuan")) Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync("/desk", courses, ("title-0", "x"))).Status);
    }

    private static Task<int> BalanceAsync(RunningHost host, OrganisationId partner) => host.InAsync(async s => (await s.GetRequiredService<IPlaceBalances>().AllAsync(Viewer.System, CancellationToken.None))[partner].Hundredths);

    private static Task<long> CountedAsync(RunningHost host) => host.InAsync(async s =>
        (await s.GetRequiredService<IFigureValues>().OfAsync(["mobility.students.received"], null, Viewer.System, CancellationToken.None))["mobility.students.received"].Value ?? 0);
}
