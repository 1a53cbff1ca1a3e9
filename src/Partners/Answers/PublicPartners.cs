using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Ledger;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Answers;

/// <summary>Answers the public site: who the partners are, from agreements in force, without a word of any agreement.</summary>
internal sealed class PublicPartners(AppDbContext db, IOrganisations organisations, PlaceFlows flows) : IPublicPartners
{
    public async Task<IReadOnlyList<PublicPartner>> AllAsync(DateOnly asOf, CancellationToken cancellation)
    {
        var all = db.Set<Agreement>().VisibleTo(Viewer.System);
        var inForce = await (
            from agreement in all.Where(InForce.On(asOf))
            from party in agreement.Parties
            where party.OrganisationId != null
            select new { Organisation = party.OrganisationId!.Value, agreement.KindId }).ToListAsync(cancellation);
        var signed = await (
            from agreement in all
            from party in agreement.Parties
            where party.OrganisationId != null && agreement.SignedOn != null && agreement.SignedOn <= asOf
            group agreement.SignedOn by party.OrganisationId!.Value into first
            select new { Organisation = first.Key, On = first.Min() }).ToDictionaryAsync(f => f.Organisation, f => f.On!.Value, cancellation);
        var kinds = await db.Set<AgreementKind>().AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellation);
        var featured = await db.Set<PartnerProfile>().AsNoTracking().Where(p => p.Featured != null)
            .ToDictionaryAsync(p => p.OrganisationId, p => p.Featured!.Value, cancellation);
        var keys = inForce.Select(i => i.Organisation).Distinct().ToList();
        var cards = await organisations.Cards(Viewer.System).Where(o => keys.Contains(o.Id)).ToListAsync(cancellation);
        var exchanged = await flows.OfAsync(all, asOf, cancellation);
        var byPartner = inForce.ToLookup(i => i.Organisation, i => i.KindId);
        return [.. cards
            .Select(o => new PublicPartner(
                o.Id, o.Name, o.Country, o.City, o.Latitude, o.Longitude, byPartner[o.Id].Count(), signed[o.Id].Year,
                [.. kinds.Where(k => byPartner[o.Id].Contains(k.Id)).Select(k => k.Name)], o.SortKey, o.Ror,
                exchanged.GetValueOrDefault(o.Id) is var people && people >= PlaceFlows.FewestPublic ? people : null))
            .OrderBy(p => featured.GetValueOrDefault(p.Organisation, int.MaxValue))
            .ThenByDescending(p => p.Agreements)
            .ThenBy(p => p.SortKey, SortKeyOrder.Instance)];
    }
}
