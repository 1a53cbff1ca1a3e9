using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Entente.Safeguards.Packs;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Approvals;

/// <summary>Finds a request for the viewer and says whether the viewer decides its step, and if not, why.</summary>
internal sealed class DecisionDoor(AppDbContext db, Viewer viewer, PackShelf packs)
{
    public async Task<ApprovalRequest?> FindAsync(string id, CancellationToken cancellation) =>
        ApprovalId.TryParse(id, null, out var key)
            ? await db.Set<ApprovalRequest>().VisibleTo(viewer).Include(r => r.Steps).SingleOrDefaultAsync(r => r.Id == key, cancellation)
            : null;

    /// <summary>The chain as the request took it.</summary>
    public async Task<(Pack Pack, ChainRule Chain)> ChainOfAsync(ApprovalRequest request, CancellationToken cancellation)
    {
        var pack = await packs.OfAsync(request.EditionId, cancellation);
        return (pack, pack.Chains.First(c => c.Id == request.Chain));
    }

    /// <summary>Whether the viewer decides the step that waits; a text key of why not where the role is held all the same.</summary>
    public static DecisionRight RightOf(Viewer viewer, ApprovalRequest request, ChainRule chain)
    {
        if (request.Waiting is not { } step || viewer.Me() is not { } me) return Not;
        var rights = Seats(step).Where(s => viewer.May(SafeguardsPermissions.ActAs(s.Role), s.Unit.Value)).Select(s => InRole(viewer, me, s, request, chain)).ToList();
        if (step.ApproverId == me) rights.Add(Judged(me, null, request, chain));
        return rights.Find(r => r.May) ?? rights.FirstOrDefault() ?? Not;
    }

    /// <summary>Whether the viewer, who holds a role, could decide in it; the role need not be the step's own.</summary>
    public static DecisionRight InRole(Viewer viewer, (string Role, UnitId Unit) seat, ApprovalRequest request, ChainRule chain) =>
        viewer.Me() is { } me ? InRole(viewer, me, seat, request, chain) : Not;

    /// <summary>The name of the deciding under which it is logged: of the role it is done in.</summary>
    public static string ActionOf(Viewer viewer, ApprovalStep step) =>
        Seats(step).Where(s => viewer.May(SafeguardsPermissions.ActAs(s.Role), s.Unit.Value)).Select(s => SafeguardsPermissions.ActAs(s.Role)).FirstOrDefault() ?? "safeguards.approvals.named";

    private static DecisionRight Not { get; } = new(false, null, null);

    private static IEnumerable<(string Role, UnitId Unit)> Seats(ApprovalStep step) =>
        step is { StandInRole: { } role, StandInUnitId: { } unit } ? [(step.Role, step.UnitId), (role, unit)] : [(step.Role, step.UnitId)];

    private static DecisionRight InRole(Viewer viewer, AccountId me, (string Role, UnitId Unit) seat, ApprovalRequest request, ChainRule chain) =>
        Judged(me, viewer.OnBehalfOf(SafeguardsPermissions.ActAs(seat.Role), seat.Unit.Value) is { } holder ? new AccountId(holder) : null, request, chain);

    private static DecisionRight Judged(AccountId me, AccountId? behalf, ApprovalRequest request, ChainRule chain)
    {
        if (!chain.AskerMayDecide && request.AskedById is { } asker && (asker == me || asker == behalf)) return new(false, behalf, "approvals.not-your-own");
        if (!chain.OnePersonSeveralSteps && request.Steps.Exists(s => s.DecidedById is { } decided && (decided == me || decided == behalf || s.OnBehalfOfId == me || (behalf is not null && s.OnBehalfOfId == behalf))))
            return new(false, behalf, "approvals.decided-before");
        return new(true, behalf, null);
    }
}

/// <summary>Whether somebody decides.</summary>
/// <param name="May">Whether.</param>
/// <param name="OnBehalfOf">Whose lent role is used.</param>
/// <param name="WhyNotKey">Why not, where the role is held.</param>
internal sealed record DecisionRight(bool May, AccountId? OnBehalfOf, string? WhyNotKey);
