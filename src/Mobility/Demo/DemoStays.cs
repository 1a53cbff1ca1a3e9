using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using NodaTime;

namespace Entente.Mobility.Demo;

/// <summary>Writes the stays one by one; the running number stands in for chance, so that the school is the same on every loading.</summary>
internal sealed class DemoStays(AppDbContext db, DemoCast cast, AcademicCalendar calendar, DateTimeZone zone, DateOnly today, Stays.Stays stays)
{
    private static readonly string[] Various = ["joint-cultivation", "joint-cultivation", "short-doctoral", "joint-cultivation", "exchange-semester", "joint-cultivation", "short-doctoral"];
    private static readonly string[] Outside = ["psu", "delft", "waterloo", "unsw", "ntu", "gatech", "tum", "polyu", "kyoto", "postech", "uq", "nus", "eth"];

    private readonly List<Stay> all = [];
    private readonly Instant now = db.Write.Now;
    private bool isKnownSent;

    public IReadOnlyList<Stay> All => all;

    /// <summary>A stay on a place of an agreement.</summary>
    public Stay Write(string partner, AgreementCard agreement, string line, string? form, int year) =>
        Write(partner, form ?? Various[all.Count % Various.Length], year, agreement.EffectiveOn!.Value, s => s with { Agreement = agreement.Id, Line = line });

    /// <summary>A stay outside agreements.</summary>
    public Stay WriteOutside(int year) => Write(Outside[(all.Count * 5 + year) % Outside.Length], Various[all.Count % Various.Length], year, DateOnly.MinValue, s => s);

    /// <summary>A cotutelle outside agreements: a long stay and, after a year at home, a short one of the same student.</summary>
    public Stay WriteTwoDegrees(int year)
    {
        var first = Write("leeds", "cotutelle", year, DateOnly.MinValue, s => s with { Until = s.From.AddMonths(13) });
        Write("leeds", "cotutelle", year + 2, DateOnly.MinValue, s => s with { Person = first.PersonId, Topic = first.Topic, HomeSupervisor = first.HomeSupervisorId, HostSupervisor = first.HostSupervisorId, Until = s.From.AddMonths(3) });
        return first;
    }

    /// <summary>One that did not come about.</summary>
    public void CallOffOne()
    {
        var stay = Write("eth", "short-doctoral", calendar.Of(today), DateOnly.MinValue, s => s, isCalledOff: true);
        stay.CallOff("The laboratory there is being rebuilt.");
    }

    public NewEncounter EncounterOf(Stay stay) => new(
        stay.PersonId, stay.OrganisationId, EncounterSide.Away, StayMoves.EncounterKind, stay.ArrivedOn!.Value, stay.EndedOn, stay.Ref(), StayMoves.UnderOf(stay), cast.Units.First(u => u.Unit == stay.UnitId).Name);

    private Stay Write(string partner, string code, int year, DateOnly notBefore, Func<NewStay, NewStay> adjust, bool isCalledOff = false)
    {
        var i = all.Count;
        var at = partner;
        var (unit, _, supervisors) = cast.Units[i % cast.Units.Count];
        var form = cast.Forms[code];
        var isSpring = i % 4 == 3;
        var from = calendar.FirstDay(year).AddDays(isSpring ? 168 + i % 17 : i % 23);
        if (from < notBefore) from = Later(calendar.FirstDay(year).AddDays(168 + i % 17), notBefore.AddDays(14));
        if (from > calendar.LastDay(year)) from = calendar.LastDay(year).AddDays(-20);
        if (isCalledOff) from = Later(from, today.AddDays(40));
        var until = from.AddMonths(form.Months - (form.Months > 6 ? i % 4 : i % 2)).AddDays(i % 9 - 5);
        var isKnown = !isKnownSent && from <= today && until > today.AddDays(60);
        isKnownSent |= isKnown;
        db.Write.DateAs(At(from.AddDays(-130 + i % 40)));
        var stay = stays.Add(adjust(new(
            isKnown ? cast.Known : cast.Student(unit, code == "dual-degree"), cast.Partners[at], PlaceDirection.Out, form.Id, year, from, until, unit, "demonstration")
        {
            Level = code == "dual-degree" ? StudyLevel.Master : StudyLevel.Doctoral,
            Topic = DemoNames.Topics[(i * 3 + year) % DemoNames.Topics.Count],
            HomeSupervisor = supervisors[i / cast.Units.Count % supervisors.Length],
            HostSupervisor = form.HasHostSupervisor ? cast.Hosts[at][i % 2] : null,
        }));
        db.Write.DateAs(null);
        if (!isCalledOff) Live(stay, i);
        all.Add(stay);
        return stay;
    }

    private void Live(Stay stay, int i)
    {
        if (stay.From > today) return;
        var arrived = stay.From.AddDays(-(i % 3));
        stay.Arrive(arrived);
        if (i % 41 == 17 && stay.From.AddDays(60) < today) stay.End(stay.From.AddDays(55), i % 2 == 0 ? "Illness in the family" : "家中有事，提前回国");
        else if (stay.Until.AddDays(i % 3) < today) stay.End(stay.Until.AddDays(i % 3 - 2));
    }

    private Instant At(DateOnly on) => Instant.Min(now, new LocalDate(on.Year, on.Month, on.Day).At(new LocalTime(10, 0)).InZoneLeniently(zone).ToInstant());

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
