using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Directory.Accounts;

/// <summary>
/// Who sees which accounts: whoever manages them all; whoever invites sees those with a role in the units invited for; each sees its own.
/// </summary>
internal static class AccountVisibility
{
    public static IQueryable<Account> VisibleTo(this IQueryable<Account> accounts, Viewer viewer, IQueryable<RoleGrant> grants)
    {
        if (viewer.IsSystem || viewer.May(DirectoryPermissions.ManageAccounts)) return accounts.ViewerNamed();
        AccountId? own = viewer.Me();
        var reach = viewer.Reach(DirectoryPermissions.Invite);
        if (reach.IsEverywhere) return accounts.ViewerNamed();
        var units = reach.Ids<Contracts.Directory.UnitCard>();
        return accounts.ViewerNamed().Where(a => a.Id == own || grants.Any(g => g.AccountId == a.Id && units.Contains(g.UnitId)));
    }

    /// <summary>For signing in and for answers about names, where nobody's view narrows.</summary>
    public static IQueryable<Account> Accounts(this AppDbContext db) => db.Set<Account>().ViewerNamed();
}
