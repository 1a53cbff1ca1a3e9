using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>How the actions on agreements read what they act on; what a viewer may not see or not change is not there.</summary>
internal static class Reading
{
    /// <summary>An agreement to change, with all its parts, where the viewer has the permission for its unit.</summary>
    public static async Task<Agreement?> ToChangeAsync(this AppDbContext db, Viewer viewer, AgreementId id, string permission, CancellationToken cancellation)
    {
        var agreement = await db.Set<Agreement>().VisibleTo(viewer)
            .Include(a => a.Parties).Include(a => a.Units).Include(a => a.Places).Include(a => a.Steps).Include(a => a.Versions)
            .AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancellation);
        return agreement is not null && viewer.May(permission, agreement.UnitId.Value) ? agreement : null;
    }

    /// <summary>A draft to write anew.</summary>
    public static async Task<Agreement?> DraftAsync(this AppDbContext db, Viewer viewer, AgreementId id, CancellationToken cancellation) =>
        await db.ToChangeAsync(viewer, id, PartnersPermissions.EditAgreements, cancellation) is { State: AgreementState.Draft } draft ? draft : null;

    /// <summary>The key of a kind by its code.</summary>
    public static Task<Id<AgreementKind>> KindOfAsync(this AppDbContext db, string code, CancellationToken cancellation) =>
        db.Set<AgreementKind>().Where(k => k.Code == code).Select(k => k.Id).SingleAsync(cancellation);

    /// <summary>The viewer, doing something today.</summary>
    public static StepBy Now(this Viewer viewer, SchoolClock clock) =>
        new(viewer.Me(), clock.Today, clock.Now);
}
