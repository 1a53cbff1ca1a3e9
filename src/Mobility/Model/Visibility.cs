using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Mobility.Model;

/// <summary>Who sees what: the office of the unit sees calls, applications and stays; a student sees published calls and everything of their own.</summary>
internal static class Visibility
{
    public static IQueryable<Call> VisibleTo(this IQueryable<Call> calls, Viewer viewer)
    {
        var named = calls.ViewerNamed();
        var reach = viewer.Reach(MobilityPermissions.View);
        if (reach.IsEverywhere) return named;
        var (units, signedIn) = (reach.Ids<UnitCard>(), viewer.IsSignedIn);
        return named.Where(c => units.Contains(c.UnitId) || (signedIn && c.State != CallState.Draft));
    }

    /// <summary>A draft is seen by nobody but the student who writes it, unless they handed it in and a rule held it; a reviewer sees exactly the applications given to them.</summary>
    public static IQueryable<Application> VisibleTo(this IQueryable<Application> applications, Viewer viewer)
    {
        var named = applications.ViewerNamed().ReachedThroughOwner<Application, Review>();
        if (viewer.IsSystem) return named;
        var reach = viewer.Reach(MobilityPermissions.View);
        var (everywhere, units) = (reach.IsEverywhere, reach.Ids<UnitCard>());
        AccountId? own = viewer.Me();
        var reviewer = viewer.May(MobilityPermissions.Review) ? own : null;
        return named.Where(a => ((a.State != ApplicationState.Draft || a.HeldAt != null) && (everywhere || units.Contains(a.CallUnitId))) || (own != null && a.AccountId == own)
            || (reviewer != null && a.State == ApplicationState.Submitted && a.Reviews.Any(r => r.ReviewerId == reviewer && (r.State == ReviewState.Asked || r.State == ReviewState.Sent))));
    }

    /// <summary>The office of the call's unit sees all; a reviewer their own, while it is asked for.</summary>
    public static IQueryable<Review> VisibleTo(this IQueryable<Review> reviews, Viewer viewer)
    {
        var named = reviews.ViewerNamed();
        if (viewer.IsSystem) return named;
        var reach = viewer.Reach(MobilityPermissions.View);
        var (everywhere, units) = (reach.IsEverywhere, reach.Ids<UnitCard>());
        AccountId? own = viewer.Account is { } account && viewer.May(MobilityPermissions.Review) ? new AccountId(account) : null;
        return named.Where(r => everywhere || units.Contains(r.CallUnitId) || (own != null && r.ReviewerId == own && (r.State == ReviewState.Asked || r.State == ReviewState.Sent)));
    }

    /// <summary>Those of the units, and the student's own.</summary>
    public static IQueryable<Nomination> VisibleTo(this IQueryable<Nomination> nominations, Viewer viewer)
    {
        var named = nominations.ViewerNamed();
        var reach = viewer.Reach(MobilityPermissions.View);
        if (reach.IsEverywhere) return named;
        var units = reach.Ids<UnitCard>();
        PersonId? me = viewer.Person is { } person ? new PersonId(person) : null;
        return named.Where(n => units.Contains(n.UnitId) || (me != null && n.PersonId == me));
    }

    /// <summary>Those of the units, and one's own: as the student, or as a supervisor.</summary>
    public static IQueryable<Stay> VisibleTo(this IQueryable<Stay> stays, Viewer viewer)
    {
        var named = stays.ViewerNamed();
        var reach = viewer.Reach(MobilityPermissions.View);
        if (reach.IsEverywhere) return named;
        var units = reach.Ids<UnitCard>();
        PersonId? me = viewer.Person is { } person ? new PersonId(person) : null;
        return named.Where(s => units.Contains(s.UnitId) || (me != null && (s.PersonId == me || s.HomeSupervisorId == me || s.HostSupervisorId == me)));
    }

    public static IQueryable<FundingSource> VisibleTo(this IQueryable<FundingSource> sources, Viewer viewer)
    {
        var named = sources.ViewerNamed();
        var reach = viewer.Reach(MobilityPermissions.View);
        if (reach.IsEverywhere) return named;
        var units = reach.Ids<UnitCard>();
        return named.Where(s => units.Contains(s.UnitId));
    }

    /// <summary>The office of the source's unit sees awards, and whoever got one sees it.</summary>
    public static IQueryable<Award> VisibleTo(this IQueryable<Award> awards, Viewer viewer)
    {
        var named = awards.ViewerNamed();
        var reach = viewer.Reach(MobilityPermissions.View);
        if (reach.IsEverywhere) return named;
        var units = reach.Ids<UnitCard>();
        PersonId? me = viewer.Person is { } person ? new PersonId(person) : null;
        return named.Where(a => units.Contains(a.UnitId) || (me != null && a.PersonId == me));
    }
}
