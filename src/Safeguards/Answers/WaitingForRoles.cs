using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Safeguards.Approvals;
using Entente.Safeguards.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Answers;

/// <summary>Tells the directory which decisions and obligations wait for a role, so that it finds those that nobody can act on.</summary>
internal sealed class WaitingForRoles(AppDbContext db) : IRoleWork
{
    public async Task<IReadOnlyList<RoleWork>> WaitingAsync(CancellationToken cancellation)
    {
        var steps = await (
            from request in db.Set<ApprovalRequest>().VisibleTo(Viewer.System)
            where request.State == ApprovalState.Pending
            from step in request.Steps
            where step.Order == request.CurrentStep && step.StandInRole == null && step.ApproverId == null
            orderby request.AskedAt
            select new { request.Id, step.Role, step.UnitId, step.IsStuck, request.Title }).ToListAsync(cancellation);
        var owed = await db.Set<Obligation>().VisibleTo(Viewer.System).Where(o => o.State == ObligationState.Open && o.OwnerId == null).OrderBy(o => o.Due)
            .Select(o => new RoleWork(o.Role, o.UnitId, o.Title, o.Address)).ToListAsync(cancellation);
        return [.. steps.Select(s => new RoleWork(s.Role, s.UnitId, s.Title, "/approvals/" + s.Id, s.IsStuck)), .. owed];
    }
}

/// <summary>What somebody owed in person who has left is owed by the role again; what they would decide is handed on.</summary>
internal sealed class HandBack : Foundation.Events.IHear<AccountsLeft>
{
    public async Task HearAsync(AccountsLeft happened, AppDbContext db, CancellationToken cancellation)
    {
        var accounts = happened.Accounts.Select(a => (AccountId?)a).ToList();
        foreach (var owed in await db.Set<Obligation>().VisibleTo(Viewer.System).Where(o => o.State == ObligationState.Open && accounts.Contains(o.OwnerId)).ToListAsync(cancellation))
            (owed.OwnerId, owed.RemindedAt) = (null, null);
        await RightsHeard.LookAsync(db, cancellation);
    }
}

/// <summary>Rights began or ended: what nobody may decide any more is handed on, what somebody may again is theirs.</summary>
internal sealed class RightsHeard : Foundation.Events.IHear<RightsChanged>
{
    public Task HearAsync(RightsChanged happened, AppDbContext db, CancellationToken cancellation) => LookAsync(db, cancellation);

    /// <summary>Has what waits looked at after this commits, where anything does.</summary>
    public static async Task LookAsync(AppDbContext db, CancellationToken cancellation)
    {
        if (await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).AnyAsync(r => r.State == ApprovalState.Pending, cancellation)) db.Enqueue(new HandOn(null));
    }
}
