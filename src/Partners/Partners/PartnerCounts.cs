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
    private readonly UntilChange<IReadOnlyList<PartnersOfCountry>> remembered = new(stamp, MaxRemembered);

    public Task<IReadOnlyList<PartnersOfCountry>> OfAsync(PartnerSet partners, CancellationToken cancellation) =>
        remembered.OfAsync(partners.Seen, () => CountAsync(partners, cancellation));

    private static async Task<IReadOnlyList<PartnersOfCountry>> CountAsync(PartnerSet partners, CancellationToken cancellation)
    {
        var inForce = partners.InForceOf;
        return await partners.Cards.Select(o => new { o.Country, IsInForce = inForce.Any(a => a.Partner == o.Id) })
            .GroupBy(o => o.Country).Select(g => new PartnersOfCountry(g.Key, g.Count(), g.Count(o => o.IsInForce))).ToListAsync(cancellation);
    }
}

/// <summary>The partners of a country or region.</summary>
/// <param name="Country">Which.</param>
/// <param name="Partners">How many.</param>
/// <param name="InForce">How many of them with an agreement in force.</param>
internal sealed record PartnersOfCountry(string Country, int Partners, int InForce);
