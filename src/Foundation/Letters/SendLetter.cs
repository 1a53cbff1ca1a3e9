using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Foundation.Settings;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Letters;

/// <summary>Puts a letter's mails into the outbox.</summary>
internal sealed record SendLetter(Guid Letter) : IJobPayload
{
    public static string Kind => "foundation.send-letter";
}

/// <summary>
/// All mails of a letter and the job's completion are one transaction, so that a fall in between sends nothing twice and loses nothing; the
/// outbox then delivers each on its own. A recipient whose copy cannot be written any more gets none, and the letter says so.
/// </summary>
internal sealed class SendLetterHandler(Letters letters, IMailbox mailbox, EntenteSettings settings, IMailAddresses? addresses = null) : IJob<SendLetter>
{
    public async Task RunAsync(SendLetter payload, JobRun run, CancellationToken cancellation)
    {
        var id = new Id<LetterTag>(payload.Letter);
        var letter = await run.Db.Set<Letter>().VisibleTo(Access.Viewer.System).SingleOrDefaultAsync(l => l.Id == id, cancellation)
            ?? throw new JobRefusedException("The letter is not there.");
        var kind = letters.Kind(letter.RecordKind) ?? throw new JobRefusedException($"Nobody writes letters about {letter.RecordKind}.");
        var recipients = await run.Db.Set<LetterRecipient>().Where(r => r.LetterId == id && r.Mail == null).OrderBy(r => r.Id).ToListAsync(cancellation);
        var preview = await LetterWriting.PreviewAsync(letter, recipients, kind, letters.FieldsOf(letter.RecordKind), run.Now, cancellation);
        var replies = letter.MadeBy is { } account && addresses is not null ? await addresses.OfAccountAsync(account, cancellation) : null;
        if (settings.ReplyTo is { } inbox) replies = new(inbox.Address, letter.MadeByName);
        var rows = recipients.ToDictionary(r => r.Id);
        foreach (var copy in preview.Recipients.Where(c => c.Problem is null))
        {
            rows[copy.Recipient].Mail = await mailbox.SendAsync(
                new NewMail(MailTo.At(copy.Email!, copy.Name), copy.Subject, MailLetter.OfText(copy.Language, copy.Body), copy.Language, $"foundation.letter/{letter.Id}/{copy.Recipient:N}")
                {
                    ReplyTo = replies,
                    SentBy = letter.MadeBy,
                },
                cancellation);
        }
    }
}
