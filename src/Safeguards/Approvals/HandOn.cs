using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Entente.Safeguards.Packs;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Approvals;

/// <summary>
/// Hands on the steps that nobody may decide in their own role, because whoever could has left: after rights change, after a step begins, and every morning
/// before the reminders, for those that end on a day of their own.
/// </summary>
/// <param name="Request">The one request to look at; none: all that wait.</param>
internal sealed record HandOn(Guid? Request) : IJobPayload
{
    public const string EveryMorning = "30 6 * * *";

    public HandOn()
        : this(null as Guid?)
    {
    }

    public static string Kind => "safeguards.hand-on";
}

/// <summary>Finds for each step who stands in, or that somebody has to be named.</summary>
internal sealed class HandOnHandler(PackShelf shelf, IAccounts accounts, IUnits units, SchoolClock clock) : IJob<HandOn>
{
    public async Task RunAsync(HandOn payload, JobRun run, CancellationToken cancellation)
    {
        run.Db.Write.Action = HandOn.Kind;
        var one = payload.Request is { } key ? new ApprovalId(key) : (ApprovalId?)null;
        var pending = await run.Db.Set<ApprovalRequest>().VisibleTo(Viewer.System).Include(r => r.Steps)
            .Where(r => r.State == ApprovalState.Pending && (one == null || r.Id == one)).OrderBy(r => r.AskedAt).ToListAsync(cancellation);
        var deciders = new Deciders(accounts);
        var parents = pending.Count == 0 ? [] : (await units.AllAsync(cancellation)).ToDictionary(u => u.Id, u => u.Parent);
        foreach (var request in pending)
        {
            var pack = await shelf.OfAsync(request.EditionId, cancellation);
            var chain = pack.Chains.First(c => c.Id == request.Chain);
            var step = request.Waiting!;
            if ((await deciders.InRoleAsync(step.Role, step.UnitId, request, chain, cancellation)).Count > 0) step.Hold();
            else await HandOnAsync(step, pack.Calendar(chain.Calendar)!.Add(clock.Today, step.WithinWorkingDays));

            async Task HandOnAsync(ApprovalStep waiting, DateOnly decideBy)
            {
                if (waiting.ApproverId is { } named && !(await deciders.OfAsync(request, chain, cancellation)).Any(a => a.Id == named)) waiting.Unname();
                waiting.HandOn(await StandInAsync(waiting, request, chain), run.Now, decideBy);
            }
        }

        async Task<(string, UnitId)?> StandInAsync(ApprovalStep step, ApprovalRequest request, ChainRule chain)
        {
            foreach (var (role, unit) in StandsIn(step, parents))
            {
                if ((await deciders.FreeInRoleAsync(role, unit, request, chain, cancellation)).Count > 0) return (role, unit);
            }

            return null;
        }
    }

    /// <summary>Up the chain, never down: the head of the unit, then the dean; for a dean the head of what stands above.</summary>
    private static IEnumerable<(string Role, UnitId Unit)> StandsIn(ApprovalStep step, Dictionary<UnitId, UnitId?> parents)
    {
        if (step.Role == BuiltInRole.Dean) return parents.GetValueOrDefault(step.UnitId) is { } above ? [(BuiltInRole.Head, above)] : [];
        return step.Role == BuiltInRole.Head ? [(BuiltInRole.Dean, step.UnitId)] : [(BuiltInRole.Head, step.UnitId), (BuiltInRole.Dean, step.UnitId)];
    }
}
