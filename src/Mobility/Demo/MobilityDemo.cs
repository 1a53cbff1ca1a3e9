using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Demo;

/// <summary>
/// The demonstration school's students abroad: five full academic years and the running one. Under each agreement they are as many as its place ledger
/// says; years with fewer places than twenty are filled with stays outside agreements, as they were before the agreements came.
/// </summary>
internal sealed class MobilityDemo(
    SchoolClock clock, AcademicCalendar calendar, IPersons persons, IAgreements agreements, IPlaceLedger ledger, IEncounters encounters, IUnits units, Stays.Stays stays, StayDuties duties, StayPlaces places, Changes.ChangeDuties changes, TwoDegrees.DegreeRules degrees, TwoDegrees.MilestoneDuties milestones) : IDemoData
{
    private const int Years = 5;

    /// <summary>The agreements with places abroad, each with the form its students go in; none: in various ones.</summary>
    private static readonly (string Key, string Partner, string? Form)[] Agreements =
    [
        ("tum-1", "tum", null), ("delft-1", "delft", null), ("polimi-1", "polimi", null), ("uct-1", "uct", null), ("ntu-1", "ntu", null), ("kyoto-1", "kyoto", null), ("adelaide-1", "adelaide", null),
        ("unsw-1", "unsw", null), ("tohoku-1", "tohoku", null), ("psu-1", "psu", null), ("dtu-1", "dtu", null), ("postech-1", "postech", null), ("waterloo-1", "waterloo", null), ("uq-1", "uq", null),
        ("berkeley-1", "berkeley", "joint-cultivation"), ("eth-1", "eth", null), ("nus-2", "nus", null), ("delft-2", "delft", "joint-cultivation"), ("polimi-2", "polimi", "dual-degree"),
        ("gatech-1", "gatech", null), ("leeds-1", "leeds", "cotutelle"), ("delft-3", "delft", "dual-degree"), ("kth-1", "kth", "joint-cultivation"), ("ntnu-1", "ntnu", null), ("polyu-1", "polyu", null),
        ("wageningen-1", "wageningen", "joint-cultivation"), ("tum-2", "tum", null), ("ubc-1", "ubc", null), ("auckland-1", "auckland", null), ("leeds-2", "leeds", null), ("kth-2", "kth", null),
    ];

    /// <summary>Agreements that run on, under which students are already planned for the next academic year.</summary>
    private static readonly string[] Ahead = ["polyu-1", "kyoto-1", "gatech-1", "nus-2", "tum-2", "ubc-1"];

    public int Order => 30;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        // What earlier parts wrote is saved; tracked no longer, it is not compared again with every step.
        db.ChangeTracker.Clear();
        var cast = await DemoCast.GatherAsync(db, book, persons, units, cancellation);
        var writing = new DemoStays(db, cast, calendar, clock.Zone, today, stays);
        var current = calendar.Of(today);
        var keys = Agreements.ToDictionary(a => a.Key, a => book.Find<AgreementCard>(a.Key), StringComparer.Ordinal);
        var cards = await agreements.Cards(Foundation.Access.Viewer.System).Where(a => keys.Values.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        var lines = await agreements.PlacesAsync([.. keys.Values], cancellation);
        for (var year = current - Years; year <= current; year++)
        {
            var left = await ledger.LeftAsync([.. keys.Values], year, cancellation);
            var sent = 0;
            foreach (var (key, partner, form) in Agreements)
            {
                var line = lines[keys[key]].First(l => l is { Direction: PlaceDirection.Out, Within: null });
                var used = (line.PerYear * 100 - left[keys[key]][line.Code]) / 100;
                for (var i = 0; i < used; i++) writing.Write(partner, cards[keys[key]], line.Code, form, year);
                sent += used;
            }

            for (; sent < 21 + year * 7 % 5; sent++) writing.WriteOutside(year);
        }

        writing.CallOffOne();
        var over = writing.WriteTwoDegrees(current - 4);
        foreach (var key in Ahead)
        {
            var (_, partner, form) = Agreements.First(a => a.Key == key);
            await places.TakeAsync(writing.Write(partner, cards[keys[key]], "out", form ?? "joint-cultivation", current + 1), cancellation);
        }

        await encounters.NoteAllAsync([.. writing.All.Where(s => s.ArrivedOn is not null).Select(writing.EncounterOf)], cancellation);
        DemoOutcomes.Add(db, book, writing, today);
        DemoContacts.Add(db, writing);
        DemoReports.Add(db, writing, cast, today);
        var asked = new DemoChanges(db, book, clock).Add(writing, cast, today);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        foreach (var (stay, change) in asked) await changes.AskedAsync(stay, change, cancellation);
        await new DemoDegrees(db, book, clock, degrees, milestones).AddAsync(writing.All.First(s => s.PersonId == cast.Known), over, today, cancellation);
        await duties.OweAsync([.. writing.All.Where(s => s.State is StayState.Planned or StayState.UnderWay)], today.AddDays(-5), cancellation);
    }
}
