using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Units;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roster;

/// <summary>Finds what waits for a role that nobody holds: the last who did has left.</summary>
internal sealed class Vacancies(AppDbContext db, IEnumerable<IRoleWork> sources, SchoolClock clock)
{
    /// <summary>What nobody can act on, now.</summary>
    public Task<IReadOnlyList<RoleWork>> NowAsync(CancellationToken cancellation) => AfterAsync([], [], cancellation);

    /// <summary>What nobody could act on once some accounts are over and some grants have ended, as the change tracker has them.</summary>
    /// <param name="over">Accounts that are over.</param>
    /// <param name="only">Only work for these roles and units; empty: all.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<RoleWork>> AfterAsync(IReadOnlyCollection<AccountId> over, IReadOnlyCollection<(string Role, UnitId Unit)> only, CancellationToken cancellation)
    {
        var waiting = new List<RoleWork>();
        foreach (var source in sources) waiting.AddRange(await source.WaitingAsync(cancellation));
        if (waiting.Count == 0) return [];
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var roles = only.Select(o => o.Role).ToHashSet(StringComparer.Ordinal);
        waiting = [.. waiting.Where(w => only.Count == 0 || roles.Contains(w.Role) && only.Any(o => o.Role == w.Role && tree.WithAbove(w.Unit).Contains(o.Unit)))];
        if (waiting.Count == 0) return [];
        var asked = waiting.Select(w => w.Role).Distinct(StringComparer.Ordinal).ToList();
        var open = db.Accounts().Where(a => a.EndedAt == null);
        var held = await HeldRoles.GrantsOn(db, clock.Today).AsNoTracking().Where(g => asked.Contains(g.Role) && open.Any(a => a.Id == g.AccountId))
            .Select(g => new { g.Id, g.Role, g.UnitId, g.AccountId }).ToListAsync(cancellation);
        var ending = db.ChangeTracker.Entries<Model.RoleGrant>().Where(e => e.Entity.WithdrawnAt is not null).Select(e => e.Entity.Id).ToHashSet();
        var given = db.ChangeTracker.Entries<Model.RoleGrant>().Where(e => e.State == EntityState.Added).Select(e => (e.Entity.Role, e.Entity.UnitId));
        var gone = over.ToHashSet();
        var holders = held.Where(h => !ending.Contains(h.Id) && !gone.Contains(h.AccountId)).Select(h => (h.Role, h.UnitId)).Concat(given).ToHashSet();
        return [.. waiting.Where(w => !tree.WithAbove(w.Unit).Any(u => holders.Contains((w.Role, u))))];
    }
}
