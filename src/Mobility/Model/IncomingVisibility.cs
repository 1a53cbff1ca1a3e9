using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Mobility.Model;

/// <summary>Who sees invitations of partners and the students they nominate: the office of the unit that receives. Partners and students see theirs by their links.</summary>
internal static class IncomingVisibility
{
    public static IQueryable<IncomingInvitation> VisibleTo(this IQueryable<IncomingInvitation> invitations, Viewer viewer)
    {
        var named = invitations.ViewerNamed();
        var reach = viewer.Reach(MobilityPermissions.View);
        if (reach.IsEverywhere) return named;
        var units = reach.Ids<UnitCard>();
        return named.Where(i => units.Contains(i.UnitId));
    }

    public static IQueryable<IncomingStudent> VisibleTo(this IQueryable<IncomingStudent> students, Viewer viewer)
    {
        var named = students.ViewerNamed();
        var reach = viewer.Reach(MobilityPermissions.View);
        if (reach.IsEverywhere) return named;
        var units = reach.Ids<UnitCard>();
        return named.Where(s => units.Contains(s.UnitId));
    }
}
