using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>The state of an agreement and its dates agree: what is signed has a day and a seal, what is in force began, what ended has an end.</summary>
internal sealed class DatesAgree : IInvariant
{
    public string Id => "partners.agreement-dates";

    public async Task<IReadOnlyList<RecordRef>> BrokenByAsync(AppDbContext db, CancellationToken cancellation) =>
        [.. (await db.Set<Agreement>().VisibleTo(Viewer.System)
            .Where(a =>
                ((a.State == AgreementState.Signed || a.State == AgreementState.Active || a.State == AgreementState.Expired || a.State == AgreementState.Terminated || a.State == AgreementState.Superseded)
                    && (a.SignedOn == null || a.Seal == null))
                || ((a.State == AgreementState.Draft || a.State == AgreementState.InReview || a.State == AgreementState.Approved || a.State == AgreementState.OutForSignature)
                    && (a.SignedOn != null || a.Seal != null || a.EndedOn != null))
                || (a.State == AgreementState.Active && a.EffectiveOn == null)
                || ((a.State == AgreementState.Expired || a.State == AgreementState.Superseded) && a.LastDay == null)
                || (a.State == AgreementState.Terminated && a.EndedOn == null)
                || (a.State != AgreementState.Terminated && a.LastDay < a.EffectiveOn && a.State == AgreementState.Active))
            .Select(a => a.Id).ToListAsync(cancellation)).Select(id => new RecordRef(Agreement.RecordKind, id.Value))];
}

/// <summary>A line of places never has more than the line it stands within, nor goes the other way.</summary>
internal sealed class PlacesNest : IInvariant
{
    public string Id => "partners.places-nest";

    public async Task<IReadOnlyList<RecordRef>> BrokenByAsync(AppDbContext db, CancellationToken cancellation) =>
        [.. (await db.Set<PlaceLine>()
            .Where(p => p.Within != null && !db.Set<PlaceLine>().Any(o => o.AgreementId == p.AgreementId && o.Code == p.Within && o.Direction == p.Direction && o.PerYear >= p.PerYear))
            .Select(p => p.AgreementId).Distinct().ToListAsync(cancellation)).Select(id => new RecordRef(Agreement.RecordKind, id.Value))];
}
