using System.Text.Json;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Applications;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Allocation;

/// <summary>Reads what a published result says to one applicant: the newest that stands.</summary>
internal sealed class GivenReading(AppDbContext db)
{
    public async Task<GivenView?> OfAsync(Id<Application> application, CallModel call, CancellationToken cancellation)
    {
        var found = await (from result in db.Set<AllocationResult>().AsNoTracking()
                           join round in db.Set<AllocationRound>() on result.RoundId equals round.Id
                           where result.ApplicationId == application && result.State != ResultState.Replaced
                           orderby round.Number descending
                           select new { Result = result, round.AcceptBy }).FirstOrDefaultAsync(cancellation);
        if (found is null) return null;
        var state = found.Result.StateAt(db.Write.Now, found.AcceptBy);
        return new(
            found.Result.PlaceId is { } place ? call.Places.Single(p => p.Key == place.Value) : null, state, found.Result.Why, state == ResultState.Offered ? found.AcceptBy : null,
            found.Result.Id.Value)
        {
            WhyNot = Sentences(found.Result.WhyNot),
        };
    }

    public static IReadOnlyList<LocalizedText> Sentences(string json) =>
        [.. JsonSerializer.Deserialize<List<Dictionary<string, string>>>(json)!.Select(t => new LocalizedText(t))];

    public static string Json(IEnumerable<LocalizedText> sentences) => JsonSerializer.Serialize(sentences.Select(s => s.Texts));
}

/// <summary>Gives a place back when its student withdraws: the ledger is free again, the waiting list can move.</summary>
internal sealed class PlacementWithdrawal(AppDbContext db, IPlaceLedger ledger)
{
    public async Task WithdrawAsync(Id<Application> application, string reason, CancellationToken cancellation)
    {
        var standing = await db.Set<AllocationResult>()
            .Where(r => r.ApplicationId == application && (r.State == ResultState.Offered || r.State == ResultState.Accepted || r.State == ResultState.Waiting)).ToListAsync(cancellation);
        foreach (var result in standing)
        {
            if (result.State == ResultState.Accepted) await ledger.WithdrawAsync(result.Ref(), reason, cancellation);
            result.Decide(ResultState.Withdrawn, db.Write.Now, reason);
        }
    }
}
