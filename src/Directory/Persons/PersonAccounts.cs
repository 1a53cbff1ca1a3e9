using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.OwnAccount;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Persons;

/// <summary>The accounts of a person, as far as the viewer may see accounts: one's own, those of the units one invites into, all for operators.</summary>
internal static class PersonAccounts
{
    public static async Task<IReadOnlyList<PersonAccountRow>> OfAsync(
        IReadOnlyCollection<PersonId> keys, AppDbContext db, Viewer viewer, Instant now, CancellationToken cancellation)
    {
        var rows = await db.Set<Account>().VisibleTo(viewer, db.Set<RoleGrant>()).AsNoTracking()
            .Where(a => a.PersonId != null && keys.Contains(a.PersonId.Value)).OrderBy(a => a.CreatedAt).ToListAsync(cancellation);
        return [.. rows.Select(a => new PersonAccountRow(
            a.Email, AccountStates.Of(a, now), viewer.May(DirectoryPermissions.Invite) ? ShowAccount.Address(a.Id) : ShowOwnAccount.Route))];
    }
}

/// <summary>An account of a person.</summary>
public sealed record PersonAccountRow(string Email, AccountState State, string Address);
