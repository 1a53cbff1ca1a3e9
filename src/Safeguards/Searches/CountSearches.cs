using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Foundation.Notices;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Searches;

/// <summary>Every morning: counts the saved searches, and tells each account what is new in its own.</summary>
internal sealed record CountSearches : IJobPayload
{
    public const string EveryMorning = "30 6 * * *";

    public static string Kind => "safeguards.count-searches";
}

/// <summary>What is found, as its account may see it today, is written in the job's transaction with what is told, so that nothing is told twice.</summary>
internal sealed class CountSearchesHandler(SavedSearches searches, IAccounts accounts, INotices notices, EntenteSettings settings, TextCatalog texts, SchoolClock clock) : IJob<CountSearches>
{
    public async Task RunAsync(CountSearches payload, JobRun run, CancellationToken cancellation)
    {
        run.Db.Write.Action = CountSearches.Kind;
        var all = await run.Db.Set<SavedSearch>().VisibleTo(Viewer.System).OrderBy(s => s.AccountId).ThenBy(s => s.Name).ToListAsync(cancellation);
        foreach (var own in all.GroupBy(s => s.AccountId))
        {
            if (await accounts.ViewerAsync(own.Key, cancellation) is not { } viewer) continue;
            var news = new List<(string Name, int New)>();
            foreach (var search in own)
                if (await searches.CountAsync(search, viewer, cancellation) is > 0 and var fresh) news.Add((search.Name, fresh));
            if (news.Count > 0) await TellAsync(own.Key, viewer.Name, news, cancellation);
        }
    }

    private async Task TellAsync(AccountId account, string name, List<(string Name, int New)> news, CancellationToken cancellation)
    {
        var card = (await accounts.OfAsync([account], cancellation)).GetValueOrDefault(account);
        var language = Language.Of(card?.Language) ?? Language.English;
        var notice = language.Within(() => new NewNotice(
            account.Value, texts.Count("searches.notice.subject", news.Sum(n => n.New)),
            new MailLetter(
                language, texts["reminders.greeting", card?.Name ?? name], [.. news.Select(n => texts.Count("searches.notice.line", n.New, n.Name))],
                (texts["reminders.open"], new Uri(settings.PublicUrl, "/desk").ToString()), texts["searches.notice.foot"]),
            $"{CountSearches.Kind}/{account}/{clock.Today:yyyy-MM-dd}"));
        await notices.TellAsync(notice, cancellation);
    }
}
