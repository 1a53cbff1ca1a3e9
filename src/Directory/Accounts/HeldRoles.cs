using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Accounts;

/// <summary>A role held on a day, of one's own or lent.</summary>
/// <param name="Role">One of <see cref="BuiltInRole"/>.</param>
/// <param name="Unit">Where it holds, with all below.</param>
/// <param name="OnBehalfOf">Who lent it; none: one's own.</param>
internal sealed record HeldRole(string Role, UnitId Unit, AccountId? OnBehalfOf);

/// <summary>What accounts hold on a day.</summary>
internal static class HeldRoles
{
    public static async Task<IReadOnlyList<HeldRole>> OfAsync(
        AppDbContext db, AccountId account, DateOnly day, UnitTree tree, CancellationToken cancellation)
    {
        var own = await GrantsOn(db, day).Where(g => g.AccountId == account).Select(g => new { g.Role, g.UnitId }).ToListAsync(cancellation);
        var lent = await (
            from d in DelegationsOn(db, day)
            where d.DelegateId == account
            join h in db.Accounts() on d.HolderId equals h.Id
            join g in GrantsOn(db, day) on new { Account = d.HolderId, d.Role } equals new { Account = g.AccountId, g.Role }
            where h.EndedAt == null
            select new { d.Role, d.UnitId, d.HolderId, HeldFor = g.UnitId }).ToListAsync(cancellation);
        return
        [
            .. own.Select(g => new HeldRole(g.Role, g.UnitId, null)),
            .. lent.Where(l => tree.WithAbove(l.UnitId).Contains(l.HeldFor)).Select(l => new HeldRole(l.Role, l.UnitId, l.HolderId)).Distinct(),
        ];
    }

    /// <summary>The grants that hold on a day.</summary>
    public static IQueryable<RoleGrant> GrantsOn(AppDbContext db, DateOnly day) =>
        db.Set<RoleGrant>().Where(g => g.WithdrawnAt == null && g.From <= day && (g.To == null || g.To >= day));

    /// <summary>The delegations that hold on a day, as far as their own dates go.</summary>
    public static IQueryable<Delegation> DelegationsOn(AppDbContext db, DateOnly day) =>
        db.Set<Delegation>().Where(d => d.WithdrawnAt == null && d.From <= day && d.To >= day);
}
