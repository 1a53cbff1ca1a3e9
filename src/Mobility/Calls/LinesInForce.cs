using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Calls;

/// <summary>The lines of places that agreements in force offer in an academic year, one for each partner that may use them, with what is left.</summary>
internal sealed class LinesInForce(IAgreements agreements, IPlaceLedger ledger, AcademicCalendar calendar)
{
    private const int Most = 500;

    public async Task<IReadOnlyList<LineInForce>> OfAsync(int year, PlaceDirection direction, Viewer viewer, CancellationToken cancellation)
    {
        var (first, last) = (calendar.FirstDay(year), calendar.LastDay(year));
        var cards = (await agreements.Cards(viewer).Where(a => (a.State == AgreementState.Active || a.State == AgreementState.Signed) && a.EffectiveOn <= last && (a.LastDay == null || a.LastDay >= first))
            .OrderBy(a => a.Number).Take(Most).ToListAsync(cancellation)).Where(a => calendar.Covers(year, a.EffectiveOn, a.LastDay)).ToList();
        var keys = cards.ConvertAll(a => a.Id);
        var lines = await agreements.PlacesAsync(keys, cancellation);
        var parties = await agreements.PartnersAsync(keys, cancellation);
        var left = await ledger.LeftAsync(keys, year, cancellation);
        return [.. cards.SelectMany(a => lines.GetValueOrDefault(a.Id, [])
            .Where(l => l.Direction == direction && (l.AcademicYear is null || l.AcademicYear == year))
            .SelectMany(l => parties.GetValueOrDefault(a.Id, []).Where(p => l.Partner is null || l.Partner == p)
                .Select(p => new LineInForce(a, l, p, left.GetValueOrDefault(a.Id)?.GetValueOrDefault(l.Code) ?? 0))))];
    }
}

/// <summary>A line of places a partner may use in a year.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Line">The line.</param>
/// <param name="Partner">The partner.</param>
/// <param name="Left">What is left of it in the year, hundredths of a place.</param>
internal sealed record LineInForce(AgreementCard Agreement, PlaceCard Line, OrganisationId Partner, int Left)
{
    /// <summary>What a form sends: agreement, line and partner.</summary>
    public string Value => $"{Agreement.Id}/{Line.Code}/{Partner}";
}
