using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Directory.Invitations;

/// <summary>Who sees which open invitations: whoever manages accounts, whoever invites for the unit, and who made it.</summary>
internal static class InvitationVisibility
{
    public static IQueryable<AccountLink> OpenFor(AppDbContext db, Viewer viewer)
    {
        var open = Invitations.Open(db, db.Write.Now);
        var reach = viewer.Reach(DirectoryPermissions.Invite);
        if (viewer.IsSystem || viewer.May(DirectoryPermissions.ManageAccounts) || reach.IsEverywhere) return open;
        AccountId? own = viewer.Me();
        UnitId?[] units = [.. reach.Ids<UnitCard>()];
        return open.Where(l => l.InvitedById == own || units.Contains(l.UnitId));
    }
}
