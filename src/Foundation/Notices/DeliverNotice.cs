using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Notices;

/// <summary>Posts one notice.</summary>
internal sealed record DeliverNotice(Guid Notice) : IJobPayload
{
    public static string Kind => "foundation.deliver-notice";
}

/// <summary>
/// Posts a notice to the account's webhook or robot. That it begins is written first, so that after a fall in the middle a robot, which cannot know a
/// message again, is not made to say it twice; a webhook knows it by its id and gets it again. What cannot be posted goes by mail.
/// </summary>
internal sealed class DeliverNoticeHandler(NoticePosts posts, IMailbox mailbox, TextCatalog texts, IServiceScopeFactory scopes, IMailAddresses? addresses = null) : IJob<DeliverNotice>
{
    public async Task RunAsync(DeliverNotice payload, JobRun run, CancellationToken cancellation)
    {
        var notice = await run.Db.Set<Notice>().SingleOrDefaultAsync(n => n.Id == payload.Notice, cancellation);
        if (notice is not { State: NoticeState.Queued }) return;
        notice.FinishedAt = run.Now;
        var choice = await run.Db.Set<NoticeChoice>().AsNoTracking().SingleOrDefaultAsync(c => c.Account == notice.Account, cancellation);
        if (addresses is not null && await addresses.OfAccountAsync(notice.Account, cancellation) is null)
        {
            // An account that ended is told nothing any more.
            notice.State = NoticeState.Failed;
            return;
        }

        if (notice.BegunAt is not null && choice?.Channel == NoticeChannel.Robot)
        {
            (notice.State, notice.Error) = (NoticeState.Sent, texts.In(Language.English, "notices.perhaps"));
            return;
        }

        if (choice is not { Channel: not NoticeChannel.Mail })
        {
            // Another channel was chosen meanwhile.
            await ByMailAsync(notice, cancellation);
            return;
        }

        notice.Attempts++;
        await NoteAsync(notice.Id, run.Now, null, notice.Attempts, cancellation);
        try
        {
            await posts.PostAsync(notice, choice, run.Now, cancellation);
            (notice.State, notice.Error) = (NoticeState.Sent, null);
        }
        catch (NoticeRefusedException refused)
        {
            await FailAsync(notice, refused.Message, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            if (run.Attempt < Backoff.LastAttempt)
            {
                await NoteAsync(notice.Id, null, error.Message, notice.Attempts, cancellation);
                throw;
            }

            await FailAsync(notice, error.Message, cancellation);
        }
    }

    private async Task FailAsync(Notice notice, string error, CancellationToken cancellation)
    {
        await ByMailAsync(notice, cancellation);
        (notice.State, notice.Error) = (NoticeState.Failed, Short(error));
    }

    private async Task ByMailAsync(Notice notice, CancellationToken cancellation)
    {
        var language = Language.Of(notice.Language) ?? Language.English;
        await mailbox.SendAsync(new(MailTo.OfAccount(notice.Account), notice.Subject, MailLetter.OfText(language, notice.Text), language, notice.Key + "/mail"), cancellation);
        notice.State = NoticeState.Sent;
    }

    /// <summary>Written beside the attempt, whose transaction may be undone.</summary>
    private Task NoteAsync(Guid id, Instant? begun, string? error, int attempts, CancellationToken cancellation) => scopes.BesideAsync(db => db.Set<Notice>().Where(n => n.Id == id)
        .ExecuteUpdateAsync(set => set.SetProperty(n => n.BegunAt, begun).SetProperty(n => n.Error, error == null ? null : Short(error)).SetProperty(n => n.Attempts, attempts), cancellation));

    private static string Short(string error) => error.Length <= Notice.LongestError ? error : error[..Notice.LongestError];
}

/// <summary>The other side refuses the message for good.</summary>
internal sealed class NoticeRefusedException(string message) : Exception(message);
