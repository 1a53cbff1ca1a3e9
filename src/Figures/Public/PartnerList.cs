using Entente.Contracts.Partners;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Figures.Public;

/// <summary>The partners for everybody, on the map and by country; and one of them.</summary>
internal static class PartnerList
{
    private const int LongestFilter = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Public().MapGet("/partners", ShowAsync);
        routes.Public().MapGet("/partners/{id}", ShowOneAsync);
    }

    private static async Task<IResult> ShowAsync(
        string? q, string? country, IPublicPartners partners, TextCatalog texts, SchoolClock clock, CancellationToken cancellation)
    {
        var all = await partners.AllAsync(clock.Today, cancellation);
        var text = (q ?? "").Trim();
        if (text.Length > LongestFilter) text = text[..LongestFilter];
        var choices = all.Select(p => p.Country).Distinct(StringComparer.Ordinal).Select(c => new Choice(c, Countries.In(texts, c)))
            .OrderBy(c => c.Text, StringComparer.Create(Language.Current.Culture, ignoreCase: true)).ToList();
        var found = all.Where(p => string.IsNullOrEmpty(country) || p.Country == country).Where(p => Fits(p, text)).ToList();
        var groups = choices.Select(c => new CountryGroup(c.Text, [.. found.Where(p => p.Country == c.Value)])).Where(g => g.Partners.Count > 0);
        return Page.Show<PartnerListPage>(new PartnerListModel(all, found, [.. groups], choices, text, country ?? "", text.Length > 0 || !string.IsNullOrEmpty(country)));
    }

    private static async Task<IResult> ShowOneAsync(string id, IPublicPartners partners, SchoolClock clock, CancellationToken cancellation) =>
        OrganisationId.TryParse(id, null, out var key) && (await partners.AllAsync(clock.Today, cancellation)).FirstOrDefault(p => p.Organisation == key) is { } partner
            ? Page.Show<PartnerPage>(partner)
            : Results.NotFound();

    private static bool Fits(PublicPartner partner, string text) => text.Length == 0
        || partner.Name.Texts.Values.Concat(partner.City.Texts.Values).Any(n => n.Contains(text, StringComparison.InvariantCultureIgnoreCase));
}

/// <summary>What the page shows.</summary>
public sealed record PartnerListModel(
    IReadOnlyList<PublicPartner> All, IReadOnlyList<PublicPartner> Found, IReadOnlyList<CountryGroup> Groups, IReadOnlyList<Choice> Countries,
    string Text, string Country, bool IsFiltered);

/// <summary>The partners of a country or region.</summary>
public sealed record CountryGroup(string Name, IReadOnlyList<PublicPartner> Partners);
