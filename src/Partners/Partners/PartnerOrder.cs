using Entente.Contracts.Directory;
using Entente.Foundation.Texts;
using Entente.Ui.Lists;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Partners;

/// <summary>Orders the list of partners; by name in the reader's language where nothing else is asked for, and among equals.</summary>
internal static class PartnerOrder
{
    public static IQueryable<OrganisationCard> By(IQueryable<OrganisationCard> cards, PartnerSet partners, ListQuery query)
    {
        var inForce = partners.InForceOf;
        var talks = partners.Talks;
        return (query.SortColumn, query.Descending) switch
        {
            ("agreements", false) => ThenByName(cards.OrderBy(o => inForce.Count(a => a.Partner == o.Id))),
            ("agreements", true) => ThenByName(cards.OrderByDescending(o => inForce.Count(a => a.Partner == o.Id))),
            ("end", false) => ThenByName(cards.OrderBy(o => inForce.Where(a => a.Partner == o.Id).Min(a => a.LastDay) ?? DateOnly.MaxValue)),
            ("end", true) => ThenByName(cards.OrderByDescending(o => inForce.Where(a => a.Partner == o.Id).Min(a => a.LastDay) ?? DateOnly.MinValue)),
            ("contact", false) => ThenByName(cards.OrderBy(o => talks.Where(n => n.OrganisationId == o.Id).Max(n => (DateOnly?)n.On) ?? DateOnly.MinValue)),
            ("contact", true) => ThenByName(cards.OrderByDescending(o => talks.Where(n => n.OrganisationId == o.Id).Max(n => (DateOnly?)n.On) ?? DateOnly.MinValue)),
            ("country", false) => ThenByName(cards.OrderBy(o => o.Country)),
            ("country", true) => ThenByName(cards.OrderByDescending(o => o.Country)),
            (_, true) => Language.Current == Language.Chinese
                ? cards.OrderByDescending(o => o.SortKeyZh).ThenByDescending(o => o.Id)
                : cards.OrderByDescending(o => o.SortKey).ThenByDescending(o => o.Id),
            _ => Language.Current == Language.Chinese ? cards.OrderBy(o => o.SortKeyZh).ThenBy(o => o.Id) : cards.OrderBy(o => o.SortKey).ThenBy(o => o.Id),
        };
    }

    private static IQueryable<OrganisationCard> ThenByName(IOrderedQueryable<OrganisationCard> cards) =>
        (Language.Current == Language.Chinese ? cards.ThenBy(o => o.SortKeyZh) : cards.ThenBy(o => o.SortKey)).ThenBy(o => o.Id);
}
