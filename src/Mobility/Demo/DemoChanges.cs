using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using NodaTime;

namespace Entente.Mobility.Demo;

/// <summary>Requests to change stays under way: one of the student who can sign in that is open, and one of each other end a request can come to.</summary>
internal sealed class DemoChanges(AppDbContext db, DemoBook book, SchoolClock clock)
{
    /// <returns>Those that are open, for what is owed for them.</returns>
    public IReadOnlyList<(Stay Stay, StayChange Change)> Add(DemoStays stays, DemoCast cast, DateOnly today)
    {
        var (office, known) = (book.Find<AccountCard>("tang.yuan"), book.Find<AccountCard>("gao.yining"));
        var own = stays.All.First(s => s.PersonId == cast.Known);
        var asked = Ask(own, ChangeKind.Extension, own.Until.AddMonths(3), "The pilot plant came six weeks late; the winter series can only be measured on site. The group keeps the bench for me.", known, 4);
        if (own.HostSupervisorId is { } host) asked.AgreeAsHost(cast.HostNames[host], "The bench and the supervision stay available.", clock.Now - Duration.FromDays(2));
        if (stays.All.Where(s => s.State == StayState.UnderWay && s != own && s.Until > today.AddDays(60)).Take(3).ToArray() is not [var extended, var refused, var returning]) return [(own, asked)];

        var granted = Ask(extended, ChangeKind.Extension, extended.Until.AddDays(21), "Three weeks for the joint measurements in the field.", office, 40);
        extended.Until = granted.Day!.Value;
        granted.Grant("A progress report before the old last day.", null, office, clock.Now - Duration.FromDays(31));
        Ask(refused, ChangeKind.Extension, refused.Until.AddMonths(14), "A further year for the doctoral thesis.", office, 60).Refuse("The form does not allow so long a stay; a cotutelle has to be agreed first.", office, clock.Now - Duration.FromDays(52));
        var earlier = Ask(returning, ChangeKind.EarlierReturn, returning.Until.AddDays(-30), "The experiments are finished; the defence at home has been moved forward.", office, 6);
        if (returning.HomeSupervisorId is not null) earlier.Say(true, "The results are complete; I support it.", book.Find<AccountCard>("he.mingche"), clock.Now - Duration.FromDays(3));
        return [(own, asked), (returning, earlier)];
    }

    private StayChange Ask(Stay stay, ChangeKind kind, DateOnly day, string reason, AccountId by, int daysAgo)
    {
        var change = new StayChange { StayId = stay.Id, Kind = kind, DayBefore = stay.Until, Day = day, Reason = reason, AskedAt = clock.Now - Duration.FromDays(daysAgo), AskedById = by };
        db.Add(change);
        return change;
    }
}
