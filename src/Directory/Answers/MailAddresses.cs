using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>Says where to write to an account or a person: the account's address, the person's newest one.</summary>
internal sealed class MailAddresses(AppDbContext db) : IMailAddresses
{
    public Task<MailAddress?> OfAccountAsync(Guid account, CancellationToken cancellation)
    {
        var id = new AccountId(account);
        return db.Accounts().Where(a => a.Id == id && a.EndedAt == null)
            .Select(a => new MailAddress(a.Email, a.DisplayName)).SingleOrDefaultAsync(cancellation);
    }

    public async Task<MailAddress?> OfPersonAsync(Guid person, CancellationToken cancellation)
    {
        var id = new PersonId(person);
        var address = await db.Set<PersonEmail>().VisibleTo(Viewer.System).Where(e => e.PersonId == id && e.WithdrawnAt == null)
            .OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Select(e => e.Address).FirstOrDefaultAsync(cancellation);
        if (address is null) return null;
        var name = await db.Set<Person>().VisibleTo(Viewer.System).Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancellation);
        return new(address, name?.Zh);
    }
}
