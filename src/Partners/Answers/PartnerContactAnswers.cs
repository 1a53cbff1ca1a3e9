using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Partners.FactSheets;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Answers;

/// <summary>Answers whom one writes to at partners.</summary>
internal sealed class PartnerContactAnswers(AppDbContext db, IPersons persons, SchoolClock clock) : IPartnerContacts
{
    public async Task<IReadOnlyDictionary<OrganisationId, IReadOnlyList<PartnerContactCard>>> OfAsync(
        IReadOnlyCollection<OrganisationId> partners, Viewer viewer, CancellationToken cancellation)
    {
        var today = clock.Today;
        var found = await db.Set<Contact>().VisibleTo(viewer).AsNoTracking()
            .Where(c => partners.Contains(c.OrganisationId) && c.Side == ContactSide.Partner && c.Email != null && (c.Until == null || c.Until >= today) && (c.From == null || c.From <= today))
            .ToListAsync(cancellation);
        var people = found.Select(c => c.PersonId).Distinct().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return found.GroupBy(c => c.OrganisationId).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<PartnerContactCard>)[.. g.OrderBy(c => FactSheetReading.Rank(c.Role)).ThenBy(c => c.Id).Select(c => new PartnerContactCard(c.Id.Value, c.PersonId, names[c.PersonId], c.Email!, c.Language))]);
    }
}
