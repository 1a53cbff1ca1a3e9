using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>Finds persons by any of their names, in either script and by sound, by mail and ORCID iD. A merged person is found as the one shown.</summary>
internal sealed class PersonSearch : SearchSource<PersonCard>
{
    public override string Kind => "person";

    public override string Permission => DirectoryPermissions.View;

    public override int Weight => 10;

    protected override PersonId? TouchedBy(object changed) => changed switch
    {
        Person person => person.Id,
        PersonName name => name.PersonId,
        PersonEmail mail => mail.PersonId,
        PersonAffiliation place => place.PersonId,
        PersonAlias alias => alias.PersonId,
        _ => null,
    };

    protected override IQueryable<PersonId> Visible(AppDbContext db, Viewer viewer) => PersonReading.Canonical(db, viewer).Select(p => p.Id);

    protected override async Task<IReadOnlyList<SearchText>> TextsAsync(AppDbContext db, IReadOnlyList<PersonId> keys, CancellationToken cancellation)
    {
        var persons = await PersonReading.Canonical(db, Viewer.System).Where(p => keys.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Orcid }).ToListAsync(cancellation);
        var names = (await db.Set<PersonName>().VisibleTo(Viewer.System).Where(n => n.WithdrawnAt == null && keys.Contains(n.PersonId))
            .Select(n => new { n.PersonId, n.Full, n.Roman }).ToListAsync(cancellation)).ToLookup(n => n.PersonId);
        var mails = (await db.Set<PersonEmail>().VisibleTo(Viewer.System).Where(e => e.WithdrawnAt == null && keys.Contains(e.PersonId))
            .Select(e => new { e.PersonId, e.Folded }).ToListAsync(cancellation)).ToLookup(e => e.PersonId, e => e.Folded);
        var places = (await (
            from a in db.Set<PersonAffiliation>().VisibleTo(Viewer.System)
            join o in db.Set<Organisation>() on a.OrganisationId equals o.Id
            where a.WithdrawnAt == null && a.To == null && keys.Contains(a.PersonId)
            select new { a.PersonId, o.Name }).ToListAsync(cancellation)).ToLookup(a => a.PersonId, a => a.Name);
        return [.. persons.Select(p => new SearchText(p.Id.Value, p.Name, ShowPerson.Address(p.Id))
        {
            Names = [.. names[p.Id].SelectMany(n => new[] { n.Full, n.Roman }).Distinct(StringComparer.Ordinal)],
            Texts = [.. mails[p.Id].Append(p.Orcid).OfType<string>()],
            Detail = places[p.Id].FirstOrDefault(),
        })];
    }
}
