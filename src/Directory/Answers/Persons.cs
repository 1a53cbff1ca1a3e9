using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Persons;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>Answers the other rooms about persons.</summary>
internal sealed class Persons(AppDbContext db, Duplicates duplicates) : IPersons
{
    public IQueryable<PersonCard> Cards(Viewer viewer) =>
        from person in db.Set<Person>().VisibleTo(viewer)
        join alias in db.Set<PersonAlias>().VisibleTo(viewer).Where(a => a.EndedAt == null) on person.Id equals alias.PersonId into aliases
        from alias in aliases.DefaultIfEmpty()
        join other in db.Set<Person>().VisibleTo(viewer) on alias.CanonicalId equals other.Id into others
        from other in others.DefaultIfEmpty()
        select new PersonCard
        {
            Id = person.Id,
            Canonical = alias == null ? person.Id : alias.CanonicalId,
            Name = other == null ? person.Name : other.Name,
            SortKey = other == null ? person.SortKey : other.SortKey,
            SortKeyZh = other == null ? person.SortKeyZh : other.SortKeyZh,
        };

    public PersonId Add(NewPerson person)
    {
        var now = db.Write.Now;
        var added = new Person { Name = LocalizedText.Empty, Source = person.Source, RecordedAt = now };
        var names = NamesOf(added.Id, person.Name, now);
        db.Add(added.Call(names));
        db.AddRange(names);
        if (person.Email is { Length: > 0 } email) db.Add(PersonEmail.Of(added.Id, email, now));
        if (person.Organisation is not null || person.Unit is not null)
        {
            db.Add(new PersonAffiliation
            {
                PersonId = added.Id,
                OrganisationId = person.Organisation,
                UnitId = person.Unit,
                Title = new LocalizedText(person.Title ?? "", person.TitleZh ?? ""),
                Source = person.Source,
                RecordedAt = now,
            });
        }

        return added.Id;
    }

    public async Task<IReadOnlyList<PersonLike>> LikeAsync(NewPerson person, Viewer viewer, CancellationToken cancellation)
    {
        var likeness = PersonLikeness.Of(default, person.Name, person.Email, null, person.Organisation);
        return [.. (await duplicates.LikeAsync(likeness, viewer, cancellation)).Select(p => new PersonLike(p.Second.Id, p.Second.Name, p.Verdict.Reasons))];
    }

    public async Task<IReadOnlyDictionary<PersonId, UnitId>> UnitsAsync(IReadOnlyCollection<PersonId> persons, DateOnly on, CancellationToken cancellation) =>
        (await db.Set<PersonAffiliation>().VisibleTo(Viewer.System)
            .Where(a => persons.Contains(a.PersonId) && a.UnitId != null && a.WithdrawnAt == null && (a.From == null || a.From <= on) && (a.To == null || a.To >= on))
            .Select(a => new { a.PersonId, a.UnitId, a.From, a.Id }).ToListAsync(cancellation))
        .GroupBy(a => a.PersonId).ToDictionary(g => g.Key, g => g.OrderByDescending(a => a.From).ThenBy(a => a.Id).First().UnitId!.Value);

    /// <summary>The rows of a name given in parts and, where it has one, in its own script.</summary>
    public static List<PersonName> NamesOf(PersonId person, PersonNameParts name, NodaTime.Instant at)
    {
        var names = new List<PersonName>();
        if (name.Family.Length + name.Given.Length > 0)
            names.Add(PersonName.Of(person, PersonNameKind.Preferred, name.Family, name.Given, name.FamilyFirst, at));
        if (name.Native is { Length: > 0 } native)
            names.Add(PersonName.Whole(person, PersonNameKind.Preferred, native, at));
        return names;
    }
}
