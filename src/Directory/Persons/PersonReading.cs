using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>Queries about persons that several pages ask.</summary>
internal static class PersonReading
{
    /// <summary>The persons that stand for themselves: those merged into another are left out.</summary>
    public static IQueryable<Person> Canonical(AppDbContext db, Viewer viewer)
    {
        var aliases = Aliases(db, viewer);
        return db.Set<Person>().VisibleTo(viewer).Where(p => !aliases.Any(a => a.PersonId == p.Id));
    }

    /// <summary>The aliases in force.</summary>
    public static IQueryable<PersonAlias> Aliases(AppDbContext db, Viewer viewer) =>
        db.Set<PersonAlias>().VisibleTo(viewer).Where(a => a.EndedAt == null);

    /// <summary>A person's own key and the keys merged into it.</summary>
    public static async Task<List<PersonId>> KeysOfAsync(AppDbContext db, Viewer viewer, PersonId person, CancellationToken cancellation) =>
        [person, .. await Aliases(db, viewer).Where(a => a.CanonicalId == person).Select(a => a.PersonId).ToListAsync(cancellation)];

    /// <summary>The name of a person that stands for itself; none where there is no such person.</summary>
    public static Task<LocalizedText?> NameOfAsync(AppDbContext db, Viewer viewer, PersonId person, CancellationToken cancellation) =>
        Canonical(db, viewer).Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(cancellation);

    /// <summary>Narrows persons to those of whom every word typed is found in some name, address of mail or identifier, in either script or by its sound.</summary>
    public static IQueryable<Person> Matching(this IQueryable<Person> persons, AppDbContext db, Viewer viewer, string text)
    {
        if (Orcid.Read(text, out _) is { } orcid) return persons.Where(p => p.Orcid == orcid);
        var aliases = Aliases(db, viewer);
        if (text.Contains('@', StringComparison.Ordinal))
        {
            var mail = text.Trim().ToLowerInvariant();
            var holders = db.Set<PersonEmail>().VisibleTo(viewer).Where(e => e.WithdrawnAt == null && e.Folded.Contains(mail)).Select(e => e.PersonId);
            return persons.Where(p => holders.Contains(p.Id) || aliases.Any(a => a.CanonicalId == p.Id && holders.Contains(a.PersonId)));
        }

        var names = db.Set<PersonName>().VisibleTo(viewer).Where(n => n.WithdrawnAt == null);
        foreach (var word in NameFolding.Of(text.Replace('-', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
            names = names.Where(n => n.Folded.Contains(word) || n.Roman.Contains(word));
        var found = names.Select(n => n.PersonId);
        return persons.Where(p => found.Contains(p.Id) || aliases.Any(a => a.CanonicalId == p.Id && found.Contains(a.PersonId)));
    }
}
