using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Contracts.Figures;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

public sealed class StayFigureTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_student_counts_once_and_small_numbers_are_withheld_from_the_public(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var (partner, gao, lin, supervisor) = (await host.PartnerAsync(), await host.PersonAsync("Gao", "Lan", "高岚"), await host.PersonAsync("Lin", "Ke", "林可"), await host.PersonAsync("Verbeek", "Marijke", "韦贝克"));
        var first = await host.StayAsync(gao, partner, new(2025, 9, 10), new(2025, 11, 30), s => s with { HostSupervisor = supervisor }, "short-doctoral");
        var second = await host.StayAsync(gao, partner, new(2026, 1, 10), new(2026, 12, 31), s => s with { HostSupervisor = supervisor });
        await host.StayAsync(lin, partner, new(2025, 10, 1), new(2026, 9, 30));
        await host.InAsync(async s =>
        {
            var (db, moves) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<Stays.StayMoves>());
            foreach (var stay in await db.Set<Stay>().VisibleTo(Viewer.System).ToListAsync())
            {
                if (stay.Id == first || stay.Id == second) await moves.ArriveAsync(stay, stay.From, CancellationToken.None);
                if (stay.Id == first) await moves.EndAsync(stay, stay.Until, null, CancellationToken.None);
            }

            var outcome = new Outcome { StayId = first, OrganisationId = partner, Kind = OutcomeKind.Paper, Title = new("A paper", "论文"), On = new(2026, 2, 1), RecordedAt = db.Write.Now };
            db.Add(outcome);
            await db.SaveChangesAsync();
            Assert.Equal(0, await FigureAsync(s, "mobility.students.sent-with-outcome"));
            outcome.Confirm(null, db.Write.Now);
            await db.SaveChangesAsync();
        });
        await host.InAsync(async s =>
        {
            Assert.Equal(1, await FigureAsync(s, "mobility.students.sent"));
            Assert.Equal(1, await FigureAsync(s, "mobility.students.sent.short-doctoral"));
            Assert.Equal(1, await FigureAsync(s, "mobility.students.abroad"));
            Assert.Equal(1, await FigureAsync(s, "mobility.students.returned"));
            Assert.Equal(1, await FigureAsync(s, "mobility.students.sent-with-outcome"));
            Assert.Equal(1, await FigureAsync(s, "mobility.supervisors.joint"));
            Assert.Equal(82 + 62, await FigureAsync(s, "mobility.days-abroad"));
            Assert.True((await s.GetRequiredService<IFigureValues>().OfAsync(["mobility.students.sent"], null, Viewer.Public, CancellationToken.None))["mobility.students.sent"].IsWithheld);
            Assert.Equal(144, (await s.GetRequiredService<IEncounters>().DaysAsync([gao], EncounterSide.Away, new(2025, 9, 1), MobilityScene.Today, CancellationToken.None))[gao]);
        });
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_demonstration_sends_twenty_to_forty_a_year_as_many_as_its_place_ledger_says(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        await host.InAsync(async s =>
        {
            var (calendar, today) = (s.GetRequiredService<AcademicCalendar>(), s.GetRequiredService<SchoolClock>().Today);
            var (agreements, ledger) = (s.GetRequiredService<IAgreements>(), s.GetRequiredService<IPlaceLedger>());
            var stays = await s.GetRequiredService<AppDbContext>().Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().ToListAsync();
            var keys = await agreements.Cards(Viewer.System).Select(a => a.Id).ToListAsync();
            var lines = await agreements.PlacesAsync(keys, CancellationToken.None);
            for (var year = calendar.Of(today) - 5; year <= calendar.Of(today) + 1; year++)
            {
                var left = await ledger.LeftAsync(keys, year, CancellationToken.None);
                foreach (var (agreement, line) in lines.SelectMany(l => l.Value.Where(p => p is { Direction: PlaceDirection.Out, Within: null }).Select(p => (l.Key, p))))
                {
                    var counted = stays.Count(x => x.AgreementId == agreement && x.Direction == PlaceDirection.Out && x.AcademicYear == year && x.State != StayState.CalledOff);
                    Assert.Equal((agreement, year, line.PerYear * 100 - left[agreement][line.Code]), (agreement, year, counted * 100));
                }

                if (year < calendar.Of(today)) Assert.InRange(await FigureAsync(s, "mobility.students.sent", calendar.LastDay(year)), 20, 40);
            }

            Assert.Contains(stays, x => x.State == StayState.Planned);
            Assert.Contains(stays, x => x.State == StayState.UnderWay && x.HostSupervisorId is not null);
            Assert.Contains(stays, x => x is { State: StayState.Returned, Reason: not null });
            Assert.True(await FigureAsync(s, "mobility.students.sent-with-outcome") * 100 / await FigureAsync(s, "mobility.students.returned") > 85);
        });
        using var visitor = host.Browser();
        var story = Regex.Replace(await visitor.PageAsync("/en"), "<[^>]+>", "", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.Matches("2[0-9] to [2-4][0-9] graduate students go to partner universities each year", story);
        Assert.Matches("students back from abroad, (8[5-9]|9[0-9]|100) per cent have a recorded outcome", story);
        Assert.Matches("每年派出联合培养研究生2[0-9]至[2-4][0-9]人", Regex.Replace(await visitor.PageAsync("/zh"), "<[^>]+>", "", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static async Task<long> FigureAsync(IServiceProvider services, string id, DateOnly? asOf = null) =>
        (await services.GetRequiredService<IFigureValues>().OfAsync([id], asOf, Viewer.System, CancellationToken.None))[id].Value!.Value;
}
