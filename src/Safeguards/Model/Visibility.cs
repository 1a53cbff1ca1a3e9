using System.Linq.Expressions;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Safeguards.Model;

/// <summary>Who sees what is owed: those who oversee its unit, those who act in its role, its owner, and whoever it was delegated to.</summary>
internal static class Visibility
{
    public static IQueryable<Obligation> VisibleTo(this IQueryable<Obligation> obligations, Viewer viewer)
    {
        var reach = viewer.Reach(SafeguardsPermissions.View);
        if (reach.IsEverywhere) return obligations.ViewerNamed();
        var units = reach.Ids<UnitCard>();
        var me = viewer.Me();
        Expression<Func<Obligation, bool>> mine = o =>
            units.Contains(o.UnitId) || o.OwnerId == me || o.Delegations.Any(d => d.DelegateId == me && d.WithdrawnAt == null);
        return me is null ? obligations.ViewerNamed().Where(o => false) : obligations.ViewerNamed().Where(mine.Or(Acting.By<Obligation>(viewer)));
    }

    /// <summary>What waits for the viewer in person on a day: delegated to it; else its own; else of a role it holds.</summary>
    public static IQueryable<Obligation> WaitingFor(this IQueryable<Obligation> obligations, Viewer viewer, DateOnly day)
    {
        var me = viewer.Me();
        if (me is null) return obligations.ViewerNamed().Where(o => false);
        Expression<Func<Obligation, bool>> own = o => o.OwnerId == me;
        Expression<Func<Obligation, bool>> delegated = o =>
            o.Delegations.Any(d => d.DelegateId == me && d.WithdrawnAt == null && d.From <= day && d.To >= day);
        var nobodyElse = obligations.ViewerNamed().Where(o => o.State == ObligationState.Open);
        var byRole = Acting.By<Obligation>(viewer);
        Expression<Func<Obligation, bool>> unowned = o => o.OwnerId == null;
        Expression<Func<Obligation, bool>> kept = o => !o.Delegations.Any(d => d.WithdrawnAt == null && d.From <= day && d.To >= day);
        return nobodyElse.Where(delegated.Or(own.Or(unowned.And(byRole)).And(kept)));
    }

    /// <summary>Requests of units one oversees, those one asked, and those with a step one decides.</summary>
    public static IQueryable<ApprovalRequest> VisibleTo(this IQueryable<ApprovalRequest> requests, Viewer viewer)
    {
        var reach = viewer.Reach(SafeguardsPermissions.View);
        if (reach.IsEverywhere) return requests.ViewerNamed();
        var me = viewer.Me();
        if (me is null) return requests.ViewerNamed().Where(r => false);
        var units = reach.Ids<UnitCard>();
        var acts = Acting.Deciding(viewer);
        return requests.ViewerNamed().Where(r => units.Contains(r.UnitId) || r.AskedById == me || r.Steps.AsQueryable().Any(acts));
    }

    /// <summary>Requests whose step nobody may decide, in the units for which the viewer names an approver.</summary>
    public static IQueryable<ApprovalRequest> StuckFor(this IQueryable<ApprovalRequest> requests, Viewer viewer)
    {
        var stuck = requests.ViewerNamed().Where(r => r.State == ApprovalState.Pending && r.Steps.Any(s => s.Order == r.CurrentStep && s.IsStuck));
        var reach = viewer.Reach(SafeguardsPermissions.NameApprover);
        if (reach.IsEverywhere) return stuck;
        var units = reach.Ids<UnitCard>();
        return stuck.Where(r => units.Contains(r.UnitId));
    }

    /// <summary>Exceptions granted in the units one may see them for.</summary>
    public static IQueryable<GateException> VisibleTo(this IQueryable<GateException> exceptions, Viewer viewer)
    {
        var reach = viewer.Reach(SafeguardsPermissions.ViewExceptions);
        if (reach.IsEverywhere) return exceptions.ViewerNamed();
        var units = reach.Ids<UnitCard>();
        return exceptions.ViewerNamed().Where(e => units.Contains(e.UnitId));
    }

    /// <summary>Passings of units one oversees.</summary>
    public static IQueryable<GatePassing> VisibleTo(this IQueryable<GatePassing> passings, Viewer viewer)
    {
        var reach = viewer.Reach(SafeguardsPermissions.View);
        if (reach.IsEverywhere) return passings.ViewerNamed();
        var units = reach.Ids<UnitCard>();
        return passings.ViewerNamed().Where(p => units.Contains(p.UnitId));
    }

    public static IQueryable<Follow> VisibleTo(this IQueryable<Follow> follows, Viewer viewer)
    {
        var me = viewer.Me();
        return follows.ViewerNamed().Where(f => f.AccountId == me);
    }
}
