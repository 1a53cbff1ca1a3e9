using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Notices;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Reminders;

/// <summary>What falls due within a week, for the daily digest of an account.</summary>
internal sealed class DueInDigest(AppDbContext db, IAccounts accounts, TextCatalog texts, SchoolClock clock) : IDigestSource
{
    private const int Days = 7;

    private readonly RoleHolders holders = new(accounts);

    public async Task<IReadOnlyList<string>> DueAsync(Guid account, Language language, CancellationToken cancellation)
    {
        var (today, until) = (clock.Today, clock.Today.AddDays(Days));
        var open = await db.Set<Obligation>().VisibleTo(Viewer.System).AsNoTracking().Include(o => o.Delegations)
            .Where(o => o.State == ObligationState.Open && o.ShowFrom <= today && o.Due <= until).OrderBy(o => o.Due).ThenBy(o => o.Id).ToListAsync(cancellation);
        var lines = new List<string>();
        foreach (var owed in open)
        {
            if (!(await holders.OfAsync(owed, today, cancellation)).Any(a => a.Id.Value == account)) continue;
            lines.Add(language.Within(() => texts[owed.Due < today ? "reminders.line.overdue" : "reminders.line", owed.Title.In(language.Tag), texts.Date(owed.Due)]));
        }

        return lines;
    }
}
