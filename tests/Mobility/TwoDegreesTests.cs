using System.Net;
using CsCheck;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Entente.Mobility.TwoDegrees;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>One student, two institutions: the milestones of both, and every day of the programme counted at exactly one of them.</summary>
public sealed class TwoDegreesTests
{
    private static readonly DateOnly First = new(2024, 2, 20);

    private static Gen<(DateOnly From, DateOnly? Until)> Spans { get; } =
        Gen.Select(Gen.Int[-60, 200], Gen.Int[-5, 90], Gen.Int[0, 9]).Select((start, length, open) => (First.AddDays(start), open == 0 ? (DateOnly?)null : First.AddDays(start + length)));

    [Fact]
    public void Home_and_host_days_are_the_days_of_the_programme_and_no_day_counts_twice() =>
        Gen.Select(Spans.Array[0, 7], Gen.Int[0, 180], Gen.Int[-3, 220], Gen.Int[0, 120]).Sample((spans, length, by, wanted) =>
        {
            var (until, day) = (First.AddDays(length), First.AddDays(by));
            var residence = new Residence(First, until, spans);
            bool Away(DateOnly d) => spans.Any(s => s.From <= d && (s.Until is null || s.Until >= d));
            var days = Enumerable.Range(0, length + 1).Select(First.AddDays).ToList();

            // Counted day by day, by hand.
            Assert.Equal(days.Count(d => d <= day && Away(d)), residence.HostBy(day));
            Assert.Equal(days.Count(d => d <= day && !Away(d)), residence.HomeBy(day));
            Assert.Equal(residence.DaysBy(day), residence.HomeBy(day) + residence.HostBy(day));
            Assert.Equal(length + 1, residence.HomeBy(until) + residence.HostBy(until));

            // The bars of the picture are the same days, each in exactly one bar.
            var (home, host) = (residence.HomeSpans().ToList(), residence.HostSpans().ToList());
            Assert.All(days, d => Assert.Equal(1, home.Concat(host).Count(s => s.From <= d && d <= s.Until)));
            Assert.Equal(residence.HostBy(until), host.Sum(s => s.Until.DayNumber - s.From.DayNumber + 1));

            // The day a number is reached on is the first with as many.
            foreach (var atHost in new[] { true, false })
            {
                var first = days.Where(d => (atHost ? residence.HostBy(d) : residence.HomeBy(d)) >= wanted).Cast<DateOnly?>().FirstOrDefault();
                Assert.Equal(wanted == 0 ? First : first, residence.ReachedOn(wanted, atHost));
            }
        }, iter: 10_000);

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_timeline_is_laid_out_from_the_pack_kept_moved_and_owed(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var (person, other, partner) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("Lin", "Ke", "林可"), await host.PartnerAsync());
        var id = await AbroadAsync(host, person, partner, new(2025, 9, 1), new(2026, 8, 31), null);
        var ordinary = await host.StayAsync(other, partner);
        var page = $"/stays/{id}/two-degrees";
        using var student = await host.StudentAsync(person, "gao.lan");
        using var stranger = await host.StudentAsync(other, "lin.ke");
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        using var elsewhere = await host.SignedInAsync(BuiltInRole.Coordinator, "LAW");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/stays/{ordinary}/two-degrees")).Status);
        Assert.Contains("has not laid out the timeline", await student.ReadAsync(page), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.SeeOther, (await student.SendAsync(page, null, ("begins", "2024-09-01"), ("ends", "2028-08-31"))).Status);
        Assert.Contains("must come after the first", await office.RefusedAsync(page, null, ("begins", "2024-09-01"), ("ends", "2024-09-01")), StringComparison.Ordinal);
        await office.DoneAsync(page, null, ("begins", "2024-09-01"), ("ends", "2028-08-31"));

        // What is still to come is owed by its owner; what lies before is not asked for.
        var owed = await OwedAsync(host);
        Assert.Equal((new DateOnly(2028, 5, 31), ObligationState.Open), owed["defence"]);
        Assert.Equal((new DateOnly(2026, 6, 1), ObligationState.Open), owed["review-host"]);
        Assert.DoesNotContain("qualifying", owed.Keys);
        var shown = await student.ReadAsync(page);
        foreach (var words in new[] { "Joint defence", "31 May 2028", "Delft University", "167 of the 360 days at the host are missing", "365", "193", "as planned on 26 Aug 2026" }) Assert.Contains(words, shown, StringComparison.Ordinal);
        Assert.Contains(page, await student.ReadAsync($"/stays/{id}"), StringComparison.Ordinal);

        // The student notes their own, the office all of them; not before the day, not without a word.
        Assert.Equal(HttpStatusCode.NotFound, (await student.SendAsync(page, page + "/convention/reached", ("on", "2025-03-01"), ("note", "Signed"))).Status);
        Assert.Contains("has not come yet", await student.RefusedAsync(page, page + "/qualifying/reached", ("on", "2026-03-13"), ("note", "")), StringComparison.Ordinal);
        await student.DoneAsync(page, page + "/qualifying/reached", ("on", "2025-09-10"), ("note", "Passed with distinction"));
        await office.DoneAsync(page, page + "/review-host/reached", ("on", "2026-03-01"), ("note", "Minutes of the panel"));
        Assert.Equal(ObligationState.Fulfilled, (await OwedAsync(host))["review-host"].State);
        Assert.Equal(HttpStatusCode.NotFound, (await student.SendAsync(page, page + "/qualifying/reached", ("on", "2025-09-10"), ("note", "Again"))).Status);

        // Moved and reopened by the office only, with a reason; the history stays.
        Assert.NotEqual(HttpStatusCode.SeeOther, (await student.SendAsync(page, page + "/defence/move", ("planned", "2028-06-15"), ("reason", "Jury"))).Status);
        await office.RefusedAsync(page, page + "/defence/move", ("planned", "2040-01-01"), ("reason", ""));
        await office.DoneAsync(page, page + "/defence/move", ("planned", "2028-06-15"), ("reason", "The jury meets in June"));
        Assert.Equal((new DateOnly(2028, 6, 15), ObligationState.Open), (await OwedAsync(host))["defence"]);
        await office.DoneAsync(page, page + "/review-host/reopen", ("reason", "It was the wrong panel"));
        Assert.Equal(ObligationState.Open, (await OwedAsync(host))["review-host-2"].State);

        // Other dates move what nobody touched, and nothing else.
        await office.DoneAsync(page, page + "/dates", ("begins", "2024-09-01"), ("ends", "2028-12-31"), ("reason", "Four months of leave"));
        owed = await OwedAsync(host);
        Assert.Equal((new DateOnly(2028, 6, 15), new DateOnly(2028, 6, 30)), (owed["defence"].Due, owed["thesis"].Due));
        var history = await student.ReadAsync(page);
        foreach (var words in new[] { "Passed with distinction", "The jury meets in June", "It was the wrong panel", "Minutes of the panel", "Four months of leave" }) Assert.Contains(words, history, StringComparison.Ordinal);

        // Noted on the obligation, it stands on the timeline.
        await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var programme = await db.Set<DegreeProgramme>().ViewerNamed().SingleAsync();
            db.Tell(new ObligationFulfilled(programme.Ref(), MilestoneDuties.Kind, "language", "Agreed by mail"));
            await db.SaveChangesAsync();
        });
        Assert.Contains("Agreed by mail", await student.ReadAsync(page), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Residence_is_counted_over_all_stays_with_the_partner_and_nothing_twice(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var (person, partner, third) = (await host.PersonAsync("Gao", "Lan", "高岚"), await host.PartnerAsync(), await host.PartnerAsync("Kyoto University", "京都大学", "JP"));
        var first = await AbroadAsync(host, person, partner, new(2023, 9, 1), new(2024, 2, 29), new(2024, 2, 29));
        await AbroadAsync(host, person, third, new(2024, 4, 1), new(2024, 4, 30), new(2024, 4, 30));
        var second = await AbroadAsync(host, person, partner, new(2025, 9, 1), new(2026, 4, 30), null);

        // A visit to the same partner while the stay lasts, and one of three days before it.
        await host.InAsync(async s =>
        {
            var encounters = s.GetRequiredService<IEncounters>();
            foreach (var (from, until) in new[] { (new DateOnly(2023, 12, 1), new DateOnly(2023, 12, 10)), (new DateOnly(2023, 7, 3), new DateOnly(2023, 7, 5)) })
                await encounters.NoteAsync(new(person, partner, EncounterSide.Away, "visit", from, until, new("test", Id<Stay>.New().Value), null, LocalizedText.Empty), CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        using var office = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        await office.DoneAsync($"/stays/{first}/two-degrees", null, ("begins", "2023-07-01"), ("ends", "2026-12-31"));

        // 3 + 182 + 193 days at the host of 986 by 12 March 2026; 30 days of the others were elsewhere.
        foreach (var stay in new[] { first, second })
        {
            var shown = await office.ReadAsync($"/stays/{stay}/two-degrees");
            foreach (var words in new[] { "986 days of the programme so far: 608 at home, 378 at the host.", "30 of the days at home were spent elsewhere abroad.", "Both residences are met" }) Assert.Contains(words, shown, StringComparison.Ordinal);
        }

        // The second institution's programme is another one.
        Assert.Equal(1, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<DegreeProgramme>().ViewerNamed().CountAsync()));
    }

    private static async Task<Id<Stay>> AbroadAsync(RunningHost host, PersonId person, OrganisationId partner, DateOnly from, DateOnly until, DateOnly? ended)
    {
        var id = await host.StayAsync(person, partner, from, until, form: "cotutelle");
        await host.InAsync(async s =>
        {
            var (db, moves) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<StayMoves>());
            var stay = await db.Set<Stay>().VisibleTo(Viewer.System).SingleAsync(x => x.Id == id);
            await moves.ArriveAsync(stay, from, CancellationToken.None);
            if (ended is { } on) await moves.EndAsync(stay, on, null, CancellationToken.None);
            await db.SaveChangesAsync();
        });
        return id;
    }

    private static Task<Dictionary<string, (DateOnly Due, ObligationState State)>> OwedAsync(RunningHost host) => host.InAsync(async s =>
    {
        var programme = await s.GetRequiredService<AppDbContext>().Set<DegreeProgramme>().ViewerNamed().SingleAsync();
        return (await s.GetRequiredService<IObligations>().OfAsync(programme.Ref(), CancellationToken.None)).GroupBy(o => o.Instance, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderBy(o => o.State).Select(o => (o.Due, o.State)).First(), StringComparer.Ordinal);
    });
}
