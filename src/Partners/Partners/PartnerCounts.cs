using System.Collections.Concurrent;
using Entente.Foundation.Access;
using Entente.Foundation.Caching;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Partners;

/// <summary>
/// How many partners a viewer may see, country by country: the sentence over the list, and what its filter offers. Remembered until a
/// record changes, because with thousands of partners counting them all takes longer than everything else on the page.
/// </summary>
internal sealed class PartnerCounts(ChangeStamp stamp)
{
    private const int MaxRemembered = 200;
    private readonly ConcurrentDictionary<string, Remembered> remembered = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<PartnersOfCountry>> OfAsync(PartnerSet partners, CancellationToken cancellation)
    {
        var now = stamp.Current;
        if (remembered.TryGetValue(partners.Seen, out var kept) && kept.Stamp == now) return kept.Countries;
        var inForce = partners.InForceOf;
        var countries = await partners.Cards.Select(o => new { o.Country, IsInForce = inForce.Any(a => a.Partner == o.Id) })
            .GroupBy(o => o.Country).Select(g => new PartnersOfCountry(g.Key, g.Count(), g.Count(o => o.IsInForce))).ToListAsync(cancellation);
        if (remembered.Count > MaxRemembered) remembered.Clear();
        remembered[partners.Seen] = new(now, countries);
        return countries;
    }

    private sealed record Remembered(long Stamp, IReadOnlyList<PartnersOfCountry> Countries);
}

/// <summary>The partners of a country or region.</summary>
/// <param name="Country">Which.</param>
/// <param name="Partners">How many.</param>
/// <param name="InForce">How many of them with an agreement in force.</param>
internal sealed record PartnersOfCountry(string Country, int Partners, int InForce);
