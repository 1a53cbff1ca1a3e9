using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Persons;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Ui.Forms;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Accounts;

/// <summary>
/// Whose account it is. Operators see no records of people; to say whose an account is they see what that needs: names and where somebody works.
/// </summary>
internal sealed class AccountPersons(AppDbContext db, Duplicates duplicates)
{
    /// <summary>The person an account is linked to, for whoever may see the account; where that record was merged, the one that stands for both.</summary>
    public async Task<LinkedPerson?> OfAsync(Account account, Viewer viewer, CancellationToken cancellation)
    {
        if (account.PersonId is not { } id) return null;
        var canonical = await CanonicalAsync(id, cancellation);
        var name = await PersonReading.NameOfAsync(db, Viewer.System, canonical, cancellation);
        return name is null ? null : new(canonical, name, viewer.May(DirectoryPermissions.View));
    }

    /// <summary>Who it could be, with the reasons. Nobody is linked by a likeness: an operator decides.</summary>
    public async Task<IReadOnlyList<ProposedPerson>> ProposedAsync(Account account, CancellationToken cancellation)
    {
        var holder = new PersonLikeness(default, LocalizedText.Empty, [account.DisplayName], [account.Email.ToLowerInvariant()], null, []);
        var found = await duplicates.LikeAsync(holder, Viewer.System, cancellation);
        var taken = await TakenAsync([.. found.Select(f => f.Second.Id)], cancellation);
        return [.. found.Where(f => !taken.Contains(f.Second.Id)).Take(5).Select(f => new ProposedPerson(f.Second.Id, f.Second.Name, f.Verdict.Reasons))];
    }

    /// <summary>What speaks against linking an account to a person; none: nothing.</summary>
    public async Task<string?> ReasonAgainstAsync(AccountId account, PersonId person, CancellationToken cancellation)
    {
        if (await PersonReading.NameOfAsync(db, Viewer.System, person, cancellation) is null) return "form.choice";
        var keys = await PersonReading.KeysOfAsync(db, Viewer.System, person, cancellation);
        return await db.Accounts().AnyAsync(a => a.Id != account && a.EndedAt == null && a.PersonId != null && keys.Contains(a.PersonId.Value), cancellation)
            ? "directory.account.person.taken"
            : null;
    }

    private async Task<PersonId> CanonicalAsync(PersonId id, CancellationToken cancellation) =>
        await PersonReading.Aliases(db, Viewer.System).Where(a => a.PersonId == id).Select(a => (PersonId?)a.CanonicalId).SingleOrDefaultAsync(cancellation) ?? id;

    private async Task<HashSet<PersonId>> TakenAsync(IReadOnlyList<PersonId> persons, CancellationToken cancellation) =>
        [.. await db.Accounts().Where(a => a.EndedAt == null && a.PersonId != null && persons.Contains(a.PersonId.Value)).Select(a => a.PersonId!.Value).ToListAsync(cancellation)];
}

/// <summary>Persons to pick for an account, by those who manage accounts.</summary>
internal sealed class AccountPersonPick(PersonPick persons) : IPickSource
{
    public string Kind => "account-persons";

    public async Task<IReadOnlyList<PickChoice>> FindAsync(Viewer viewer, string text, int max, CancellationToken cancellation) =>
        viewer.May(DirectoryPermissions.ManageAccounts) ? await persons.FindAsync(Viewer.System, text, max, cancellation) : [];

    public async Task<IReadOnlyList<PickChoice>> OfAsync(Viewer viewer, IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        viewer.May(DirectoryPermissions.ManageAccounts) ? await persons.OfAsync(Viewer.System, keys, cancellation) : [];
}

/// <summary>Whose account it is.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Its name.</param>
/// <param name="MayOpen">Whether whoever looks may open the record.</param>
public sealed record LinkedPerson(PersonId Id, LocalizedText Name, bool MayOpen);

/// <summary>Whose account it could be, and why: text keys.</summary>
public sealed record ProposedPerson(PersonId Id, LocalizedText Name, IReadOnlyList<string> Reasons);
