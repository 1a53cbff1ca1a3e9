using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Partners;

/// <summary>
/// Partners are found by every name they have or had and by place; not by people or agreements, which not everybody who sees the partner may see.
/// </summary>
internal sealed class PartnerSearch(IOrganisations organisations, IOrganisationNames names, TextCatalog texts, Foundation.Time.SchoolClock clock)
    : SearchSource<OrganisationCard>
{
    public override string Kind => "partner";

    public override string Permission => PartnersPermissions.View;

    public override int Weight => 30;

    protected override OrganisationId? TouchedBy(object changed) => changed switch
    {
        AgreementParty party => party.OrganisationId,
        Contact contact => contact.OrganisationId,
        Note note => note.OrganisationId,
        PartnerProfile profile => profile.OrganisationId,
        _ => null,
    };

    protected override IQueryable<OrganisationId> Visible(AppDbContext db, Viewer viewer) => new PartnerSet(db, organisations, viewer, clock.Today).Keys;

    protected override async Task<IReadOnlyList<SearchText>> TextsAsync(AppDbContext db, IReadOnlyList<OrganisationId> keys, CancellationToken cancellation)
    {
        var partners = new PartnerSet(db, organisations, Viewer.System, clock.Today);
        var cards = await partners.Cards.Where(o => keys.Contains(o.Id)).ToListAsync(cancellation);
        var all = await names.OfAsync(keys, cancellation);
        return [.. cards.Select(o =>
        {
            var country = Countries.NameOf(texts, o.Country);
            return new SearchText(o.Id.Value, o.Name, ShowPartner.AddressOf(o.Id))
            {
                Names = [.. all[o.Id]],
                Texts = [.. o.City.Texts.Values, .. country.Texts.Values],
                Detail = new LocalizedText($"{o.City.En}, {country.En}".TrimStart(',', ' '), $"{country.Zh} {o.City.Zh}".TrimEnd()),
            };
        })];
    }
}
