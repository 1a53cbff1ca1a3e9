using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>Answers the mailbox where to write to; a merged person is reached at the addresses of both records.</summary>
internal sealed class MailAddresses(AppDbContext db) : IMailAddresses
{
    public Task<MailAddress?> OfAccountAsync(Guid account, CancellationToken cancellation)
    {
        var id = new AccountId(account);
        return db.Accounts().Where(a => a.Id == id && a.EndedAt == null && !a.NormalizedEmail.EndsWith(Account.NoMail)).Select(a => new MailAddress(a.Email, a.DisplayName)).SingleOrDefaultAsync(cancellation);
    }

    public async Task<MailAddress?> OfPersonAsync(Guid person, CancellationToken cancellation)
    {
        var id = new PersonId(person);
        var aliases = Entente.Directory.Persons.PersonReading.Aliases(db, Viewer.System);
        var canonical = await aliases.Where(a => a.PersonId == id).Select(a => (PersonId?)a.CanonicalId).SingleOrDefaultAsync(cancellation) ?? id;
        var keys = await Entente.Directory.Persons.PersonReading.KeysOfAsync(db, Viewer.System, canonical, cancellation);
        var address = await db.Set<PersonEmail>().VisibleTo(Viewer.System).Where(e => keys.Contains(e.PersonId) && e.WithdrawnAt == null)
            .OrderByDescending(e => e.RecordedAt).Select(e => e.Address).FirstOrDefaultAsync(cancellation);
        if (address is null) return null;
        var name = await db.Set<Person>().VisibleTo(Viewer.System).Where(p => p.Id == canonical).Select(p => p.Name).SingleAsync(cancellation);
        return new(address, name.ToString());
    }
}
