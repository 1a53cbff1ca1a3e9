using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Stays;

/// <summary>Takes the place of a stay in the ledger of its agreement, and gives it back.</summary>
internal sealed class StayPlaces(AppDbContext db, IPlaceLedger ledger)
{
    /// <summary>Takes the place; doing it again changes nothing. A stay without an agreement takes none.</summary>
    /// <param name="stay">Whose.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="longer">How long it is weighed; none: as its form says.</param>
    /// <returns>Why it cannot be had; none: it is taken.</returns>
    public async Task<LocalizedText?> TakeAsync(Stay stay, CancellationToken cancellation, PlaceLength? longer = null)
    {
        if (stay is not { AgreementId: { } agreement, Line: { } line }) return null;
        var length = longer ?? await db.Set<MobilityForm>().Where(f => f.Id == stay.FormId).Select(f => f.Length).SingleAsync(cancellation);
        return await ledger.UseAsync(new(agreement, line, stay.AcademicYear, stay.Level, length, 1, stay.OrganisationId, stay.Ref(), stay.UnitId), cancellation);
    }

    /// <summary>Gives the place back, with those of further academic years.</summary>
    public async Task GiveBackAsync(Stay stay, string reason, CancellationToken cancellation)
    {
        var id = stay.Id;
        foreach (var year in await db.Set<StayYear>().ViewerNamed().Where(y => y.StayId == id).ToListAsync(cancellation)) await ledger.WithdrawAsync(year.Ref(), reason, cancellation);
        await ledger.WithdrawAsync(stay.Ref(), reason, cancellation);
    }
}
