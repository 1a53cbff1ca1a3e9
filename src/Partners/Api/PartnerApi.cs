using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Partners.Partners;
using Entente.Ui.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Api;

/// <summary>Partners through the API, narrowed as on the list page; a partner has the id of its organisation.</summary>
internal static class PartnerApi
{
    public static void Map(ApiRoutes api)
    {
        api.List<PartnerJson>(
            "/partners", "listPartners", "Organisations with which there is an agreement, a contact or a note.", PartnersPermissions.View, ListAsync, knowsChanges: false,
            ApiFilter.Search, new("country", "ISO 3166-1 alpha-2."), new("force", "With or without an agreement in force.", "with", "without"), new("kind", "The code of a kind of agreement in force."),
            new("ending", "Days within which an agreement in force ends.", "90", "180", "365"), new("silent", "Months without a meeting, call, mail or visit.", "6", "12", "24"));
        api.Record<PartnerJson>("/partners/{id}", "getPartner", "One partner.", PartnersPermissions.View, ShowAsync);
    }

    private static async Task<IResult> ListAsync(
        ApiQuery query, HttpRequest request, AppDbContext db, IOrganisations organisations, IOrganisationNames names, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var partners = new PartnerSet(db, organisations, viewer, clock.Today);
        var page = await PartnerFilters.Narrow(partners.Cards, partners, db, names, ListQuery.From(request), clock.Today)
            .ToApiPageAsync(query, o => o.Id, o => new PartnerJson(o.Id.ToString(), o.Name, o.Country, o.City, o.Ror, o.HasEnded), cancellation);
        return page with { Items = await WithAgreementsAsync(partners, page.Items, cancellation) };
    }

    private static async Task<IResult> ShowAsync(string id, AppDbContext db, IOrganisations organisations, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(id, null, out var key)) return Results.NotFound();
        var partners = new PartnerSet(db, organisations, viewer, clock.Today);
        var found = await partners.Cards.Where(o => o.Id == key).Select(o => new PartnerJson(o.Id.ToString(), o.Name, o.Country, o.City, o.Ror, o.HasEnded)).ToListAsync(cancellation);
        return ApiRecord.Of((await WithAgreementsAsync(partners, found, cancellation)).FirstOrDefault());
    }

    private static async Task<IReadOnlyList<PartnerJson>> WithAgreementsAsync(PartnerSet partners, IReadOnlyList<PartnerJson> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => OrganisationId.Parse(r.Id, null)).ToList();
        var inForce = (await partners.InForceOf.Where(a => ids.Contains(a.Partner)).Select(a => new { a.Partner, a.Agreement }).ToListAsync(cancellation))
            .ToLookup(a => a.Partner.ToString(), a => a.Agreement.ToString(), StringComparer.Ordinal);
        var talks = (await partners.Talks.Where(n => ids.Contains(n.OrganisationId)).GroupBy(n => n.OrganisationId).Select(g => new { g.Key, On = g.Max(n => n.On) }).ToListAsync(cancellation))
            .ToDictionary(t => t.Key.ToString(), t => t.On, StringComparer.Ordinal);
        return [.. rows.Select(r => r with
        {
            AgreementsInForce = [.. inForce[r.Id].Order(StringComparer.Ordinal)],
            LastContactOn = talks.TryGetValue(r.Id, out var on) ? on : null,
        })];
    }
}

/// <summary>A partner as the API gives it.</summary>
public sealed record PartnerJson(string Id, LocalizedText Name, string Country, LocalizedText City, string? Ror, bool HasEnded) : IApiItem
{
    /// <summary>The ids of the agreements in force today.</summary>
    public IReadOnlyList<string> AgreementsInForce { get; init; } = [];

    /// <summary>The day of the last meeting, call, mail or visit.</summary>
    public DateOnly? LastContactOn { get; init; }
}
