using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>On the desk of a student: the stay to come and the stay under way, so that the way to it is never searched for.</summary>
internal sealed class StaysOnDesk(AppDbContext db, StayNames names, TextCatalog texts, SchoolClock clock) : IDeskSource
{
    private const int Most = 10;

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        if (viewer.Person is not { } person) return [];
        var me = new PersonId(person);
        var own = await db.Set<Stay>().VisibleTo(viewer).AsNoTracking().Where(s => s.PersonId == me && (s.State == StayState.Planned || s.State == StayState.UnderWay))
            .OrderBy(s => s.From).Take(Most).Select(s => new { s.Id, s.OrganisationId, s.From, s.Until, s.State }).ToListAsync(cancellation);
        if (own.Count == 0) return [];
        var partners = await names.PartnersAsync([.. own.Select(s => s.OrganisationId).Distinct()], cancellation);
        var today = clock.Today;
        return [.. own.Select(s => new DeskLine(
            texts.InEach("stays.desk." + s.State, partners[s.OrganisationId].Name, s.From, s.Until),
            ShowStay.AddressOf(s.Id), "stays.desk.open", s.State == StayState.Planned && s.From >= today ? s.From : null, "stay"))];
    }
}
