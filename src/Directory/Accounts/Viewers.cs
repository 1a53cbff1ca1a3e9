using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;

namespace Entente.Directory.Accounts;

/// <summary>Makes the viewer of an account: its permissions today with the units they hold for.</summary>
internal sealed class Viewers(AppDbContext db, RolePermissions permissions, SchoolClock clock)
{
    public async Task<Viewer> OfAsync(AccountId account, PersonId? person, string name, CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var held = await HeldRoles.OfAsync(db, account, clock.Today, tree, cancellation);
        var own = permissions.Reaches(held.Where(h => h.OnBehalfOf is null), tree);
        var lent = held.Where(h => h.OnBehalfOf is not null)
            .GroupBy(h => h.OnBehalfOf!.Value)
            .SelectMany(g => permissions.Reaches(g, tree).Select(p => new LentPermission(p.Key, g.Key.Value, p.Value)));
        return Viewer.Of(account.Value, person?.Value, name, own, lent);
    }
}
