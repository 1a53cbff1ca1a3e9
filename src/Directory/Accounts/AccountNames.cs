using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Accounts;

/// <summary>
/// How accounts are called: by the name their holder chose; where the reader's language is another than English and the person's record has a name in
/// it, by that one.
/// </summary>
internal static class AccountNames
{
    /// <summary>Accounts with the name of the person behind them, to be called by <see cref="Shown"/>.</summary>
    public static IQueryable<NamedAccount> Named(this IQueryable<Account> accounts, AppDbContext db) =>
        from account in accounts
        join person in db.Set<Person>().VisibleTo(Viewer.System) on account.PersonId equals person.Id into persons
        from person in persons.DefaultIfEmpty()
        select new NamedAccount { Account = account, Person = person == null ? null : person.Name };

    public static string Shown(string own, LocalizedText? person) =>
        Language.Current != Language.English && person?.Exactly(Language.Current.Tag) is { Length: > 0 } name ? name : own;

    /// <summary>The names of several, in one statement.</summary>
    public static async Task<Dictionary<AccountId, string>> OfAsync(AppDbContext db, IReadOnlyCollection<AccountId> accounts, CancellationToken cancellation) =>
        (await db.Accounts().Where(a => accounts.Contains(a.Id)).Named(db).Select(n => new { n.Account.Id, n.Account.DisplayName, n.Person }).ToListAsync(cancellation))
            .ToDictionary(n => n.Id, n => Shown(n.DisplayName, n.Person));
}

/// <summary>An account and what the person behind it is called.</summary>
internal sealed class NamedAccount
{
    public required Account Account { get; init; }

    public LocalizedText? Person { get; init; }

    public string Shown => AccountNames.Shown(Account.DisplayName, Person);
}
