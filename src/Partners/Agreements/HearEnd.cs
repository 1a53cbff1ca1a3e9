using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Entente.Foundation.Events;
using Entente.Partners.Model;

namespace Entente.Partners.Agreements;

/// <summary>When an agreement ends, nobody owes a decision on its renewal any more.</summary>
internal sealed class HearEnd(IObligations obligations) : IHear<AgreementEnded>
{
    public Task HearAsync(AgreementEnded happened, AppDbContext db, CancellationToken cancellation) =>
        obligations.ReleaseAsync(new(Agreement.RecordKind, happened.Agreement.Value), happened.State.ToString(), cancellation);
}
