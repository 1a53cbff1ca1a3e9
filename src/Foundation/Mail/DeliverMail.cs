using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Mail;

/// <summary>Hands one mail to the mail server.</summary>
internal sealed record DeliverMail(Guid Mail) : IJobPayload
{
    public static string Kind => "foundation.deliver-mail";

    public static string KeyOf(Guid mail) => mail.ToString("N");
}

/// <summary>
/// At least once: where the house falls between the server's yes and the commit, the mail goes again under the same Message-ID, by which
/// mail programs know it. A refusal for good (5xx) is the end of the mail, not of the job; everything else is tried by the jobs' schedule.
/// </summary>
internal sealed class DeliverMailHandler(MailSender sender, IServiceScopeFactory scopes) : IJob<DeliverMail>
{
    public async Task RunAsync(DeliverMail payload, JobRun run, CancellationToken cancellation)
    {
        var mail = await run.Db.Set<Mail>().SingleOrDefaultAsync(m => m.Id == payload.Mail, cancellation);
        if (mail is not { State: MailState.Queued }) return;
        mail.FinishedAt = run.Now;
        if (!sender.HasServer)
        {
            mail.State = MailState.Kept;
            return;
        }

        mail.Attempts++;
        try
        {
            await sender.SendAsync(mail, cancellation);
            (mail.State, mail.Error) = (MailState.Sent, null);
        }
        catch (MailRefusedException refused)
        {
            (mail.State, mail.Error) = (MailState.Failed, Short(refused.Message));
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            if (run.Attempt < Backoff.LastAttempt)
            {
                await NoteAsync(mail, Short(error.Message), cancellation);
                throw;
            }

            (mail.State, mail.Error) = (MailState.Failed, Short(error.Message));
        }
    }

    /// <summary>The failed attempt is undone with its transaction; what went wrong is written beside it.</summary>
    private Task NoteAsync(Mail mail, string error, CancellationToken cancellation) => scopes.BesideAsync(db => db.Set<Mail>().Where(m => m.Id == mail.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.Attempts, mail.Attempts).SetProperty(m => m.Error, error), cancellation));

    private static string Short(string error) => error.Length <= Mail.LongestError ? error : error[..Mail.LongestError];
}
