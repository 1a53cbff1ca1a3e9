using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>The names of students and partners; whoever sees a stay sees who it is and where.</summary>
internal sealed class StayNames(IPersons persons, IOrganisations organisations)
{
    public async Task<(LocalizedText Person, LocalizedText Partner)> OfAsync(Stay stay, CancellationToken cancellation) => (
        (await PersonsAsync([stay.PersonId], cancellation)).GetValueOrDefault(stay.PersonId, LocalizedText.Empty),
        (await PartnersAsync([stay.OrganisationId], cancellation)).GetValueOrDefault(stay.OrganisationId)?.Name ?? LocalizedText.Empty);

    /// <summary>All keys that stand for the same person: one recorded under two names is one student.</summary>
    public IQueryable<PersonId> SameAs(PersonId person)
    {
        var same = persons.Cards(Viewer.System).Where(p => p.Id == person).Select(p => p.Canonical);
        return persons.Cards(Viewer.System).Where(p => same.Contains(p.Canonical)).Select(p => p.Id);
    }

    public async Task<IReadOnlyDictionary<PersonId, LocalizedText>> PersonsAsync(IReadOnlyCollection<PersonId> ids, CancellationToken cancellation) =>
        await persons.Cards(Viewer.System).Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);

    public async Task<IReadOnlyDictionary<OrganisationId, OrganisationCard>> PartnersAsync(IReadOnlyCollection<OrganisationId> ids, CancellationToken cancellation) =>
        await organisations.Cards(Viewer.System).Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellation);
}
