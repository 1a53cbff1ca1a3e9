using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roster;

/// <summary>Compares a roster with the records: units, then people, then rights. What changes stands in the change tracker, unsaved, and is said line by line.</summary>
internal sealed class RosterComparing(AppDbContext db, RosterSettings settings, Vacancies vacancies, SchoolClock clock)
{
    /// <exception cref="RosterRefusedException">The settings do not say whose numbers the roster holds.</exception>
    public async Task<RosterOutcome> CompareAsync(RosterTable table, CancellationToken cancellation)
    {
        if (settings.Issuer is not { } issuer) throw new RosterRefusedException([new(RosterLineKind.Refusal, "", "roster.refused.no-issuer")]);
        var (outcome, today) = (new RosterOutcome(), clock.Today);
        foreach (var saying in table.Doubtful) outcome.Say(saying);
        var units = await RosterUnits.ReadAsync(db, cancellation);
        if (table.Units is { } lines) new CompareUnits(db, units, outcome, today).Compare(lines, table.SeenCodes);
        if (table.People is not null)
        {
            var people = new ComparePeople(db, issuer, units, outcome, today);
            await people.CompareAsync(table, await LastOperatorsAsync(today, cancellation), cancellation);
            await new CompareRights(db, settings, units, outcome, today).CompareAsync(people.Announced, cancellation);
        }

        if (outcome.RolesEnded.Count > 0)
        {
            foreach (var work in await vacancies.AfterAsync(outcome.Left, outcome.RolesEnded, cancellation))
                outcome.Say(new RosterSaying(RosterLineKind.Blocked, "", "roster.blocked", work.Title, new RosterRole(work.Role), units.Find(work.Unit).Name));
        }

        return outcome;
    }

    /// <summary>The account of the only operator there is: a table does not lock the house.</summary>
    private async Task<IReadOnlySet<AccountId>> LastOperatorsAsync(DateOnly today, CancellationToken cancellation)
    {
        var open = db.Accounts().Where(a => a.EndedAt == null && a.LockedAt == null);
        var operators = await HeldRoles.GrantsOn(db, today).Where(g => g.Role == BuiltInRole.Operator && open.Any(a => a.Id == g.AccountId))
            .Select(g => g.AccountId).Distinct().Take(2).ToListAsync(cancellation);
        return operators.Count == 1 ? operators.ToHashSet() : [];
    }
}
