using Entente.Contracts.Figures;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility;

/// <summary>How counted stays are named: in full for those who may see them; for the public by partner and form, where so many are meant that none is betrayed.</summary>
internal static class FigureLabels
{
    private const int FewestPublic = 3;

    public static async Task<IReadOnlyList<CountedLabel>> OfStaysAsync(AppDbContext db, Viewer viewer, IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        var ids = keys.Select(k => new Id<Stay>(k)).ToList();
        var isPublic = !viewer.May(MobilityPermissions.View);
        var services = db.Write.Services;
        var stays = await db.Set<Stay>().VisibleTo(isPublic ? Viewer.System : viewer).AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.From).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.PersonId, s.OrganisationId, s.FormId, s.AcademicYear }).ToListAsync(cancellation);
        var names = services.GetRequiredService<StayNames>();
        var partners = await names.PartnersAsync([.. stays.Select(s => s.OrganisationId).Distinct()], cancellation);
        var forms = await db.Set<MobilityForm>().AsNoTracking().ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var calendar = services.GetRequiredService<AcademicCalendar>();
        LocalizedText What(Id<MobilityForm> form, int year) => LocalizedText.InEach(l => forms[form].In(l.Tag) + " · " + calendar.Name(year));
        if (isPublic)
        {
            return [.. stays.GroupBy(s => s.OrganisationId).Where(g => g.Count() >= FewestPublic).SelectMany(g => g)
                .Select(s => new CountedLabel(s.Id.Value, partners[s.OrganisationId].Name, null, What(s.FormId, s.AcademicYear)))];
        }

        var people = await names.PersonsAsync([.. stays.Select(s => s.PersonId).Distinct()], cancellation);
        return [.. stays.Select(s => new CountedLabel(
            s.Id.Value, LocalizedText.InEach(l => people[s.PersonId].In(l.Tag) + " · " + partners[s.OrganisationId].Name.In(l.Tag)), ShowStay.AddressOf(s.Id), What(s.FormId, s.AcademicYear)))];
    }
}
