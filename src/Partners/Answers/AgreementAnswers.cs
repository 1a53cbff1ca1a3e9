using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Answers;

/// <summary>Answers the other rooms about agreements.</summary>
internal sealed class AgreementAnswers(AppDbContext db) : IAgreements
{
    public IQueryable<AgreementCard> Cards(Viewer viewer) => db.Set<Agreement>().VisibleTo(viewer).Select(a => new AgreementCard
    {
        Id = a.Id,
        Title = a.Title,
        Number = a.Number,
        State = a.State,
        Unit = a.UnitId,
        EffectiveOn = a.EffectiveOn,
        LastDay = a.LastDay,
    });

    public async Task<IReadOnlyDictionary<AgreementId, IReadOnlyList<PlaceCard>>> PlacesAsync(
        IReadOnlyCollection<AgreementId> agreements, CancellationToken cancellation)
    {
        var lines = await db.Set<PlaceLine>().AsNoTracking().Where(p => agreements.Contains(p.AgreementId)).OrderBy(p => p.Code).ToListAsync(cancellation);
        return lines.GroupBy(p => p.AgreementId).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<PlaceCard>)[.. g.Select(p => new PlaceCard(p.Code, p.Direction, p.PerYear, p.Within, p.Level, p.Field, p.UnitId, p.PartnerId, p.AcademicYear))]);
    }

    public async Task<IReadOnlyDictionary<AgreementId, IReadOnlyList<OrganisationId>>> PartnersAsync(
        IReadOnlyCollection<AgreementId> agreements, CancellationToken cancellation)
    {
        var parties = await db.Set<AgreementParty>().AsNoTracking()
            .Where(p => agreements.Contains(p.AgreementId) && p.OrganisationId != null).OrderBy(p => p.Order).ToListAsync(cancellation);
        return parties.GroupBy(p => p.AgreementId).ToDictionary(
            g => g.Key, g => (IReadOnlyList<OrganisationId>)[.. g.Select(p => p.OrganisationId!.Value)]);
    }
}
