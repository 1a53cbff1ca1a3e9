using Entente.Contracts.Safeguards;
using Entente.Directory.Model;
using Entente.Directory.Units;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roster;

/// <summary>What an operator has to decide about the roster, and what nobody can act on because its people left.</summary>
internal sealed class RosterDesk(AppDbContext db, Vacancies vacancies, TextCatalog texts) : IDeskSource
{
    private const int Most = 10;

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (viewer.IsSystem || !viewer.May(DirectoryPermissions.KeepRoster)) return [];
        var latest = await db.Set<RosterRun>().AsNoTracking().Where(r => r.Origin == RosterOrigin.Night).OrderByDescending(r => r.At).Take(1).ToListAsync(cancellation);
        var held = await db.Set<RosterRun>().AsNoTracking().Where(r => r.State == RosterState.Held).OrderBy(r => r.At).Take(Most).ToListAsync(cancellation);
        var tree = await UnitTree.ReadAsync(db, cancellation);
        return
        [
            .. held.Select(r => new DeskLine(texts.InEach("roster.desk.held", r.Files, r.SharePercent, r.Leaving), ShowRoster.Address(r.Id.ToString()), "roster.desk.look", null, "roster")),
            .. latest.Where(r => r.State == RosterState.Refused).Select(r => new DeskLine(texts.InEach("roster.desk.refused", r.Files), ShowRoster.Address(r.Id.ToString()), "roster.desk.look", null, "roster")),
            .. (await vacancies.NowAsync(cancellation)).Where(w => !w.HasOwnLine).Take(Most).Select(w => new DeskLine(
                texts.InEach("roster.desk.vacant", w.Title, texts.InEach("role." + w.Role), tree.Find(w.Unit)?.Name), Accounts.AccountList.Route, "roster.desk.grant", null, "roster")),
        ];
    }
}
