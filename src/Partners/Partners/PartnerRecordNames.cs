using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Partners;

/// <summary>Names partners on pages about records of every room, as those that follow them read it.</summary>
internal sealed class PartnerRecordNames(IOrganisations organisations) : IRecordNames
{
    public const string RecordKind = "partners.partner";

    public string Kind => RecordKind;

    public static RecordRef RecordOf(OrganisationId organisation) => new(RecordKind, organisation.Value);

    public async Task<IReadOnlyDictionary<Guid, RecordName>> VisibleAsync(IReadOnlyCollection<Guid> keys, Viewer viewer, CancellationToken cancellation)
    {
        if (!viewer.May(PartnersPermissions.View)) return new Dictionary<Guid, RecordName>();
        var ids = keys.Select(k => new OrganisationId(k)).ToList();
        return await organisations.Cards(viewer).Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name })
            .ToDictionaryAsync(o => o.Id.Value, o => new RecordName(o.Name, ShowPartner.AddressOf(o.Id)), cancellation);
    }
}
