using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>Answers the other rooms about accounts.</summary>
internal sealed class Accounts(AppDbContext db, SchoolClock clock, Viewers viewers) : IAccounts
{
    public async Task<IReadOnlyDictionary<AccountId, AccountCard>> OfAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancellation) =>
        (await CardsAsync(db.Accounts().Where(a => accounts.Contains(a.Id)), cancellation)).ToDictionary(a => a.Id);

    public async Task<IReadOnlyList<AccountCard>> OfPersonsAsync(IReadOnlyCollection<PersonId> persons, CancellationToken cancellation)
    {
        if (persons.Count == 0) return [];
        var keys = persons.Select(p => (PersonId?)p).ToList();
        return await CardsAsync(db.Accounts().Where(a => a.EndedAt == null && keys.Contains(a.PersonId)).OrderBy(a => a.DisplayName), cancellation);
    }

    public async Task<Viewer?> ViewerAsync(AccountId account, CancellationToken cancellation) =>
        await db.Accounts().Where(a => a.Id == account && a.EndedAt == null).Select(a => new { a.PersonId, a.DisplayName }).SingleOrDefaultAsync(cancellation) is { } found
            ? await viewers.OfAsync(account, found.PersonId, found.DisplayName, cancellation)
            : null;

    public async Task<IReadOnlyList<AccountCard>> HoldersAsync(string role, UnitId unit, CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var above = tree.WithAbove(unit).ToList();
        var today = clock.Today;
        var open = db.Accounts().Where(a => a.EndedAt == null);
        var holders = await HeldRoles.GrantsOn(db, today)
            .Where(g => g.Role == role && above.Contains(g.UnitId) && open.Any(a => a.Id == g.AccountId))
            .Select(g => new { g.AccountId, g.UnitId }).ToListAsync(cancellation);
        var lent = await HeldRoles.DelegationsOn(db, today)
            .Where(d => d.Role == role && above.Contains(d.UnitId))
            .Select(d => new { d.HolderId, d.DelegateId, d.UnitId }).ToListAsync(cancellation);
        var delegates = lent
            .Where(d => holders.Any(h => h.AccountId == d.HolderId && tree.WithAbove(d.UnitId).Contains(h.UnitId)))
            .Select(d => d.DelegateId);
        var all = holders.Select(h => h.AccountId).Concat(delegates).Distinct().ToList();
        return await CardsAsync(open.Where(a => all.Contains(a.Id)).OrderBy(a => a.DisplayName), cancellation);
    }

    private async Task<List<AccountCard>> CardsAsync(IQueryable<Account> accounts, CancellationToken cancellation) =>
        [.. (await accounts.Named(db).ToListAsync(cancellation)).Select(n => new AccountCard { Id = n.Account.Id, Name = n.Shown, Person = n.Account.PersonId, Language = n.Account.Language })];

    public async Task<bool> HoldsAsync(AccountId account, string role, UnitId unit, CancellationToken cancellation)
    {
        var tree = await UnitTree.ReadAsync(db, cancellation);
        var held = await HeldRoles.OfAsync(db, account, clock.Today, tree, cancellation);
        return held.Any(h => h.Role == role && tree.WithAbove(unit).Contains(h.Unit));
    }
}
