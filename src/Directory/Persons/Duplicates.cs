using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>
/// Finds records that may be one human being. What could be the same is narrowed by identifier, mail and the letters of the name;
/// then each pair is weighed, with the reasons a person reads.
/// </summary>
internal sealed class Duplicates(AppDbContext db)
{
    /// <summary>From here on two records are proposed as one.</summary>
    public const double Proposed = 0.45;

    /// <summary>From here on somebody who adds a person is asked to look.</summary>
    public const double WorthALook = 0.35;

    /// <summary>Persons of one sound of name that are compared with each other; more share only a common name.</summary>
    private const int MostOfAName = 40;

    private const int MostGroups = 500;

    /// <summary>The pairs among all persons, the likeliest first; what somebody parted is not proposed again.</summary>
    public async Task<IReadOnlyList<DuplicatePair>> PairsAsync(Viewer viewer, CancellationToken cancellation)
    {
        var persons = PersonReading.Canonical(db, viewer).Select(p => p.Id);
        // Whom the university announces under two numbers are two; of them only names that somebody else bears too are compared.
        var open = Names(viewer).Where(n => !db.Set<RosterMember>().Any(m => m.PersonId == n.PersonId)).Select(n => n.Letters);
        var letters = await Names(viewer).Where(n => n.Letters != "" && open.Contains(n.Letters) && persons.Contains(n.PersonId))
            .GroupBy(n => n.Letters).Where(g => g.Select(n => n.PersonId).Distinct().Count() > 1)
            .OrderBy(g => g.Key).Select(g => g.Key).Take(MostGroups).ToListAsync(cancellation);
        var byName = await Names(viewer).Where(n => letters.Contains(n.Letters) && persons.Contains(n.PersonId))
            .Select(n => new { Key = n.Letters, n.PersonId }).Distinct().ToListAsync(cancellation);
        var mails = await Mails(viewer).Where(e => persons.Contains(e.PersonId))
            .GroupBy(e => e.Folded).Where(g => g.Select(e => e.PersonId).Distinct().Count() > 1)
            .OrderBy(g => g.Key).Select(g => g.Key).Take(MostGroups).ToListAsync(cancellation);
        var byMail = await Mails(viewer).Where(e => mails.Contains(e.Folded) && persons.Contains(e.PersonId))
            .Select(e => new { Key = e.Folded, e.PersonId }).Distinct().ToListAsync(cancellation);
        var byOrcid = await PersonReading.Canonical(db, viewer).Where(p => p.Orcid != null)
            .Where(p => PersonReading.Canonical(db, viewer).Any(o => o.Orcid == p.Orcid && o.Id != p.Id))
            .Select(p => new { Key = p.Orcid!, PersonId = p.Id }).ToListAsync(cancellation);
        var pairs = byName.Concat(byMail).Concat(byOrcid).GroupBy(p => p.Key, p => p.PersonId, StringComparer.Ordinal)
            .Where(g => g.Count() <= MostOfAName).SelectMany(g => PairsOf([.. g.Order()])).Distinct().ToList();
        var apart = (await db.Set<PersonsApart>().VisibleTo(viewer).Select(a => new { a.FirstId, a.SecondId }).ToListAsync(cancellation))
            .Select(a => (a.FirstId, a.SecondId)).ToHashSet();
        List<PersonId> compared = [.. pairs.SelectMany(p => new[] { p.First, p.Second }).Distinct()];
        var likenesses = await LikenessesAsync(compared, viewer, cancellation);
        var announced = await AnnouncedAsync(compared, cancellation);
        return [.. pairs.Where(p => !apart.Contains(p))
            .Select(p => new DuplicatePair(likenesses[p.First], likenesses[p.Second], Weigh(likenesses[p.First], likenesses[p.Second])))
            .Where(p => p.Verdict.Score >= Proposed && !AreTwo(p, announced))
            .OrderByDescending(p => p.Verdict.Score).ThenBy(p => p.First.Id)];
    }

    /// <summary>The persons somebody about to be added, or one of the directory, may be, the likeliest first.</summary>
    public async Task<IReadOnlyList<DuplicatePair>> LikeAsync(PersonLikeness person, Viewer viewer, CancellationToken cancellation)
    {
        var letters = person.Names.Select(NameSound.LettersOf).Distinct(StringComparer.Ordinal).ToList();
        var persons = PersonReading.Canonical(db, viewer);
        var names = Names(viewer).Where(n => letters.Contains(n.Letters)).Select(n => n.PersonId);
        var mails = Mails(viewer).Where(e => person.Mails.Contains(e.Folded)).Select(e => e.PersonId);
        var found = await persons.Where(p => p.Id != person.Id && (names.Contains(p.Id) || mails.Contains(p.Id) || (person.Orcid != null && p.Orcid == person.Orcid)))
            .OrderBy(p => p.Id).Select(p => p.Id).Take(100).ToListAsync(cancellation);
        var likenesses = await LikenessesAsync(found, viewer, cancellation);
        var announced = await AnnouncedAsync([.. found, person.Id], cancellation);
        return [.. likenesses.Values.Select(other => new DuplicatePair(person, other, Weigh(person, other)))
            .Where(p => p.Verdict.Score >= WorthALook && !AreTwo(p, announced)).OrderByDescending(p => p.Verdict.Score).ThenBy(p => p.Second.Id)];
    }

    /// <summary>What is compared of persons, of many at once.</summary>
    public async Task<IReadOnlyDictionary<PersonId, PersonLikeness>> LikenessesAsync(
        IReadOnlyCollection<PersonId> persons, Viewer viewer, CancellationToken cancellation)
    {
        var found = await db.Set<Person>().VisibleTo(viewer).Where(p => persons.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Orcid }).ToListAsync(cancellation);
        var names = (await Names(viewer).Where(n => persons.Contains(n.PersonId)).Select(n => new { n.PersonId, n.Full }).ToListAsync(cancellation)).ToLookup(n => n.PersonId, n => n.Full);
        var mails = (await Mails(viewer).Where(e => persons.Contains(e.PersonId)).Select(e => new { e.PersonId, e.Folded }).ToListAsync(cancellation)).ToLookup(e => e.PersonId, e => e.Folded);
        var places = (await db.Set<PersonAffiliation>().VisibleTo(viewer).Where(a => a.WithdrawnAt == null && a.OrganisationId != null && persons.Contains(a.PersonId))
            .Select(a => new { a.PersonId, a.OrganisationId }).ToListAsync(cancellation)).ToLookup(a => a.PersonId, a => a.OrganisationId!.Value);
        return found.ToDictionary(p => p.Id, p => new PersonLikeness(p.Id, p.Name, [.. names[p.Id]], [.. mails[p.Id]], p.Orcid, [.. places[p.Id]]));
    }

    /// <summary>How likely two are one, and why. Each reason takes away its share of the doubt that remains.</summary>
    public static DuplicateVerdict Weigh(PersonLikeness one, PersonLikeness other)
    {
        var reasons = new List<string>();
        var doubt = 1.0;
        void Count(string reason, double weight)
        {
            reasons.Add("directory.duplicates.because." + reason);
            doubt *= 1 - weight;
        }

        if (one.Orcid is not null && other.Orcid is not null && one.Orcid != other.Orcid) return new(0, []);
        if (one.Orcid is not null && one.Orcid == other.Orcid) Count("orcid", 0.98);
        if (one.Mails.Intersect(other.Mails, StringComparer.Ordinal).Any()) Count("mail", 0.85);
        var (oneHan, otherHan) = (Han(one), Han(other));
        var bothHan = oneHan.Count > 0 && otherHan.Count > 0;
        if (bothHan && oneHan.Intersect(otherHan, StringComparer.Ordinal).Any()) Count("han", 0.5);
        else if (!bothHan && (Latin(one).Any(l => otherHan.Any(h => NameSound.Sounds(l, h))) || Latin(other).Any(l => oneHan.Any(h => NameSound.Sounds(l, h)))))
            Count("sound", 0.4);
        // Two different names in Han that are written alike in Latin letters are two names: 张伟 and 章薇.
        if ((!bothHan || oneHan.Intersect(otherHan, StringComparer.Ordinal).Any()) && Latin(one).Any(l => Latin(other).Any(o => SameLatin(l, o)))) Count("latin", 0.4);
        if (reasons.Count > 0 && one.Organisations.Intersect(other.Organisations).Any()) Count("organisation", 0.4);
        return new(Math.Round(1 - doubt, 2), reasons);
    }

    /// <summary>Whether the university announces the two under different numbers, and nothing but their names is alike.</summary>
    private static bool AreTwo(DuplicatePair pair, ILookup<PersonId, string> announced) =>
        announced[pair.First.Id].Intersect(announced[pair.Second.Id], StringComparer.Ordinal).Any()
        && !pair.Verdict.Reasons.Any(r => r is "directory.duplicates.because.orcid" or "directory.duplicates.because.mail");

    private async Task<ILookup<PersonId, string>> AnnouncedAsync(IReadOnlyCollection<PersonId> persons, CancellationToken cancellation) =>
        (await db.Set<RosterMember>().Where(m => persons.Contains(m.PersonId)).Select(m => new { m.PersonId, m.Issuer }).ToListAsync(cancellation)).ToLookup(m => m.PersonId, m => m.Issuer);

    private static bool SameLatin(string one, string other) =>
        NameFolding.InAnyOrder(one) == NameFolding.InAnyOrder(other)
        || NameSound.LettersOf(one) == NameSound.LettersOf(other) && Rotations(one).Intersect(Rotations(other), StringComparer.Ordinal).Any();

    private static IEnumerable<string> Rotations(string name)
    {
        var words = NameFolding.Of(name.Replace('-', ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, words.Length).Select(start => string.Concat(words[start..].Concat(words[..start])));
    }

    private static List<string> Han(PersonLikeness person) => [.. person.Names.Where(NameFolding.HasHan).Select(NameFolding.Of)];

    private static IEnumerable<string> Latin(PersonLikeness person) => person.Names.Where(n => !NameFolding.HasHan(n));

    private IQueryable<PersonName> Names(Viewer viewer) => db.Set<PersonName>().VisibleTo(viewer).Where(n => n.WithdrawnAt == null);

    private IQueryable<PersonEmail> Mails(Viewer viewer) => db.Set<PersonEmail>().VisibleTo(viewer).Where(e => e.WithdrawnAt == null);

    private static IEnumerable<(PersonId First, PersonId Second)> PairsOf(List<PersonId> persons)
    {
        for (var i = 0; i < persons.Count; i++)
            for (var j = i + 1; j < persons.Count; j++)
                yield return (persons[i], persons[j]);
    }
}

/// <summary>What is compared of a person.</summary>
/// <param name="Id">The key; of nobody yet for one about to be added.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Names">Every name, in any script.</param>
/// <param name="Mails">Addresses in lower case.</param>
/// <param name="Orcid">The ORCID iD.</param>
/// <param name="Organisations">Where the person works or worked.</param>
public sealed record PersonLikeness(
    PersonId Id, LocalizedText Name, IReadOnlyList<string> Names, IReadOnlyList<string> Mails, string? Orcid, IReadOnlyList<OrganisationId> Organisations)
{
    /// <summary>Somebody as they were entered.</summary>
    public static PersonLikeness Of(PersonId id, PersonNameParts name, string? email, string? orcid, OrganisationId? organisation) => new(
        id, LocalizedText.Empty, [.. Answers.Persons.NamesOf(id, name, default).Select(n => n.Full)], email is { Length: > 0 } mail ? [mail.ToLowerInvariant()] : [], orcid, organisation is { } there ? [there] : []);
}

/// <summary>How likely, 0 to 1, and why: text keys.</summary>
public sealed record DuplicateVerdict(double Score, IReadOnlyList<string> Reasons);

/// <summary>Two that may be one.</summary>
public sealed record DuplicatePair(PersonLikeness First, PersonLikeness Second, DuplicateVerdict Verdict);
