using System.Security.Cryptography;
using System.Text;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roster;

/// <summary>
/// Brings people to what the roster says: announced, moved, renamed, returned, let go. Who somebody is, the number says; a row whose address belongs to
/// an account of another identity is left for an operator.
/// </summary>
internal sealed class ComparePeople(AppDbContext db, string issuer, RosterUnits units, RosterOutcome outcome, DateOnly today)
{
    private readonly RosterPeople people = new(db, issuer);

    /// <summary>Everybody announced, after the comparison.</summary>
    public List<RosterMember> Announced { get; } = [];

    public async Task CompareAsync(RosterTable table, IReadOnlySet<AccountId> lastOperators, CancellationToken cancellation)
    {
        await people.ReadMembersAsync(cancellation);
        var lines = table.People!.Where(IsPlaced).ToDictionary(l => l.Subject, StringComparer.Ordinal);
        var leaving = people.Members.Values.Where(m => m.EndedOn is null && (lines.GetValueOrDefault(m.Subject) is { HasLeft: true } || !table.Seen.Contains(m.Subject))).ToList();
        var touched = lines.Values.Where(l => !l.HasLeft && people.Members.TryGetValue(l.Subject, out var m) && !IsSame(m, l)).ToList();
        var added = lines.Values.Where(l => !l.HasLeft && !people.Members.ContainsKey(l.Subject)).ToList();
        outcome.People = (people.Members.Values.Count(m => m.EndedOn is null), leaving.Count);
        outcome.Unchanged += lines.Count - touched.Count - added.Count - leaving.Count(m => lines.ContainsKey(m.Subject));
        await people.ReadForNewAsync(added, [.. added.Concat(touched).Select(l => l.Mail).Where(m => m.Length > 0)], cancellation);
        await people.ReadToChangeAsync([.. leaving, .. touched.Select(l => people.Members[l.Subject])], people.Linked.Values, cancellation);
        var change = new ChangePerson(db, issuer, people, units, outcome, today);
        await change.ReadNamesAsync([.. touched.Where(l => people.Members[l.Subject].SaidName != l.Called).Select(l => people.Members[l.Subject].PersonId)], cancellation);
        await change.ReadKnownAsync(added, cancellation);
        Announced.AddRange(people.Members.Values.Where(m => m.EndedOn is null));
        foreach (var line in touched)
        {
            var (member, returns) = (people.Members[line.Subject], people.Members[line.Subject].EndedOn is not null);
            if (change.Touch(member, line) && returns) Announced.Add(member);
        }

        foreach (var line in added) if (change.Add(line) is { } member) Announced.Add(member);
        foreach (var member in leaving) LetGo(member, lines.GetValueOrDefault(member.Subject), lastOperators);
        Announced.RemoveAll(m => m.EndedOn is not null);
        await EndAccountsAsync(leaving, cancellation);
    }

    public static byte[] DigestOf(PersonLine line) => SHA256.HashData(Encoding.UTF8.GetBytes(line.Said));

    private static bool IsSame(RosterMember member, PersonLine line) => member.EndedOn is null && member.Said.AsSpan().SequenceEqual(DigestOf(line));

    private bool IsPlaced(PersonLine line)
    {
        if (line.HasLeft || units.Find(line.Unit) is { EndedOn: null }) return true;
        outcome.Say(new RosterSaying(RosterLineKind.Contradiction, line.Subject, units.Find(line.Unit) is null ? "roster.wrong.unit" : "roster.wrong.unit-ended", line.Unit).At(line.Place, "unit"));
        return false;
    }

    private void LetGo(RosterMember member, PersonLine? line, IReadOnlySet<AccountId> lastOperators)
    {
        if (lastOperators.Contains(member.AccountId))
        {
            outcome.Say(RosterLineKind.Blocked, member.Subject, line?.Place, "roster.person.last-operator", member.SaidName);
            return;
        }

        var day = line?.To is { } to && to < today ? to : today;
        member.EndedOn = day;
        if (people.PlaceOf(member) is { } place && (place.To is null || place.To > day)) place.To = place.From > day ? place.From : day;
        outcome.Ended++;
        outcome.Say(RosterLineKind.PersonEnded, member.Subject, line?.Place, line is null ? "roster.person.absent" : "roster.person.left", member.SaidName, day);
    }

    /// <summary>An account is over when the roster has let go everybody it is the account of: a student may have become staff.</summary>
    private async Task EndAccountsAsync(List<RosterMember> leaving, CancellationToken cancellation)
    {
        var gone = leaving.Where(m => m.EndedOn is not null).Select(m => m.AccountId).Distinct().ToList();
        var staying = Announced.Select(m => m.AccountId).ToHashSet();
        var elsewhere = await RosterPeople.InPartsAsync(gone, part => db.Set<RosterMember>().AsNoTracking()
            .Where(m => m.Issuer != issuer && m.EndedOn == null && part.Contains(m.AccountId)).Select(m => m.AccountId).ToListAsync(cancellation));
        foreach (var id in gone.Where(id => !staying.Contains(id) && !elsewhere.Contains(id)))
        {
            people.AccountOf(id).EndedAt ??= db.Write.Now;
            outcome.Left.Add(id);
        }
    }
}
