using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Events;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>Hears in the transaction of the last decision how the approval of a text ended.</summary>
internal sealed class HearApproval(SchoolClock clock, TextCatalog texts) : IHear<ApprovalDecided>
{
    public async Task HearAsync(ApprovalDecided happened, AppDbContext db, CancellationToken cancellation)
    {
        if (happened.Subject.Kind == Agreement.RecordKind) await OfAgreementAsync(happened, db, cancellation);
        if (happened.Subject.Kind == AgreementVersion.RecordKind) await OfAmendmentAsync(happened, db, cancellation);
    }

    private async Task OfAgreementAsync(ApprovalDecided happened, AppDbContext db, CancellationToken cancellation)
    {
        var agreement = await db.Set<Agreement>().VisibleTo(Viewer.System).Include(a => a.Steps).SingleAsync(a => a.Id == new AgreementId(happened.Subject.Key), cancellation);
        if (agreement.State != AgreementState.InReview) return;
        var by = db.Write.Viewer.Now(clock);
        if (happened.State == ApprovalState.Approved && happened.ContentHash.AsSpan().SequenceEqual(agreement.ContentHash)) agreement.Step(AgreementAction.Approve, by);
        else agreement.Step(AgreementAction.Return, by, happened.Reason ?? texts["agreements.approval." + happened.State]);
    }

    private static async Task OfAmendmentAsync(ApprovalDecided happened, AppDbContext db, CancellationToken cancellation)
    {
        var version = await db.Set<AgreementVersion>().SingleAsync(v => v.Id == new Id<AgreementVersion>(happened.Subject.Key), cancellation);
        if (version.State != AmendmentState.InReview) return;
        var isApproved = happened.State == ApprovalState.Approved && happened.ContentHash.AsSpan().SequenceEqual(version.Hash);
        version.State = isApproved ? AmendmentState.Approved : AmendmentState.Draft;
        version.ApprovedHash = isApproved ? happened.ContentHash : null;
    }
}
