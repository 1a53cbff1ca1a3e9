using System.Net;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>A certificate of a stay says what its record says.</summary>
public sealed class StayPaperTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_certificate_is_filled_from_the_stay_in_both_languages(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var office = await host.AsAsync("tang.yuan");
        using var chinese = await host.AsAsync("tang.yuan", "zh");
        var stay = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).AsNoTracking()
            .Where(x => x.State == StayState.Returned && x.HostSupervisorId != null).OrderBy(x => x.From).ThenBy(x => x.Id).FirstAsync());
        var page = await office.ReadAsync($"/stays/{stay.Id}");
        var issue = WebUtility.HtmlDecode(Regex.Match(page, "/documents/new[^\"]*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        Assert.NotEmpty(issue);
        var days = stay.EndedOn!.Value.DayNumber - stay.ArrivedOn!.Value.DayNumber + 1;
        var draft = await office.ReadAsync(issue);
        Assert.Contains("Certificate of a stay abroad", draft, StringComparison.Ordinal);
        Assert.Contains($"{days} days in all", draft, StringComparison.Ordinal);
        using var student = await host.AsAsync("gao.yining");
        Assert.NotEqual(HttpStatusCode.OK, (await student.GetAsync(issue)).Status);
        Assert.Contains("出国（境）学习证明", await chinese.ReadAsync(issue), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Nobody_is_invited_to_a_stay_that_is_over(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator);
        var (person, partner) = (await host.PersonAsync("Verbeek", "Marijke", "马瑞"), await host.PartnerAsync());
        var coming = await host.StayAsync(person, partner, adjust: s => s with { Direction = Contracts.Partners.PlaceDirection.In });
        var over = await host.StayAsync(person, partner, new(2025, 9, 1), new(2026, 2, 28), s => s with { Direction = Contracts.Partners.PlaceDirection.In });
        await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var stay = await db.Set<Stay>().VisibleTo(Viewer.System).SingleAsync(x => x.Id == over);
            stay.Arrive(new(2025, 9, 1));
            stay.End(new(2026, 2, 28));
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/documents/templates", "/documents/templates/starting", ("kind", "mobility.stay"), ("code", "INV"), ("form", "Html"))).Status);
        var invited = await office.ReadAsync($"/documents/new?kind=mobility.stay&key={coming.Value:N}");
        foreach (var said in new[] { "The stay is not over.", "The stay is under no agreement." }) Assert.Contains(said, invited, StringComparison.Ordinal);
        Assert.Contains("The stay is over or was called off.", await office.ReadAsync($"/documents/new?kind=mobility.stay&key={over.Value:N}"), StringComparison.Ordinal);
    }
}
