using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Ledger;

/// <summary>Reads the accounts of agreements, in the same number of statements for one and for all.</summary>
internal sealed class BalanceReading(AppDbContext db, SchoolClock clock, AcademicCalendar calendar)
{
    /// <summary>The accounts of the signed agreements of a query that was narrowed to a viewer.</summary>
    /// <param name="visible">The agreements.</param>
    /// <param name="asOf">Up to which date entries count; none: today.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<IReadOnlyList<PlaceAccount>> OfAsync(IQueryable<Agreement> visible, DateOnly? asOf, CancellationToken cancellation)
    {
        var current = calendar.Of(asOf ?? clock.Today);
        var signed = visible.Where(a => a.SignedOn != null);
        var agreements = await signed.OrderBy(a => a.Number).Select(a => new
        {
            a.Id,
            a.Number,
            a.Title,
            a.Reciprocal,
            a.CarryOverYears,
            a.EffectiveOn,
            a.LastDay,
            Renews = a.Term == TermKind.Automatic && a.EndedOn == null && a.NoticeOn == null && a.State == AgreementState.Active,
        }).ToListAsync(cancellation);
        var partners = (await db.Set<AgreementParty>().Where(p => p.OrganisationId != null && signed.Any(a => a.Id == p.AgreementId))
            .OrderBy(p => p.Order).Select(p => new { p.AgreementId, Partner = p.OrganisationId!.Value }).ToListAsync(cancellation)).ToLookup(p => p.AgreementId, p => p.Partner);
        var lines = (await db.Set<PlaceLine>().Where(p => p.Within == null && signed.Any(a => a.Id == p.AgreementId))
            .Select(p => new OfferLine(p.Id.Value, p.AgreementId, p.Code, p.Within, p.Direction, p.PerYear, p.PartnerId, p.AcademicYear)).ToListAsync(cancellation)).ToLookup(p => p.Agreement);
        var entries = (await db.Set<PlaceEntry>().Of(signed).Where(e => e.WithdrawnAt == null && e.AcademicYear <= current)
            .GroupBy(e => new { e.AgreementId, e.OrganisationId, e.AcademicYear, e.Direction, e.Kind })
            .Select(g => new { g.Key, Hundredths = g.Sum(e => e.Hundredths), People = g.Sum(e => e.Count) }).ToListAsync(cancellation)).ToLookup(e => e.Key.AgreementId);

        var accounts = new List<PlaceAccount>();
        foreach (var agreement in agreements)
        {
            var several = partners[agreement.Id].Count() > 1;
            var until = agreement.Renews ? null : agreement.LastDay;
            foreach (var partner in partners[agreement.Id])
            {
                var isFirst = partner == partners[agreement.Id].First();
                var own = entries[agreement.Id].Where(e => e.Key.OrganisationId == partner || (e.Key.OrganisationId is null && isFirst)).ToList();
                var offers = lines[agreement.Id].Where(l => l.Partner == partner || (l.Partner is null && !several)).ToList();

                PlaceSums Sums(int year, PlaceDirection direction)
                {
                    var rows = own.Where(e => e.Key.AcademicYear == year && e.Key.Direction == direction).ToList();
                    int Of(PlaceEntryKind kind) => rows.Where(r => r.Key.Kind == kind).Sum(r => r.Hundredths);
                    var offered = rows.Exists(r => r.Key.Kind == PlaceEntryKind.Offered)
                        ? Of(PlaceEntryKind.Offered)
                        : Offered(offers, year, direction, agreement.EffectiveOn, until);
                    return new(offered, rows.Where(r => r.Key.Kind == PlaceEntryKind.Used).Sum(r => r.People), Of(PlaceEntryKind.Used), Of(PlaceEntryKind.Carried), Of(PlaceEntryKind.Adjusted));
                }

                var first = own.Select(e => e.Key.AcademicYear).Append(FirstYear(agreement.EffectiveOn, current)).Min();
                var known = Enumerable.Range(first, Math.Max(0, current - first + 1)).Select(y => new YearSums(y, Sums(y, PlaceDirection.Out), Sums(y, PlaceDirection.In))).ToList();
                var inForce = known.Where(y => calendar.Covers(y.Year, agreement.EffectiveOn, until)).ToList();
                var pace = Forecasting.PaceOf(inForce, current);
                var coming = Enumerable.Range(current + 1, Forecasting.YearsAhead).Where(y => calendar.Covers(y, agreement.EffectiveOn, until))
                    .Select(y => Forecasting.Year(y, pace, Offered(offers, y, PlaceDirection.Out, agreement.EffectiveOn, until), Offered(offers, y, PlaceDirection.In, agreement.EffectiveOn, until)));
                accounts.Add(new(agreement.Id, agreement.Number, agreement.Title, partner)
                {
                    IsReciprocal = agreement.Reciprocal,
                    Years = [.. Balancing.Run(known.Concat(coming), agreement.CarryOverYears, current + Forecasting.YearsAhead).Select(y => y with { IsForecast = y.Year > current })],
                    Pace = pace,
                });
            }
        }

        return accounts;
    }

    /// <summary>What lines offer in a year, in hundredths: those of the year or of every year in force.</summary>
    public int Offered(IEnumerable<OfferLine> lines, int year, PlaceDirection direction, DateOnly? from, DateOnly? until) => calendar.Covers(year, from, until)
        ? lines.Where(l => l.Within is null && l.Direction == direction && (l.AcademicYear is null || l.AcademicYear == year)).Sum(l => l.PerYear * 100)
        : 0;

    private int FirstYear(DateOnly? effectiveOn, int current)
    {
        if (effectiveOn is not { } on) return current;
        var year = calendar.Of(on);
        return Math.Min(calendar.Covers(year, on, null) ? year : year + 1, current);
    }
}
