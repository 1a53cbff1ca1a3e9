using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roster;

/// <summary>
/// Gives the rights that follow from the roster by the rules of the settings, and ends those that no longer do. Rights given by hand stay, except those of
/// whoever left: an account that is opened again begins without any.
/// </summary>
internal sealed class CompareRights(AppDbContext db, RosterSettings settings, RosterUnits units, RosterOutcome outcome, DateOnly today)
{
    private readonly Dictionary<RosterRight, (Unit? Within, Unit? For)> rules = [];

    public async Task CompareAsync(IReadOnlyCollection<RosterMember> announced, CancellationToken cancellation)
    {
        foreach (var rule in settings.Rights) Resolve(rule);
        var wanted = announced.SelectMany(m => rules.Where(r => Fits(m, r.Key, r.Value.Within)).Select(r => (m.AccountId, r.Key.Role, UnitId: r.Value.For?.Id ?? m.UnitId))).ToHashSet();
        var names = announced.GroupBy(m => m.AccountId).ToDictionary(g => g.Key, g => g.First());
        var given = await db.Set<RoleGrant>().AsNoTracking().Where(g => g.IsAnnounced && g.WithdrawnAt == null).ToListAsync(cancellation);
        var changed = new HashSet<AccountId>();
        await EndAllOfAsync(outcome.Left, cancellation);
        var left = outcome.Left.ToHashSet();
        foreach (var grant in given.Where(g => !left.Contains(g.AccountId) && !wanted.Contains((g.AccountId, g.Role, g.UnitId))))
        {
            db.Attach(grant);
            End(grant, names.GetValueOrDefault(grant.AccountId)?.SaidName);
            changed.Add(grant.AccountId);
        }

        var missing = wanted.Except(given.Select(g => (g.AccountId, g.Role, g.UnitId))).ToList();
        var byHand = (await RosterPeople.InPartsAsync(missing.Select(m => m.AccountId), part => HeldRoles.GrantsOn(db, today).AsNoTracking()
            .Where(g => part.Contains(g.AccountId)).Select(g => new { g.AccountId, g.Role, g.UnitId }).ToListAsync(cancellation))).Select(g => (g.AccountId, g.Role, g.UnitId)).ToHashSet();
        foreach (var right in missing.Where(m => !byHand.Contains(m)))
        {
            db.Add(new RoleGrant { AccountId = right.AccountId, Role = right.Role, UnitId = right.UnitId, From = today, GrantedAt = db.Write.Now, IsAnnounced = true });
            outcome.Say(new RosterSaying(RosterLineKind.RoleGiven, names[right.AccountId].Subject, "roster.role.given", names[right.AccountId].SaidName, new RosterRole(right.Role), units.Find(right.UnitId).Name));
            changed.Add(right.AccountId);
            outcome.GivesRoles = true;
        }

        // Whoever was announced, moved or let go just now is counted there.
        var counted = db.ChangeTracker.Entries<RosterMember>().Where(e => e.State != EntityState.Unchanged).Select(e => e.Entity.AccountId).ToHashSet();
        var more = changed.Count(a => !counted.Contains(a));
        outcome.Changed += more;
        outcome.Unchanged = Math.Max(0, outcome.Unchanged - more);
    }

    private void Resolve(RosterRight rule)
    {
        foreach (var code in new[] { rule.Unit, rule.For }.Where(c => c.Length > 0 && units.Find(c) is not { EndedOn: null }))
        {
            outcome.Say(RosterLineKind.Note, code, null, "roster.note.no-rule-unit", code, new RosterRole(rule.Role));
            return;
        }

        rules[rule] = (rule.Unit.Length > 0 ? units.Find(rule.Unit) : null, rule.For.Length > 0 ? units.Find(rule.For) : null);
    }

    private bool Fits(RosterMember member, RosterRight rule, Unit? within) =>
        (rule.Kind is null || rule.Kind == member.Kind)
        && (rule.Titles.Count == 0 || rule.Titles.Contains(member.SaidTitle, StringComparer.OrdinalIgnoreCase))
        && units.Find(member.UnitId).EndedOn is null
        && (within is null || units.WithAbove(member.UnitId).Contains(within));

    private async Task EndAllOfAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancellation)
    {
        var standing = await RosterPeople.InPartsAsync(accounts, part => db.Set<RoleGrant>()
            .Where(g => part.Contains(g.AccountId) && g.WithdrawnAt == null && (g.To == null || g.To >= today)).ToListAsync(cancellation));
        var who = await RosterPeople.InPartsAsync(standing.Select(g => g.AccountId), part => db.Accounts().Where(a => part.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName }).ToListAsync(cancellation));
        var names = who.ToDictionary(a => a.Id, a => a.DisplayName);
        foreach (var grant in standing) End(grant, names.GetValueOrDefault(grant.AccountId));
    }

    private void End(RoleGrant grant, string? name)
    {
        grant.WithdrawnAt = db.Write.Now;
        outcome.RolesEnded.Add((grant.Role, grant.UnitId));
        outcome.Say(new RosterSaying(RosterLineKind.RoleEnded, "", "roster.role.ended", name, new RosterRole(grant.Role), units.Find(grant.UnitId).Name));
    }
}

/// <summary>A role, to be named in the language of whoever reads.</summary>
internal sealed record RosterRole(string Role);
