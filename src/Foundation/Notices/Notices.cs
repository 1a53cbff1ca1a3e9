using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Notices;

/// <inheritdoc cref="INotices"/>
internal sealed class Notices(AppDbContext db, IEnumerable<INotifier> notifiers) : INotices
{
    public async Task TellAsync(NewNotice notice, CancellationToken cancellation)
    {
        var choice = await db.Set<NoticeChoice>().SingleOrDefaultAsync(c => c.Account == notice.Account, cancellation);
        if (choice is { IsDaily: true }) await db.KeepAsync(notice, NoticeState.Waiting, cancellation);
        else await SendAsync(notice, choice, cancellation);
    }

    /// <summary>Sends it now, on the channel chosen.</summary>
    public Task SendAsync(NewNotice notice, NoticeChoice? choice, CancellationToken cancellation) =>
        notifiers.First(n => n.Channel == (choice?.Channel ?? NoticeChannel.Mail)).SendAsync(notice, choice, cancellation);
}

/// <summary>Mail, through the mailbox.</summary>
internal sealed class MailNotifier(IMailbox mailbox) : INotifier
{
    public NoticeChannel Channel => NoticeChannel.Mail;

    public async Task SendAsync(NewNotice notice, NoticeChoice? choice, CancellationToken cancellation) =>
        await mailbox.SendAsync(new(MailTo.OfAccount(notice.Account), notice.Subject, notice.Letter.Write(), notice.Letter.Language, notice.Key), cancellation);
}

/// <summary>What is posted over HTTP: a row and a job in the caller's transaction.</summary>
internal sealed class PostNotifier(AppDbContext db, NoticeChannel channel) : INotifier
{
    public NoticeChannel Channel => channel;

    public async Task SendAsync(NewNotice notice, NoticeChoice? choice, CancellationToken cancellation)
    {
        if (await db.KeepAsync(notice, NoticeState.Queued, cancellation) is { } kept) db.Enqueue(new DeliverNotice(kept.Id), kept.Id.ToString("N"));
    }
}

internal static class NoticeKeeping
{
    /// <summary>The row; none where the same key was kept before.</summary>
    public static async Task<Notice?> KeepAsync(this AppDbContext db, NewNotice notice, NoticeState state, CancellationToken cancellation)
    {
        if (db.Set<Notice>().Local.Any(n => n.Key == notice.Key) || await db.Set<Notice>().AnyAsync(n => n.Key == notice.Key, cancellation)) return null;
        var row = new Notice
        {
            Id = Guid.CreateVersion7(),
            Key = notice.Key,
            Account = notice.Account,
            Subject = notice.Subject.Length <= 300 ? notice.Subject : notice.Subject[..300],
            Text = notice.Letter.Write().Text,
            Lines = string.Join('\n', notice.Letter.Paragraphs),
            Link = notice.Letter.Action?.Address,
            Language = notice.Letter.Language.Tag,
            State = state,
            CreatedAt = db.Write.Now,
        };
        db.Add(row);
        return row;
    }
}
