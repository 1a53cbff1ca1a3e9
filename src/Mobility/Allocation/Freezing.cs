using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Matching.Places;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Allocation;

/// <summary>
/// Makes the problem of a call: everybody who applied and has no place yet, the places not given, and the caps of the agreements around them as nests. What a
/// place asks for is told to the mechanisms as it is, so that they can say which need was not met.
/// </summary>
internal sealed class Freezing(AppDbContext db, IAgreements agreements, IPlaceLedger ledger, IPlaceStandings standings, IPersons persons, Funding.CallBudget budget)
{
    /// <summary>The rank of whom nobody ranked: after everybody ranked, all alike, so that the lot decides among them.</summary>
    public const int Unranked = 100_001;

    public async Task<(PlaceProblem Problem, IReadOnlyList<LocalizedText> Twice)> OfAsync(CallModel call, string seed, CancellationToken cancellation)
    {
        var key = new Id<Call>(call.Key);
        var now = db.Write.Now;
        var applications = await db.Set<Application>().VisibleTo(Viewer.System).AsNoTracking().Include(a => a.Choices)
            .Where(a => a.CallId == key && a.State == ApplicationState.Submitted).OrderBy(a => a.Id).ToListAsync(cancellation);
        var held = (await HeldAsync(key, now, cancellation)).ToList();
        var placed = held.Select(h => h.Application).ToHashSet();
        var waiting = applications.Where(a => !placed.Contains(a.Id)).ToList();
        var students = waiting.ConvertAll(a => new Student(a.Id.ToString(), a.Rank ?? Unranked, [.. a.Choices.OrderBy(c => c.Order).Select(c => c.PlaceId.ToString())])
        {
            Level = a.Level?.ToString(),
            Field = a.Field?[..2],
            Grade = a.Grade,
            Languages = a is { Language: { } language, LanguageLevel: { } level } ? new Dictionary<string, int>(StringComparer.Ordinal) { [language] = level } : new Dictionary<string, int>(StringComparer.Ordinal),
        });
        var orders = await PlaceOrders.OfAsync(db, call, waiting, seed, cancellation);
        var places = call.Places.Select(p => new Place(p.Key.ToString("N"), Math.Max(0, p.Seats - held.Count(h => h.Place.Value == p.Key)) * PlaceProblem.One)
        {
            Levels = p.Level is { } level ? [level.ToString()] : null,
            Fields = p.Field is { } field ? [field[..2]] : null,
            Languages = p is { Language: { } language, LanguageLevel: { } least } ? new Dictionary<string, int>(StringComparer.Ordinal) { [language] = least } : null,
            LeastGrade = p.LeastGrade,
            Cost = p.Cost ?? 0,
            IsClosed = p.ClosedReason is not null,
            Priority = orders.GetValueOrDefault(p.Key),
        }).ToList();
        var nests = await NestsAsync(call, cancellation);
        if (await budget.NestAsync(call, cancellation) is { } limit) nests.Add(limit);
        var problem = new PlaceProblem(students, places, nests) { Barred = Narrower(call, applications) };
        return (problem, await TwiceAsync(applications, cancellation));
    }

    /// <summary>How the school stands with the partners of the call in its year; what is offered and not answered yet counts as sent.</summary>
    public async Task<string> StandingsAsync(CallModel call, CancellationToken cancellation)
    {
        var length = await db.Set<MobilityForm>().Where(f => f.Code == call.FormCode).Select(f => f.Length).SingleAsync(cancellation);
        var offered = (await HeldAsync(new(call.Key), db.Write.Now, cancellation)).Where(h => h.State == ResultState.Offered)
            .Join(call.Places, h => h.Place.Value, p => p.Key, (_, p) => (p.Agreement, Partner: p.Partner.Id)).ToLookup(p => p);
        var now = await standings.OfAsync([.. call.Places.Select(p => p.Agreement).Distinct()], call.Year, length, cancellation);
        return Standings.Json(now.Select(s => new FrozenStanding(s.Agreement.Value, s.Partner.Value, s.Sent, s.Received, s.PerStudent, s.Account?.Owed, s.Account?.Most, s.Account?.Until)
            .With(offered[(s.Agreement, s.Partner)].Count() * s.PerStudent)));
    }

    /// <summary>The places offered or accepted in rounds so far; an offer that lapsed holds nothing.</summary>
    private async Task<IReadOnlyList<(Id<Application> Application, Id<CallPlace> Place, ResultState State)>> HeldAsync(Id<Call> call, Instant now, CancellationToken cancellation) =>
        [.. (await (from result in db.Set<AllocationResult>().AsNoTracking()
                join round in db.Set<AllocationRound>() on result.RoundId equals round.Id
                where round.CallId == call && result.PlaceId != null && (result.State == ResultState.Accepted || (result.State == ResultState.Offered && round.AcceptBy >= now))
                select new { result.ApplicationId, result.PlaceId, result.State }).ToListAsync(cancellation)).Select(r => (r.ApplicationId, r.PlaceId!.Value, r.State))];

    // A field of more than two digits is asked for more closely than the mechanisms compare.
    private static List<Bar> Narrower(CallModel call, IReadOnlyList<Application> applications) =>
        [.. from place in call.Places
            where place.Field is { Length: > 2 }
            from application in applications
            where application.Choices.Exists(c => c.PlaceId.Value == place.Key) && application.Field?.StartsWith(place.Field!, StringComparison.Ordinal) != true && application.Field?[..2] == place.Field![..2]
            select new Bar(application.Id.ToString(), place.Key.ToString("N"), "field")];

    private async Task<List<Nest>> NestsAsync(CallModel call, CancellationToken cancellation)
    {
        var of = call.Places.Select(p => p.Agreement).Distinct().ToList();
        var lines = await agreements.PlacesAsync(of, cancellation);
        var left = await ledger.LeftAsync(of, call.Year, cancellation);
        var nests = new List<Nest>();
        foreach (var agreement in of)
        {
            var caps = lines.GetValueOrDefault(agreement, []);
            foreach (var line in caps)
            {
                var inside = call.Places.Where(p => p.Agreement == agreement && IsWithin(caps, p.Line, line.Code)).ToList();
                if (inside.Count == 0) continue;
                // What is accepted stands in the ledger already; what is only offered does not.
                var free = Math.Max(0, left[agreement].GetValueOrDefault(line.Code) / 100);
                if (inside.Sum(p => p.Seats) <= free && inside.Count == 1) continue;
                nests.Add(new($"{agreement}/{line.Code}", [.. inside.Select(p => p.Key.ToString("N"))]) { Cap = free * PlaceProblem.One });
            }
        }

        return nests;
    }

    private static bool IsWithin(IReadOnlyList<PlaceCard> caps, string code, string around)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = caps.FirstOrDefault(c => c.Code == code); at is not null && seen.Add(at.Code); at = caps.FirstOrDefault(c => c.Code == at.Within))
            if (at.Code == around) return true;
        return false;
    }

    // One human being under two names: the records were merged, or two applications carry the same person.
    private async Task<IReadOnlyList<LocalizedText>> TwiceAsync(IReadOnlyList<Application> applications, CancellationToken cancellation)
    {
        var people = applications.Select(a => a.PersonId).ToList();
        var cards = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Canonical, p.Name }).ToListAsync(cancellation);
        return [.. cards.GroupBy(c => c.Canonical).Where(g => g.Count() > 1).Select(g => g.First().Name)];
    }
}
