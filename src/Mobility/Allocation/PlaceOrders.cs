using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Matching.Places;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Allocation;

/// <summary>Writes out the order in which places prefer students, where that is not the rank: every student who listed the place, those alike by rank and then by lot.</summary>
internal static class PlaceOrders
{
    /// <summary>The ids of the students in order, by the key of the place; none for places that go by rank.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> OfAsync(
        AppDbContext db, CallModel call, IReadOnlyList<Application> waiting, string seed, CancellationToken cancellation)
    {
        var key = new Id<Call>(call.Key);
        var turns = (await db.Set<PlaceTurn>().AsNoTracking().Where(t => db.Set<CallPlace>().Any(p => p.Id == t.PlaceId && p.CallId == key)).ToListAsync(cancellation))
            .ToLookup(t => t.PlaceId.Value);
        return call.Places.Where(p => p.Priority != PlacePriority.Rank).ToDictionary(p => p.Key, place => Ordered(
            waiting.Where(a => a.Choices.Exists(c => c.PlaceId.Value == place.Key)), place, turns[place.Key].ToDictionary(t => t.ApplicationId, t => t.Order), seed));
    }

    private static IReadOnlyList<string> Ordered(IEnumerable<Application> applicants, PlaceRow place, Dictionary<Id<Application>, int> turns, string seed) =>
    [
        .. applicants.Select(a => (Id: a.Id.ToString(), Worth: Worth(a, place, turns), Rank: a.Rank ?? Freezing.Unranked))
            .OrderBy(a => a.Worth).ThenBy(a => a.Rank).ThenBy(a => LotteryNumber.Of(seed, a.Id)).Select(a => a.Id),
    ];

    // The lower comes first.
    private static int Worth(Application application, PlaceRow place, Dictionary<Id<Application>, int> turns) => place.Priority switch
    {
        PlacePriority.Grade => -(application.Grade ?? -1),
        PlacePriority.Level => -(int)(application.Level ?? (StudyLevel)(-1)),
        PlacePriority.Language => place.Language is null || place.Language == application.Language ? -(application.LanguageLevel ?? 0) : 0,
        PlacePriority.Field => application.Field?.StartsWith(place.PriorityField ?? "-", StringComparison.Ordinal) == true ? 0 : 1,
        _ => turns.GetValueOrDefault(application.Id, int.MaxValue),
    };
}
