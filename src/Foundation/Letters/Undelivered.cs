using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Letters;

/// <summary>What somebody sent and did not arrive, refused or come back: to be sent again or put away. Mails of links are dealt with at their links.</summary>
public sealed class Undelivered(AppDbContext db, MailBoard mails, IEnumerable<ILetterRecords> kinds)
{
    /// <summary>The kind under which a mail that is no letter is referred to.</summary>
    public const string MailKind = "foundation.mail";

    /// <summary>The letters of an account of which copies did not arrive, the latest first.</summary>
    public async Task<IReadOnlyList<UndeliveredLetter>> LettersAsync(Guid account, int most, CancellationToken cancellation)
    {
        var copies = db.Set<LetterRecipient>().Join(Failed(account), r => r.Mail, m => m.Id, (r, m) => new { r.LetterId, r.Name, m.Error });
        var found = await copies.GroupBy(c => c.LetterId).Select(g => new { g.Key, Count = g.Count(), Name = g.Min(c => c.Name), Error = g.Min(c => c.Error) })
            .Join(db.Set<Letter>().ViewerNamed(), g => g.Key, l => l.Id, (g, l) => new { g.Key, g.Count, g.Name, g.Error, l.Subject, l.SentAt })
            .OrderByDescending(l => l.SentAt).Take(most).ToListAsync(cancellation);
        return [.. found.Select(l => new UndeliveredLetter(l.Key, l.Subject, l.Count, l.Name ?? "", l.Error))];
    }

    /// <summary>The other mails of an account that did not arrive, the latest first.</summary>
    public async Task<IReadOnlyList<MailLine>> MailsAsync(Guid account, int most, CancellationToken cancellation) => await Lines(
        Failed(account).Where(m => !db.Set<LetterRecipient>().Any(r => r.Mail == m.Id)).OrderByDescending(m => m.CreatedAt)).Take(most).ToListAsync(cancellation);

    /// <summary>One of those mails; none where the viewer did not send it, or it arrived after all.</summary>
    public Task<MailLine?> FindAsync(Guid mail, Viewer viewer, CancellationToken cancellation) => Lines(Sent(viewer).Where(m => m.Id == mail && m.State == MailState.Failed)).SingleOrDefaultAsync(cancellation);

    /// <summary>Sends a mail of the viewer's again; saves.</summary>
    /// <returns>Whether there was one to send again.</returns>
    public async Task<bool> SendAgainAsync(Guid mail, Viewer viewer, CancellationToken cancellation) =>
        await Sent(viewer).AnyAsync(m => m.Id == mail && m.State == MailState.Failed, cancellation) && await mails.RetryAsync(mail, cancellation);

    /// <summary>Puts away that a mail of the viewer's did not arrive; saves.</summary>
    public async Task<bool> PutAwayAsync(Guid mail, Viewer viewer, CancellationToken cancellation)
    {
        if (await Sent(viewer).SingleOrDefaultAsync(m => m.Id == mail && m.State == MailState.Failed, cancellation) is not { } found) return false;
        found.PutAwayAt = db.Write.Now;
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Sends a copy of a letter again, to the address its recipient has now; saves.</summary>
    public async Task<bool> SendCopyAgainAsync(Id<LetterTag> letter, Guid recipient, Viewer viewer, CancellationToken cancellation)
    {
        if (await db.Set<Letter>().VisibleTo(viewer).SingleOrDefaultAsync(l => l.Id == letter && l.SentAt != null, cancellation) is not { } sent) return false;
        if (await db.Set<LetterRecipient>().SingleOrDefaultAsync(r => r.LetterId == letter && r.Id == recipient, cancellation) is not { Mail: { } id } to) return false;
        if (await db.Set<Mail.Mail>().SingleOrDefaultAsync(m => m.Id == id && m.State == MailState.Failed, cancellation) is not { } mail) return false;
        var now = kinds.FirstOrDefault(k => k.Kind == sent.RecordKind) is { } kind ? (await kind.AddresseesAsync([to.RecordKey], viewer, cancellation)).SingleOrDefault() : null;
        if (now is { Email: { } email } && (now.Person == to.Person || now.Name == to.Name)) to.Email = mail.Address = email.ToLowerInvariant();
        return await mails.RetryAsync(id, cancellation);
    }

    /// <summary>Puts away that copies of a letter did not arrive; saves.</summary>
    /// <returns>How many; none where the viewer sees no such letter.</returns>
    public async Task<int?> PutLetterAwayAsync(Id<LetterTag> letter, Viewer viewer, CancellationToken cancellation)
    {
        if (!await db.Set<Letter>().VisibleTo(viewer).AnyAsync(l => l.Id == letter, cancellation)) return null;
        var now = db.Write.Now;
        return await db.Set<Mail.Mail>().Where(m => m.State == MailState.Failed && m.PutAwayAt == null && db.Set<LetterRecipient>().Any(r => r.LetterId == letter && r.Mail == m.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.PutAwayAt, now), cancellation);
    }

    private IQueryable<Mail.Mail> Failed(Guid account) => db.Set<Mail.Mail>().Where(m => m.SentBy == account && m.State == MailState.Failed && m.PutAwayAt == null);

    private IQueryable<Mail.Mail> Sent(Viewer viewer)
    {
        var account = viewer.Account;
        return db.Set<Mail.Mail>().Where(m => account != null && m.SentBy == account && !db.Set<OutsideLink>().ViewerNamed().Any(l => l.Mail == m.Id) && !db.Set<LetterRecipient>().Any(r => r.Mail == m.Id));
    }

    private IQueryable<MailLine> Lines(IQueryable<Mail.Mail> found) => found.Where(m => !db.Set<OutsideLink>().ViewerNamed().Any(l => l.Mail == m.Id)).AsNoTracking()
        .Select(m => new MailLine(m.Id, m.Address, m.Name, m.Subject, m.State, m.Attempts, m.CreatedAt, m.FinishedAt, m.Error));
}

/// <summary>A letter of which copies did not arrive.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Subject">Its subject as written.</param>
/// <param name="Copies">How many did not arrive.</param>
/// <param name="Name">Whom one of them was for.</param>
/// <param name="Error">Why that one did not.</param>
public sealed record UndeliveredLetter(Id<LetterTag> Id, LocalizedText Subject, int Copies, string Name, string? Error);
