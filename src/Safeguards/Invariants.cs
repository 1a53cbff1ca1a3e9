using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Safeguards.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards;

/// <summary>An approved request has every step approved; one that waits has exactly one step whose turn it is, and those before it approved.</summary>
internal sealed class ApprovedSteps : IInvariant
{
    public string Id => "safeguards.approved-steps";

    public async Task<IReadOnlyList<RecordRef>> BrokenByAsync(AppDbContext db, CancellationToken cancellation)
    {
        var broken = await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).Where(r =>
                r.Steps.Count == 0
                || (r.State == ApprovalState.Approved && r.Steps.Any(s => s.Decision != ApprovalDecision.Approved))
                || (r.State == ApprovalState.Pending && (
                    r.Steps.Count(s => s.Order == r.CurrentStep && s.Decision == ApprovalDecision.Pending) != 1
                    || r.Steps.Any(s => s.Order < r.CurrentStep && s.Decision != ApprovalDecision.Approved))))
            .Select(r => r.Id).ToListAsync(cancellation);
        return [.. broken.Select(id => new RecordRef("safeguards.approval", id.Value))];
    }
}

/// <summary>The pack a verdict names is there, and is what was installed.</summary>
internal sealed class VerdictPack : IInvariant
{
    public string Id => "safeguards.verdict-pack";

    public async Task<IReadOnlyList<RecordRef>> BrokenByAsync(AppDbContext db, CancellationToken cancellation)
    {
        var orphans = await db.Set<Verdict>().Where(v => !db.Set<PackEdition>().Any(p => p.Id == v.EditionId)).Select(v => v.Id).ToListAsync(cancellation);
        var packs = await db.Set<PackEdition>().AsNoTracking().Select(p => new { p.Id, p.Content, p.Hash }).ToListAsync(cancellation);
        return
        [
            .. orphans.Select(id => new RecordRef("safeguards.verdict", id.Value)),
            .. packs.Where(p => !p.Hash.AsSpan().SequenceEqual(PackEdition.HashOf(p.Content))).Select(p => new RecordRef("safeguards.pack", p.Id.Value)),
        ];
    }
}
