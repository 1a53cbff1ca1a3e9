using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.Persons;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roster;

/// <summary>Writes what the roster says of one person: a new one, or one who changed, moved or came back.</summary>
internal sealed class ChangePerson(AppDbContext db, string issuer, RosterPeople people, RosterUnits units, RosterOutcome outcome, DateOnly today)
{
    /// <summary>The source of what the roster states, as affiliations show it.</summary>
    public const string Source = "roster";

    private ILookup<PersonId, PersonName> names = Array.Empty<PersonName>().ToLookup(n => n.PersonId);
    private Dictionary<PersonId, Person> persons = [];
    private Dictionary<PersonId, PersonId> aliases = [];
    private ILookup<PersonId, PersonAffiliation> standing = Array.Empty<PersonAffiliation>().ToLookup(a => a.PersonId);
    private Dictionary<PersonId, LocalizedText> alike = [];

    /// <summary>Reads the names of those who are called otherwise now.</summary>
    public async Task ReadNamesAsync(IReadOnlyCollection<PersonId> renamed, CancellationToken cancellation)
    {
        names = (await RosterPeople.InPartsAsync(renamed, part => db.Set<PersonName>().VisibleTo(Viewer.System)
            .Where(n => n.WithdrawnAt == null && part.Contains(n.PersonId)).ToListAsync(cancellation))).ToLookup(n => n.PersonId);
        persons = (await RosterPeople.InPartsAsync(renamed, part => db.Set<Person>().VisibleTo(Viewer.System).Where(p => part.Contains(p.Id)).ToListAsync(cancellation))).ToDictionary(p => p.Id);
    }

    /// <summary>Reads whom the new ones may be: persons of accounts that hold the identity, and persons with the same address, who are only proposed.</summary>
    public async Task ReadKnownAsync(IReadOnlyCollection<PersonLine> added, CancellationToken cancellation)
    {
        var linked = people.Linked.Values.Select(a => people.AccountOf(a).PersonId).OfType<PersonId>().ToList();
        aliases = (await RosterPeople.InPartsAsync(linked, part => PersonReading.Aliases(db, Viewer.System)
            .Where(a => part.Contains(a.PersonId)).Select(a => new { a.PersonId, a.CanonicalId }).ToListAsync(cancellation))).ToDictionary(a => a.PersonId, a => a.CanonicalId);
        var holders = linked.Select(p => aliases.GetValueOrDefault(p, p));
        standing = (await RosterPeople.InPartsAsync(holders, part => db.Set<PersonAffiliation>().VisibleTo(Viewer.System)
            .Where(a => part.Contains(a.PersonId) && a.WithdrawnAt == null && a.UnitId != null && (a.To == null || a.To >= today)).ToListAsync(cancellation))).ToLookup(a => a.PersonId);
        var mailed = added.Where(l => l.Mail.Length > 0).SelectMany(l => people.PersonsByMail[l.Mail.ToLowerInvariant()]);
        alike = (await RosterPeople.InPartsAsync(mailed, part => PersonReading.Canonical(db, Viewer.System)
            .Where(p => part.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation))).ToDictionary(p => p.Id, p => p.Name);
    }

    /// <summary>Announces somebody; none where an operator has to decide first.</summary>
    public RosterMember? Add(PersonLine line)
    {
        Account? account = null;
        if (people.Linked.TryGetValue(line.Subject, out var linked))
        {
            account = people.AccountOf(linked);
            if (account.IsClosed) outcome.Say(RosterLineKind.Note, line.Subject, line.Place, "roster.note.closed", line.Called);
        }
        else if (line.Mail.Length > 0 && people.Addresses.TryGetValue(RosterPeople.Normal(line.Mail), out var other))
        {
            outcome.Say(new RosterSaying(RosterLineKind.Double, line.Subject, "roster.double", line.Called, line.Mail) { Account = other }.At(line.Place, "email"));
            return null;
        }

        account ??= Opened(line);
        var unit = units.Find(line.Unit)!;
        PersonId? known = account.PersonId is { } id ? aliases.GetValueOrDefault(id, id) : null;
        var person = known ?? NewPerson(line);
        account.PersonId ??= person;
        var there = standing[person].FirstOrDefault(a => a.UnitId == unit.Id);
        var member = new RosterMember
        {
            Issuer = issuer,
            Subject = line.Subject,
            AccountId = account.Id,
            PersonId = person,
            AffiliationId = there?.Id ?? Place(person, unit, line, line.From ?? today).Id,
            Said = [],
            SaidName = line.Called,
        };
        db.Add(member);
        Note(member, line, unit);
        outcome.Created++;
        outcome.Say(RosterLineKind.PersonCreated, line.Subject, line.Place, known is null ? "roster.person.created" : "roster.person.linked", line.Called, unit.Name, line.Title);
        return member;
    }

    /// <summary>Changes somebody announced before; false where the row contradicts the records and all stays as it stands.</summary>
    public bool Touch(RosterMember member, PersonLine line)
    {
        var account = people.AccountOf(member.AccountId);
        var mail = line.Mail != member.SaidMail && line.Mail.Length > 0;
        if (mail && people.Addresses.TryGetValue(RosterPeople.Normal(line.Mail), out var holder) && holder != account.Id)
        {
            outcome.Say(new RosterSaying(RosterLineKind.Contradiction, line.Subject, "roster.wrong.mail-taken", line.Mail).At(line.Place, "email"));
            return false;
        }

        var (returns, unit) = (member.EndedOn is not null, units.Find(line.Unit)!);
        var moves = !returns && (member.UnitId != unit.Id || member.SaidTitle != line.Title);
        if (returns) Return(member, account, unit, line);
        else if (moves) Move(member, unit, line);
        else if (people.PlaceOf(member) is { } place && line.To is { } to && place.To != to) place.To = to;
        if (mail) Mail(member, account, line);
        if (member.SaidName != line.Called) Rename(member, account, line);
        if (!returns && !moves) outcome.Say(RosterLineKind.PersonChanged, line.Subject, line.Place, "roster.person.changed", line.Called);
        outcome.Changed++;
        Note(member, line, unit);
        return true;
    }

    private static void Note(RosterMember member, PersonLine line, Unit unit) =>
        (member.Kind, member.UnitId, member.Said, member.SaidName, member.SaidMail, member.SaidTitle) = (line.Kind, unit.Id, ComparePeople.DigestOf(line), line.Called, line.Mail, line.Title);

    private Account Opened(PersonLine line)
    {
        var account = NewAccount.Announced(line.Mail, line.Called, issuer, line.Subject, db.Write.Now);
        db.Add(account);
        db.Add(new ExternalIdentity { AccountId = account.Id, Issuer = issuer, Subject = line.Subject, Label = line.Subject, Origin = IdentityOrigin.Announced, LinkedAt = db.Write.Now });
        return account;
    }

    private PersonId NewPerson(PersonLine line)
    {
        var person = new Person { Name = LocalizedText.Empty, Source = Source, RecordedAt = db.Write.Now };
        var called = NamesOf(person.Id, line);
        db.Add(person.Call(called));
        db.AddRange(called);
        if (line.Mail.Length > 0) db.Add(PersonEmail.Of(person.Id, line.Mail, db.Write.Now));
        foreach (var other in people.PersonsByMail[line.Mail.ToLowerInvariant()].Where(alike.ContainsKey).Distinct())
            outcome.Say(RosterLineKind.Note, line.Subject, line.Place, "roster.note.alike", line.Called, alike[other]);
        return person.Id;
    }

    private List<PersonName> NamesOf(PersonId person, PersonLine line)
    {
        var native = NameFolding.HasHan(line.Name) ? line.Name : null;
        var family = line.Family.Length > 0 || native is not null ? line.Family : line.Given.Length > 0 ? "" : line.Name;
        var names = Answers.Persons.NamesOf(person, new PersonNameParts(family, line.Given, FamilyFirst: true, native), db.Write.Now);
        if (native is not null && line.Family.Length + line.Given.Length == 0) names.Add(Romanised(person, native));
        return names;
    }

    /// <summary>How passports write a Chinese name (GB/T 28039-2011), for readers of English until the person says otherwise.</summary>
    private PersonName Romanised(PersonId person, string native)
    {
        var (family, given) = Pinyin.Of(native);
        return PersonName.Of(person, PersonNameKind.Variant, Capital(family), Capital(given), familyFirst: true, db.Write.Now);

        static string Capital(string syllables) => syllables.Length == 0 ? "" : char.ToUpperInvariant(syllables[0]) + syllables[1..];
    }

    private PersonAffiliation Place(PersonId person, Unit unit, PersonLine line, DateOnly from)
    {
        var place = new PersonAffiliation
        {
            PersonId = person,
            UnitId = unit.Id,
            Title = NameFolding.HasHan(line.Title) ? new LocalizedText("", line.Title) : new LocalizedText(line.Title, ""),
            From = from,
            To = line.To,
            Source = Source,
            RecordedAt = db.Write.Now,
        };
        db.Add(place);
        return place;
    }

    private void Move(RosterMember member, Unit unit, PersonLine line)
    {
        var from = today;
        if (people.PlaceOf(member) is { } before)
        {
            // From the day the table gives, where that is after the place before began; else from today.
            from = line.From is { } given && given > (before.From ?? DateOnly.MinValue) && given <= today ? given : today;
            var last = from.AddDays(-1);
            if (before.To is null || before.To > last) before.To = before.From > last ? before.From : last;
        }

        member.AffiliationId = Place(member.PersonId, unit, line, from).Id;
        outcome.Say(RosterLineKind.PersonMoved, line.Subject, line.Place, "roster.person.moved", line.Called, units.Find(member.UnitId).Name, unit.Name, line.Title);
    }

    private void Return(RosterMember member, Account account, Unit unit, PersonLine line)
    {
        var from = line.From is { } given && given > member.EndedOn ? given : today;
        (member.EndedOn, account.EndedAt) = (null, null);
        member.AffiliationId = Place(member.PersonId, unit, line, from).Id;
        outcome.Say(RosterLineKind.PersonReturned, line.Subject, line.Place, "roster.person.returned", line.Called, unit.Name, line.Title);
    }

    private void Mail(RosterMember member, Account account, PersonLine line)
    {
        // An address its holder or an operator chose otherwise stays.
        if (!account.HasMail || account.NormalizedEmail == RosterPeople.Normal(member.SaidMail)) (account.Email, account.NormalizedEmail) = (line.Mail, RosterPeople.Normal(line.Mail));
        if (!people.PersonsByMail[line.Mail.ToLowerInvariant()].Contains(member.PersonId)) db.Add(PersonEmail.Of(member.PersonId, line.Mail, db.Write.Now));
    }

    private void Rename(RosterMember member, Account account, PersonLine line)
    {
        if (account.DisplayName == member.SaidName) account.DisplayName = line.Called;
        var wanted = NamesOf(member.PersonId, line);
        var before = names[member.PersonId].ToList();
        foreach (var name in before.Where(n => n.Kind == PersonNameKind.Preferred && wanted.Exists(w => NameFolding.HasHan(w.Full) == NameFolding.HasHan(n.Full) && w.Full != n.Full)))
            name.WithdrawnAt = db.Write.Now;
        var added = wanted.Where(w => !before.Exists(n => n.WithdrawnAt is null && n.Kind == PersonNameKind.Preferred && n.Full == w.Full)).ToList();
        db.AddRange(added);
        if (persons.TryGetValue(member.PersonId, out var person)) person.Call([.. added, .. before.Where(n => n.WithdrawnAt is null)]);
    }
}
