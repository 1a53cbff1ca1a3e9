using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>Removes what an undone import created, while nothing refers to it.</summary>
internal sealed class TakingBack(AppDbContext db) : ITakeBack
{
    public async Task<IReadOnlyList<Dependent>> OrganisationsAsync(
        IReadOnlyCollection<OrganisationId> organisations, IReadOnlySet<Guid> going, CancellationToken cancellation)
    {
        var affiliations = await db.Set<PersonAffiliation>().VisibleTo(Viewer.System).AsNoTracking()
            .Where(a => a.OrganisationId != null && organisations.Contains(a.OrganisationId.Value))
            .Select(a => new { a.Id, a.PersonId }).ToListAsync(cancellation);
        var ofGoing = affiliations.Where(a => going.Contains(a.PersonId.Value)).Select(a => a.Id.Value);
        var dependents = await Dependents.OfAsync(db, organisations, [typeof(OrganisationName)], going.Concat(ofGoing).ToHashSet(), cancellation);
        if (dependents.Count > 0) return dependents;
        db.RemoveRange(await db.Set<OrganisationName>().Where(n => organisations.Contains(n.OrganisationId)).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<Organisation>().Where(o => organisations.Contains(o.Id)).ToListAsync(cancellation));
        return [];
    }

    public async Task<IReadOnlyList<Dependent>> PersonsAsync(
        IReadOnlyCollection<PersonId> persons, IReadOnlySet<Guid> going, CancellationToken cancellation)
    {
        var dependents = await Dependents.OfAsync(
            db, persons, [typeof(PersonName), typeof(PersonEmail), typeof(PersonAffiliation)], going, cancellation);
        if (dependents.Count > 0) return dependents;
        db.RemoveRange(await db.Set<PersonName>().VisibleTo(Viewer.System).Where(n => persons.Contains(n.PersonId)).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<PersonEmail>().VisibleTo(Viewer.System).Where(e => persons.Contains(e.PersonId)).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<PersonAffiliation>().VisibleTo(Viewer.System).Where(a => persons.Contains(a.PersonId)).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<Person>().VisibleTo(Viewer.System).Where(p => persons.Contains(p.Id)).ToListAsync(cancellation));
        return [];
    }
}
