using Entente.Foundation.Data;
using Entente.Foundation.Settings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Letters.Inbox;

/// <summary>The operator's view of the mailbox of the reply address.</summary>
public sealed class InboxBoard(AppDbContext db, EntenteSettings settings)
{
    /// <summary>Whether a mailbox is set.</summary>
    public bool IsSet => settings.Imap is not null;

    /// <summary>The mails read, the latest first.</summary>
    public IQueryable<InboxLine> Lines(bool onlyUnfiled, string text) => db.Set<InboxMail>().AsNoTracking()
        .Where(m => (!onlyUnfiled || !m.IsFiled) && (text == "" || m.From.Contains(text) || m.Subject.Contains(text)))
        .OrderByDescending(m => m.At).ThenByDescending(m => m.Uid)
        .Select(m => new InboxLine(m.Id, m.From, m.Subject, m.Outcome, m.Detail, m.RecordKind, m.RecordKey, m.IsFiled, m.At));

    /// <summary>When the mailbox was read last, to its end.</summary>
    public async Task<Instant?> ReadAtAsync(CancellationToken cancellation)
    {
        if (settings.Imap is not { } server) return null;
        var name = ReadInboxHandler.NameOf(server);
        return await db.Set<InboxCursor>().Where(c => c.Folder == name).Select(c => c.ReadAt).SingleOrDefaultAsync(cancellation);
    }
}

/// <summary>A mail that was read.</summary>
/// <param name="Id">Its key.</param>
/// <param name="From">Who wrote it, as it says.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Outcome">The text key of what became of it.</param>
/// <param name="Detail">What fills that text.</param>
/// <param name="RecordKind">The kind of record it was filed at.</param>
/// <param name="RecordKey">Which.</param>
/// <param name="IsFiled">Whether it was filed.</param>
/// <param name="At">When it was read.</param>
public sealed record InboxLine(Guid Id, string From, string Subject, string Outcome, string? Detail, string? RecordKind, Guid? RecordKey, bool IsFiled, Instant At);
