using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>The names of the partners of many agreements at once, as one text each.</summary>
internal sealed class PartnerNames(IAgreements agreements, IOrganisations organisations)
{
    /// <summary>The names; an agreement without partners has an empty text.</summary>
    public async Task<IReadOnlyDictionary<AgreementId, LocalizedText>> OfAsync(IReadOnlyCollection<AgreementId> ids, CancellationToken cancellation)
    {
        var partners = await agreements.PartnersAsync(ids, cancellation);
        var names = await NamesAsync([.. partners.Values.SelectMany(p => p).Distinct()], cancellation);
        return ids.ToDictionary(id => id, id => Joined([.. (partners.GetValueOrDefault(id) ?? []).Select(p => names[p])]));
    }

    /// <summary>The names of organisations.</summary>
    public async Task<IReadOnlyDictionary<OrganisationId, LocalizedText>> NamesAsync(IReadOnlyCollection<OrganisationId> ids, CancellationToken cancellation) =>
        await organisations.Cards(Viewer.System).Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name })
            .ToDictionaryAsync(o => o.Id, o => o.Name, cancellation);

    /// <summary>The names of every partner in some texts.</summary>
    public Task<IReadOnlyDictionary<OrganisationId, LocalizedText>> OfTextsAsync(CancellationToken cancellation, params IEnumerable<AgreementContent> texts) =>
        NamesAsync([.. texts.SelectMany(t => t.Parties).Select(p => p.Organisation).OfType<OrganisationId>().Distinct()], cancellation);

    private static LocalizedText Joined(IReadOnlyList<LocalizedText> names) =>
        new(string.Join(", ", names.Select(n => n.En)), string.Join("、", names.Select(n => n.Zh)));
}
