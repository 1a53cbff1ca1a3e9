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
        if (request.Waiting is not { } step || viewer.Me() is not { } me || !viewer.Acts(step)) return new(false, null, null);
        var behalf = viewer.OnBehalfOf(SafeguardsPermissions.ActAs(step.Role), step.UnitId.Value) is { } holder ? new AccountId(holder) : (AccountId?)null;
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
