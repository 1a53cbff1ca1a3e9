using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Notices;

/// <summary>Every hour: one message to each account whose hour has come and for which something is new.</summary>
internal sealed record SendDigests : IJobPayload
{
    public const string EveryHour = "5 * * * *";

    public static string Kind => "foundation.send-digests";
}

/// <summary>
/// Gathers what waits for each account into one message a day; the notices, the day and what leaves are one transaction, so that a repeated run sends
/// nothing twice. A day on which nothing is new brings no message; an hour that was missed is made up for at the next.
/// </summary>
internal sealed class SendDigestsHandler(
    Notices notices, IEnumerable<IDigestSource> sources, EntenteSettings settings, TextCatalog texts, SchoolClock clock) : IJob<SendDigests>
{
    private const int MostLines = 60;

    public async Task RunAsync(SendDigests payload, JobRun run, CancellationToken cancellation)
    {
        var (today, hour) = (clock.Today, clock.Now.InZone(clock.Zone).Hour);
        var due = await run.Db.Set<NoticeChoice>().Where(c => c.IsDaily && c.Hour <= hour && (c.DigestOn == null || c.DigestOn < today)).OrderBy(c => c.Account).ToListAsync(cancellation);
        foreach (var choice in due)
        {
            choice.DigestOn = today;
            var waiting = await run.Db.Set<Notice>().Where(n => n.Account == choice.Account && n.State == NoticeState.Waiting).OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).ToListAsync(cancellation);
            if (waiting.Count == 0) continue;
            await notices.SendAsync(await WriteAsync(choice.Account, waiting, today, cancellation), choice, cancellation);
            foreach (var told in waiting) (told.State, told.FinishedAt) = (NoticeState.Sent, run.Now);
        }
    }

    private async Task<NewNotice> WriteAsync(Guid account, List<Notice> waiting, DateOnly today, CancellationToken cancellation)
    {
        var language = Language.Of(waiting[^1].Language) ?? Language.English;
        var falls = new List<string>();
        foreach (var source in sources) falls.AddRange(await source.DueAsync(account, language, cancellation));
        return language.Within(() =>
        {
            var news = waiting.SelectMany(n => n.Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).ToList();
            List<string> lines = [texts["notices.digest.new"], .. news.Take(MostLines)];
            if (news.Count > MostLines) lines.Add(texts["notices.digest.more", news.Count - MostLines]);
            if (falls.Count > 0) lines.AddRange([texts["notices.digest.due"], .. falls.Take(MostLines)]);
            return new NewNotice(
                account, texts.Count("notices.digest.subject", waiting.Count, texts.Date(today)),
                new MailLetter(language, texts["notices.digest.greeting"], lines, (texts["notices.digest.open"], new Uri(settings.PublicUrl, "/desk").ToString()), texts["notices.digest.foot"]),
                $"{SendDigests.Kind}/{account:N}/{today:yyyy-MM-dd}");
        });
    }
}
