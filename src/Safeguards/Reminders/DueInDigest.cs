using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Notices;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Safeguards.Approvals;
using Entente.Safeguards.Model;
using Entente.Safeguards.Packs;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Reminders;

/// <summary>What falls due within a week, for the daily digest of an account: what is owed, and what is to be decided.</summary>
internal sealed class DueInDigest(AppDbContext db, PackShelf packs, IAccounts accounts, TextCatalog texts, SchoolClock clock) : IDigestSource
{
    private const int Days = 7;

    private readonly RoleHolders holders = new(accounts);
    private readonly Deciders deciders = new(accounts);

    public async Task<IReadOnlyList<string>> DueAsync(Guid account, Language language, CancellationToken cancellation)
    {
        var (today, until) = (clock.Today, clock.Today.AddDays(Days));
        var open = await db.Set<Obligation>().VisibleTo(Viewer.System).AsNoTracking().Include(o => o.Delegations)
            .Where(o => o.State == ObligationState.Open && o.ShowFrom <= today && o.Due <= until).OrderBy(o => o.Due).ThenBy(o => o.Id).ToListAsync(cancellation);
        var lines = new List<(DateOnly Due, string Title)>();
        foreach (var owed in open)
        {
            if ((await holders.OfAsync(owed, today, cancellation)).Any(a => a.Id.Value == account)) lines.Add((owed.Due, owed.Title.In(language.Tag)));
        }

        lines.AddRange(await DecisionsAsync(account, language, until, cancellation));
        return [.. lines.OrderBy(l => l.Due).Select(l => language.Within(() => texts[l.Due < today ? "reminders.line.overdue" : "reminders.line", l.Title, texts.Date(l.Due)]))];
    }

    private async Task<IReadOnlyList<(DateOnly Due, string Title)>> DecisionsAsync(Guid account, Language language, DateOnly until, CancellationToken cancellation)
    {
        var pending = await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).AsNoTracking().Include(r => r.Steps)
            .Where(r => r.State == ApprovalState.Pending && r.Steps.Any(s => s.Order == r.CurrentStep && s.DecideBy <= until)).OrderBy(r => r.AskedAt).ToListAsync(cancellation);
        var lines = new List<(DateOnly, string)>();
        foreach (var request in pending)
        {
            var chain = (await packs.OfAsync(request.EditionId, cancellation)).Chains.First(c => c.Id == request.Chain);
            if ((await deciders.OfAsync(request, chain, cancellation)).Any(a => a.Id.Value == account))
                lines.Add((request.Waiting!.DecideBy!.Value, Desk.Sentences.Of(texts, "approvals.desk", chain.Title, request.Title).In(language.Tag)));
        }

        return lines;
    }
}
