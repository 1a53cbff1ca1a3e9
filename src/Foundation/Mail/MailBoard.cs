using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Mail;

/// <summary>A mail as the operator's list shows it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Address">Where it goes; none where nobody knows.</param>
/// <param name="Name">The name beside the address.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">Attempts made.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="FinishedAt">When it was sent, kept or given up.</param>
/// <param name="Error">What the mail server said last.</param>
public sealed record MailLine(
    Guid Id, string? Address, string? Name, string Subject, MailState State, int Attempts, Instant CreatedAt, Instant? FinishedAt, string? Error);

/// <summary>A mail with its content.</summary>
/// <param name="Line">The mail.</param>
/// <param name="Text">Its plain text.</param>
/// <param name="Language">The language it is written in.</param>
public sealed record MailView(MailLine Line, string Text, string Language);

/// <summary>The operator's view of the mail.</summary>
public sealed class MailBoard(AppDbContext db)
{
    /// <summary>How many mails stand where.</summary>
    public async Task<IReadOnlyDictionary<MailState, int>> CountAsync(CancellationToken cancellation) =>
        await db.Set<Mail>().GroupBy(m => m.State).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellation);

    /// <summary>The mails of a state, or all, the newest first.</summary>
    public IQueryable<MailLine> Lines(MailState? state, string text) => db.Set<Mail>().AsNoTracking()
        .Where(m => (state == null || m.State == state) && (text == "" || m.Subject.Contains(text) || m.Address!.Contains(text)))
        .OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id)
        .Select(m => new MailLine(m.Id, m.Address, m.Name, m.Subject, m.State, m.Attempts, m.CreatedAt, m.FinishedAt, m.Error));

    /// <summary>One mail with its content; none where there is none.</summary>
    public async Task<MailView?> FindAsync(Guid id, CancellationToken cancellation) => await db.Set<Mail>().AsNoTracking().Where(m => m.Id == id)
        .Select(m => new MailView(
            new MailLine(m.Id, m.Address, m.Name, m.Subject, m.State, m.Attempts, m.CreatedAt, m.FinishedAt, m.Error), m.Text, m.Language))
        .SingleOrDefaultAsync(cancellation);

    /// <summary>Sends a failed or kept mail again, saved at once.</summary>
    /// <returns>Whether it was failed or kept and has an address.</returns>
    public async Task<bool> RetryAsync(Guid id, CancellationToken cancellation)
    {
        var mail = await db.Set<Mail>().SingleOrDefaultAsync(m => m.Id == id, cancellation);
        if (mail is not { State: MailState.Failed or MailState.Kept, Address: not null }) return false;
        (mail.State, mail.FinishedAt, mail.PutAwayAt) = (MailState.Queued, null, null);
        foreach (var copy in await db.Set<Letters.LetterRecipient>().Where(r => r.Mail == id && r.BouncedAt != null).ToListAsync(cancellation)) (copy.BouncedAt, copy.BounceReason) = (null, null);
        db.Enqueue(new DeliverMail(id), DeliverMail.KeyOf(id) + "/" + Guid.CreateVersion7().ToString("N"));
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
