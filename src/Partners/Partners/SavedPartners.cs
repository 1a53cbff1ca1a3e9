using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Partners;

/// <summary>Searches saved of the list of partners.</summary>
internal sealed class SavedPartners(PartnerLists lists) : ISavedList
{
    public string Path => PartnerList.Address;

    public string TitleKey => "partners.menu.partners";

    public string? Permission => PartnersPermissions.View;

    public Task<IReadOnlyList<Guid>> KeysAsync(ListQuery query, Viewer viewer, int most, CancellationToken cancellation) => lists.KeysAsync(query, viewer, most, cancellation);
}

/// <summary>Searches saved of the list of agreements.</summary>
internal sealed class SavedAgreements(AppDbContext db, AgreementSelection selection, SchoolClock clock) : ISavedList
{
    public string Path => AgreementList.Route;

    public string TitleKey => "partners.menu.agreements";

    public string? Permission => PartnersPermissions.View;

    public async Task<IReadOnlyList<Guid>> KeysAsync(ListQuery query, Viewer viewer, int most, CancellationToken cancellation)
    {
        var expiring = await Expiring.ReadAsync(db, clock.Today, cancellation);
        return (await selection.Chosen(viewer, query, expiring).Select(a => a.Id).Take(most + 1).ToListAsync(cancellation)).ConvertAll(k => k.Value);
    }
}
