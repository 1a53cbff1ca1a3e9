using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Events;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>Whoever notes on the obligation that a renewal is decided has decided it: the agreement asks for it no more.</summary>
internal sealed class HearReceipt(SchoolClock clock) : IHear<ObligationFulfilled>
{
    public async Task HearAsync(ObligationFulfilled happened, AppDbContext db, CancellationToken cancellation)
    {
        if (happened.Kind != RenewalAlerts.Kind || happened.Subject.Kind != Agreement.RecordKind) return;
        var agreement = await db.Set<Agreement>().VisibleTo(Viewer.System).Include(a => a.Steps).SingleAsync(a => a.Id == new AgreementId(happened.Subject.Key), cancellation);
        if (agreement is { State: AgreementState.Active, LastDay: { } last } && RenewalAlerts.Period(last) == happened.Instance)
            agreement.DecideRenewal(db.Write.Viewer.Now(clock), happened.Receipt);
    }
}
