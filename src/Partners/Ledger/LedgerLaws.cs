using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Contracts.Partners;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Ledger;

/// <summary>No line of places is used beyond its cap in any academic year.</summary>
internal sealed class CapsHold : IInvariant
{
    public string Id => "partners.places.caps";

    public async Task<IReadOnlyList<RecordRef>> BrokenByAsync(AppDbContext db, CancellationToken cancellation)
    {
        var entries = db.Set<PlaceEntry>().Of(db.Set<Agreement>().VisibleTo(Viewer.System)).AsNoTracking();
        var used = await entries.Where(e => e.Kind == PlaceEntryKind.Used && e.WithdrawnAt == null && e.Place != null)
            .GroupBy(e => new { e.AgreementId, e.AcademicYear, e.Place }).Select(g => new { g.Key, Hundredths = g.Sum(e => e.Hundredths) }).ToListAsync(cancellation);
        var lines = (await db.Set<PlaceLine>().AsNoTracking().Where(l => entries.Any(e => e.AgreementId == l.AgreementId)).ToListAsync(cancellation))
            .ToLookup(l => l.AgreementId, l => new CapLine(l.Code, l.Within, l.PerYear));
        return [.. used.GroupBy(u => (u.Key.AgreementId, u.Key.AcademicYear)).Where(year =>
        {
            var caps = lines[year.Key.AgreementId].ToList();
            var taken = year.Select(u => new UsedOnLine(u.Key.Place, u.Hundredths)).ToList();
            return caps.Exists(line => PlaceCaps.Used(caps, line, taken) > line.PerYear * 100);
        }).Select(year => new RecordRef(Partners.PartnerReading.AgreementRecord, year.Key.AgreementId.Value)).Distinct()];
    }
}

/// <summary>The sum kept for a year is the sum of its entries in use.</summary>
internal sealed class SumsHold : IInvariant
{
    public string Id => "partners.places.sums";

    public async Task<IReadOnlyList<RecordRef>> BrokenByAsync(AppDbContext db, CancellationToken cancellation)
    {
        var entries = db.Set<PlaceEntry>().Of(db.Set<Agreement>().VisibleTo(Viewer.System)).Where(e => e.Kind == PlaceEntryKind.Used && e.WithdrawnAt == null);
        var broken = await db.Set<PlaceYear>().Where(y =>
            y.Out != entries.Where(e => e.AgreementId == y.AgreementId && e.AcademicYear == y.AcademicYear && e.Direction == PlaceDirection.Out).Sum(e => e.Hundredths)
            || y.In != entries.Where(e => e.AgreementId == y.AgreementId && e.AcademicYear == y.AcademicYear && e.Direction == PlaceDirection.In).Sum(e => e.Hundredths))
            .Select(y => y.AgreementId).Distinct().ToListAsync(cancellation);
        return [.. broken.Select(a => new RecordRef(Partners.PartnerReading.AgreementRecord, a.Value))];
    }
}
