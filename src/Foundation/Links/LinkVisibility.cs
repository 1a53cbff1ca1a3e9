using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Foundation.Links;

/// <summary>Who sees which links out: those who keep links for the unit, and who made it.</summary>
internal static class LinkVisibility
{
    public static IQueryable<OutsideLink> VisibleTo(this IQueryable<OutsideLink> links, Viewer viewer)
    {
        var named = links.ViewerNamed();
        var reach = viewer.Reach(FoundationPermissions.Links);
        if (reach.IsEverywhere) return named;
        var units = reach.Units.ToList();
        return viewer.Account is { } own ? named.Where(l => units.Contains(l.Unit) || l.MadeBy == own) : named.Where(l => units.Contains(l.Unit));
    }
}
