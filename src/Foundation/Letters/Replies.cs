using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Mail;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Letters;

/// <summary>Files mails from outside at the records they are about.</summary>
public sealed class Replies(AppDbContext db, IFileStore files, IEnumerable<ILetterRecords> kinds, SchoolClock clock) : IFileGuard
{
    /// <summary>What is taken: one mail as a mail program saves it, 25 MB.</summary>
    public static FileRules Rules { get; } = new(25 * 1024 * 1024, [StoredKind.Mail]);

    /// <inheritdoc/>
    public string Kind => LetterReply.FileKind;

    /// <inheritdoc/>
    public Task<bool> MayReadAsync(RecordRef owner, Viewer viewer, CancellationToken cancellation) =>
        db.Set<LetterReply>().VisibleTo(viewer).AnyAsync(r => r.Id == new Id<LetterReply>(owner.Key), cancellation);

    /// <summary>
    /// Files a mail for a unit, or for that of the letter it answers; saves. It belongs where it answers a letter of ours, else to the record it was dropped on, else to the one record whose
    /// people have its sender's address. A notice that a mail could not be delivered is noted at its recipient and filed nowhere.
    /// </summary>
    /// <exception cref="FileRefusedException">It is no mail, or nobody can say where it belongs.</exception>
    public async Task<FiledMail> FileAsync(string fileName, Stream content, RecordRef? dropped, Guid? forUnit, Viewer viewer, CancellationToken cancellation)
    {
        if (await ReceivedMail.ReadAsync(content, cancellation) is not { } mail) throw new FileRefusedException("letters.reply.no-mail");
        content.Position = 0;
        var answered = await AnsweredAsync(mail.Answers, viewer, cancellation);
        if (mail.Bounce is { } why) return answered is { } letter ? await BounceAsync(letter.Recipient, why, cancellation) : await BounceAsync(mail.Answers, why, viewer, cancellation);
        var record = dropped ?? (answered is { } a ? new RecordRef(a.Kind, a.Recipient.RecordKey) : await SenderAsync(mail.FromEmail, viewer, cancellation))
            ?? throw new FileRefusedException("letters.reply.unknown", mail.FromEmail);
        if (await db.Set<LetterReply>().ViewerNamed().AnyAsync(r => r.RecordKind == record.Kind && r.RecordKey == record.Key && r.MessageId == mail.MessageId, cancellation))
            return new(record, mail.FromName, FiledAs.Before);
        var now = db.Write.Now;
        var recipient = answered is { } to && to.Kind == record.Kind && to.Recipient.RecordKey == record.Key ? to.Recipient : await LatestAsync(record, mail.FromEmail, viewer, cancellation);
        var addresses = await (kinds.FirstOrDefault(k => k.Kind == record.Kind)?.AddressesAsync([record.Key], cancellation) ?? throw new FileRefusedException("letters.reply.unknown", mail.FromEmail));
        var unit = forUnit ?? await UnitOfAsync(record, recipient, cancellation);
        var known = !mail.IsForged && (addresses[record.Key].Contains(mail.FromEmail, StringComparer.Ordinal) || recipient?.Email?.Equals(mail.FromEmail, StringComparison.OrdinalIgnoreCase) == true);
        var key = Id<LetterReply>.New();
        var file = await files.AddAsync(new(new(LetterReply.FileKind, key.Value), fileName, content, Rules), cancellation);
        var at = mail.At > now || mail.At < Instant.FromUtc(1990, 1, 1, 0, 0) ? now : mail.At;
        db.Add(new LetterReply(key)
        {
            RecordKind = record.Kind,
            RecordKey = record.Key,
            Recipient = recipient?.Id,
            Unit = unit,
            MessageId = mail.MessageId,
            FromName = mail.FromName,
            FromEmail = mail.FromEmail,
            IsSenderKnown = known,
            Subject = mail.Subject,
            Text = mail.Text,
            At = at,
            FiledAt = now,
            FiledBy = viewer.Account,
            FileId = file.Id,
        });
        db.Tell(new LetterReplyFiled(record, clock.DateOf(at), mail.Subject, mail.FromName.Length > 0 ? mail.FromName : mail.FromEmail, viewer.Account, unit));
        await db.SaveChangesAsync(cancellation);
        return new(record, mail.FromName.Length > 0 ? mail.FromName : mail.FromEmail, mail.IsForged ? FiledAs.Forged : known ? FiledAs.Reply : FiledAs.Stranger);
    }

    /// <summary>The unit of the letter it answers, else of the latest letter about the record.</summary>
    private Task<Guid> UnitOfAsync(RecordRef record, LetterRecipient? recipient, CancellationToken cancellation)
    {
        var letters = db.Set<Letter>().ViewerNamed();
        return recipient is { } to
            ? letters.Where(l => l.Id == to.LetterId).Select(l => l.Unit).SingleAsync(cancellation)
            : letters.Where(l => l.RecordKind == record.Kind && db.Set<LetterRecipient>().Any(r => r.LetterId == l.Id && r.RecordKey == record.Key)).OrderByDescending(l => l.CreatedAt).Select(l => l.Unit).FirstAsync(cancellation);
    }

    /// <summary>A mail that names no other answers what was written last to its sender about the record.</summary>
    private Task<LetterRecipient?> LatestAsync(RecordRef record, string email, Viewer viewer, CancellationToken cancellation)
    {
        var sent = db.Set<Letter>().VisibleTo(viewer).Where(l => l.RecordKind == record.Kind && l.SentAt != null);
        return db.Set<LetterRecipient>().Where(r => r.RecordKey == record.Key && r.Email == email && sent.Any(l => l.Id == r.LetterId))
            .OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellation);
    }

    private async Task<FiledMail> BounceAsync(LetterRecipient recipient, string why, CancellationToken cancellation)
    {
        (recipient.BouncedAt, recipient.BounceReason) = (recipient.BouncedAt ?? db.Write.Now, why);
        if (await db.Set<Mail.Mail>().SingleOrDefaultAsync(m => m.Id == recipient.Mail && m.State != MailState.Failed, cancellation) is { } copy) copy.Bounce(why, db.Write.Now);
        var kind = await db.Set<Letter>().ViewerNamed().Where(l => l.Id == recipient.LetterId).Select(l => l.RecordKind).SingleAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        return new(new(kind, recipient.RecordKey), recipient.Name, FiledAs.Bounce);
    }

    /// <summary>A mail that is no letter: a link, an invitation, a notice. Whoever is signed in files such word of their own mails only.</summary>
    private async Task<FiledMail> BounceAsync(IReadOnlyList<string> answers, string why, Viewer viewer, CancellationToken cancellation)
    {
        var mails = MailsOf(answers);
        var undelivered = (await db.Set<Mail.Mail>().Where(m => mails.Contains(m.Id) && (viewer.IsSystem || m.SentBy == viewer.Account)).ToListAsync(cancellation)).MinBy(m => mails.IndexOf(m.Id))
            ?? throw new FileRefusedException("letters.reply.bounce-unknown");
        undelivered.Bounce(why, db.Write.Now);
        await db.SaveChangesAsync(cancellation);
        return new(new(Undelivered.MailKind, undelivered.Id), undelivered.Name ?? undelivered.Address ?? "", FiledAs.Bounce);
    }

    /// <summary>The mails of ours that are named by their Message-IDs, in that order.</summary>
    private static List<Guid> MailsOf(IReadOnlyList<string> answers) => answers.Select(a => Guid.TryParseExact(a.Split('@')[0], "N", out var id) ? id : (Guid?)null).OfType<Guid>().ToList();

    private async Task<(LetterRecipient Recipient, string Kind)?> AnsweredAsync(IReadOnlyList<string> answers, Viewer viewer, CancellationToken cancellation)
    {
        var mails = MailsOf(answers);
        if (mails.Count == 0) return null;
        var visible = db.Set<Letter>().VisibleTo(viewer);
        var found = await db.Set<LetterRecipient>().Where(r => r.Mail != null && mails.Contains(r.Mail.Value) && visible.Any(l => l.Id == r.LetterId)).ToListAsync(cancellation);
        if (found.OrderBy(r => mails.IndexOf(r.Mail!.Value)).FirstOrDefault() is not { } nearest) return null;
        return (nearest, await visible.Where(l => l.Id == nearest.LetterId).Select(l => l.RecordKind).SingleAsync(cancellation));
    }

    private async Task<RecordRef?> SenderAsync(string email, Viewer viewer, CancellationToken cancellation)
    {
        var visible = db.Set<Letter>().VisibleTo(viewer);
        var found = await db.Set<LetterRecipient>().Where(r => r.Email == email)
            .Join(visible, r => r.LetterId, l => l.Id, (r, l) => new { l.RecordKind, r.RecordKey }).Distinct().Take(2).ToListAsync(cancellation);
        return found.Count == 1 ? new(found[0].RecordKind, found[0].RecordKey) : null;
    }
}

/// <summary>What became of a mail that was dropped in.</summary>
/// <param name="Record">Where it stands.</param>
/// <param name="From">Whose it is.</param>
/// <param name="As">As what.</param>
public sealed record FiledMail(RecordRef Record, string From, FiledAs As);

/// <summary>As what a mail was filed.</summary>
public enum FiledAs
{
    /// <summary>A reply of somebody known.</summary>
    Reply,

    /// <summary>A mail whose sender's address the record does not know.</summary>
    Stranger,

    /// <summary>It had been filed before.</summary>
    Before,

    /// <summary>A notice that a mail could not be delivered.</summary>
    Bounce,

    /// <summary>A mail of which our own mail server found that it is not from whom it says.</summary>
    Forged,
}
