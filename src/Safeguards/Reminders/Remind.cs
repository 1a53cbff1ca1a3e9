using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Foundation.Notices;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Safeguards.Approvals;
using Entente.Safeguards.Model;
using Entente.Safeguards.Packs;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Reminders;

/// <summary>Every morning: one notice to each account whose obligations and decisions reached a distance of the rules in force.</summary>
internal sealed record Remind : IJobPayload
{
    public const string EveryMorning = "0 7 * * *";

    public static string Kind => "safeguards.remind";
}

/// <summary>
/// Gathers what reached a distance, notes it as reminded, and leaves one notice an account and day; all in the job's one transaction, so
/// that a repeated run sends nothing twice.
/// </summary>
internal sealed class RemindHandler(PackShelf shelf, IAccounts accounts, INotices notices, EntenteSettings settings, TextCatalog texts, SchoolClock clock) : IJob<Remind>
{
    public async Task RunAsync(Remind payload, JobRun run, CancellationToken cancellation)
    {
        run.Db.Write.Action = Remind.Kind;
        var (today, packs) = (clock.Today, await shelf.TodayAsync(cancellation));
        var holders = new RoleHolders(accounts);
        var digests = new Dictionary<AccountId, Digest>();
        await ObligationsAsync(run.Db, packs, today, holders, digests, cancellation);
        await DecisionsAsync(run.Db, packs, today, new Deciders(accounts), digests, cancellation);
        foreach (var digest in digests.Values) await SendAsync(digest, today, cancellation);
    }

    private static async Task ObligationsAsync(
        AppDbContext db, PacksInForce packs, DateOnly today, RoleHolders holders, Dictionary<AccountId, Digest> digests, CancellationToken cancellation)
    {
        var open = await db.Set<Obligation>().VisibleTo(Viewer.System).Include(o => o.Delegations)
            .Where(o => o.State == ObligationState.Open && o.ShowFrom <= today).OrderBy(o => o.Due).ThenBy(o => o.Id).ToListAsync(cancellation);
        foreach (var owed in open)
        {
            if (packs.Reminders(owed.Kind) is not var (calendar, rule)) continue;
            var stage = ReminderStage.Of(rule, calendar, owed.Due, today);
            if (!ReminderStage.IsNews(stage, owed.RemindedAt)) continue;
            owed.RemindedAt = stage;
            foreach (var account in await holders.OfAsync(owed, today, cancellation)) Add(digests, account, owed.Title, owed.Due);
        }
    }

    private async Task DecisionsAsync(
        AppDbContext db, PacksInForce packs, DateOnly today, Deciders deciders, Dictionary<AccountId, Digest> digests, CancellationToken cancellation)
    {
        var pending = await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).Include(r => r.Steps)
            .Where(r => r.State == ApprovalState.Pending).OrderBy(r => r.AskedAt).ThenBy(r => r.Id).ToListAsync(cancellation);
        foreach (var request in pending)
        {
            if (request.Waiting is not { DecideBy: { } due } step || packs.Reminders("safeguards.decide") is not var (calendar, rule)) continue;
            var stage = ReminderStage.Of(rule, calendar, due, today);
            if (!ReminderStage.IsNews(stage, step.RemindedAt)) continue;
            step.RemindedAt = stage;
            var chain = (await shelf.OfAsync(request.EditionId, cancellation)).Chains.First(c => c.Id == request.Chain);
            foreach (var account in await deciders.OfAsync(request, chain, cancellation)) Add(digests, account, Desk.Sentences.Of(texts, "approvals.desk", chain.Title, request.Title), due);
        }
    }

    private static void Add(Dictionary<AccountId, Digest> digests, AccountCard account, LocalizedText title, DateOnly due)
    {
        if (!digests.TryGetValue(account.Id, out var digest)) digests[account.Id] = digest = new(account, []);
        digest.Lines.Add((title, due));
    }

    private async Task SendAsync(Digest digest, DateOnly today, CancellationToken cancellation)
    {
        var before = Language.Current;
        var language = Language.Of(digest.Account.Language) ?? Language.English;
        try
        {
            language.Use();
            var lines = digest.Lines.Select(l => texts[l.Due < today ? "reminders.line.overdue" : "reminders.line", l.Title.In(language.Tag), texts.Date(l.Due)]);
            var letter = new MailLetter(
                language, texts["reminders.greeting", digest.Account.Name], [texts["reminders.lead"], .. lines],
                (texts["reminders.open"], new Uri(settings.PublicUrl, "/desk").ToString()), texts["reminders.foot"]);
            await notices.TellAsync(
                new(digest.Account.Id.Value, texts.Count("reminders.subject", digest.Lines.Count), letter, $"{Remind.Kind}/{digest.Account.Id}/{today:yyyy-MM-dd}"), cancellation);
        }
        finally
        {
            before.Use();
        }
    }

    private sealed record Digest(AccountCard Account, List<(LocalizedText Title, DateOnly Due)> Lines);
}

/// <summary>Who is reminded: the delegate of the day, else the owner, else whoever holds the role; each role of a unit is asked for once.</summary>
internal sealed class RoleHolders(IAccounts accounts)
{
    private readonly Dictionary<(string Role, UnitId Unit), IReadOnlyList<AccountCard>> known = [];

    public async Task<IReadOnlyList<AccountCard>> OfAsync(Obligation owed, DateOnly today, CancellationToken cancellation)
    {
        var named = owed.Delegations.Where(d => d.HoldsOn(today)).Select(d => d.DelegateId).ToList();
        if (named.Count == 0 && owed.OwnerId is { } owner) named.Add(owner);
        return named.Count == 0 ? await OfAsync(owed.Role, owed.UnitId, cancellation) : [.. (await accounts.OfAsync(named, cancellation)).Values];
    }

    public async Task<IReadOnlyList<AccountCard>> OfAsync(string role, UnitId unit, CancellationToken cancellation) =>
        known.TryGetValue((role, unit), out var holders) ? holders : known[(role, unit)] = await accounts.HoldersAsync(role, unit, cancellation);
}
