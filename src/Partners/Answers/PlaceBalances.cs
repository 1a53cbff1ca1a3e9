using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Texts;
using Entente.Partners.Ledger;

namespace Entente.Partners.Answers;

/// <summary>Answers how places stand with partners.</summary>
internal sealed class PlaceBalances(BalanceRows rows, TextCatalog texts) : IPlaceBalances
{
    public async Task<IReadOnlyDictionary<OrganisationId, PlaceBalance>> AllAsync(Viewer viewer, CancellationToken cancellation) =>
        (await rows.AllAsync(viewer, cancellation)).ToDictionary(r => r.Partner.Id, r => new PlaceBalance(r.Balance, BalanceWords.Owed(texts, r.Balance)));
}
