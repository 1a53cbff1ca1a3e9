using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Ui.Lists;

namespace Entente.Partners.Partners;

/// <summary>What narrows the list of partners. A value nobody offers narrows nothing.</summary>
internal static class PartnerFilters
{
    /// <summary>Days ahead within which an end can be asked for.</summary>
    public static readonly int[] EndingWithinDays = [90, 180, 365];

    /// <summary>Months without a talk that can be asked for.</summary>
    public static readonly int[] SilentMonths = [6, 12, 24];

    public static IQueryable<OrganisationCard> Narrow(
        IQueryable<OrganisationCard> cards, PartnerSet partners, AppDbContext db, IOrganisationNames names, ListQuery query, DateOnly today, bool many = false)
    {
        var inForce = partners.InForceOf;
        if (query.Text.Length > 0)
        {
            var named = names.Like(query.Text);
            cards = many ? cards.Where(o => named.Any(n => n == o.Id)) : cards.Where(o => named.Contains(o.Id));
        }

        if (query.Filter("country") is { Length: 2 } country) cards = cards.Where(o => o.Country == country);
        if (query.Filter("force") == "with") cards = cards.Where(o => inForce.Any(a => a.Partner == o.Id));
        if (query.Filter("force") == "without") cards = cards.Where(o => !inForce.Any(a => a.Partner == o.Id));
        if (query.Filter("kind") is { } code)
        {
            var kinds = db.Set<AgreementKind>().Where(k => k.Code == code);
            cards = cards.Where(o => inForce.Any(a => a.Partner == o.Id && kinds.Any(k => k.Id == a.KindId)));
        }

        if (Offered(query, "ending", EndingWithinDays) is { } days)
        {
            var horizon = today.AddDays(days);
            cards = cards.Where(o => inForce.Any(a => a.Partner == o.Id && a.LastDay != null && a.LastDay <= horizon));
        }

        if (Offered(query, "silent", SilentMonths) is { } months)
        {
            var since = today.AddMonths(-months);
            var talks = partners.Talks.Where(n => n.On >= since);
            cards = cards.Where(o => !talks.Any(n => n.OrganisationId == o.Id));
        }

        return cards;
    }

    private static int? Offered(ListQuery query, string name, int[] offered) =>
        int.TryParse(query.Filter(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && offered.Contains(value) ? value : null;
}
