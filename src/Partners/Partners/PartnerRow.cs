using Entente.Contracts.Directory;
using Entente.Partners.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Partners;

/// <summary>A partner as a row of the list and of its exports.</summary>
/// <param name="Organisation">Who it is.</param>
/// <param name="InForce">How many agreements are in force.</param>
/// <param name="NextEnd">The nearest last day of them.</param>
/// <param name="LastContact">When somebody last met, called, wrote or visited.</param>
/// <param name="Balance">What is owed, in hundredths of a place: positive where the partner owes the school; none where nothing is held against each other.</param>
public sealed record PartnerRow(OrganisationCard Organisation, int InForce, DateOnly? NextEnd, DateOnly? LastContact, int? Balance);

/// <summary>Reads what the rows of a list say beside the organisation, in the same number of statements for one row and for all.</summary>
internal static class PartnerRows
{
    public static async Task<IReadOnlyList<PartnerRow>> OfAsync(
        PartnerSet partners, BalanceReading balances, IReadOnlyList<OrganisationCard> cards, bool all, CancellationToken cancellation)
    {
        var keys = cards.Select(c => c.Id).ToList();
        var inForce = await partners.InForceOf.Where(a => all || keys.Contains(a.Partner)).Select(a => new { a.Partner, a.LastDay }).ToListAsync(cancellation);
        var talks = await partners.Talks.Where(n => all || keys.Contains(n.OrganisationId))
            .GroupBy(n => n.OrganisationId).Select(g => new { g.Key, On = g.Max(n => n.On) }).ToDictionaryAsync(g => g.Key, g => g.On, cancellation);
        var owed = await BalancesAsync(partners, balances, all ? null : keys, cancellation);
        var ends = inForce.ToLookup(a => a.Partner, a => a.LastDay);
        return [.. cards.Select(c => new PartnerRow(
            c, ends[c.Id].Count(), ends[c.Id].Min(), talks.TryGetValue(c.Id, out var on) ? on : null, owed.TryGetValue(c.Id, out var balance) ? balance : null))];
    }

    /// <summary>What is owed with partners, those with whom places are held against each other; all of them or some.</summary>
    public static async Task<Dictionary<OrganisationId, int>> BalancesAsync(
        PartnerSet partners, BalanceReading balances, IReadOnlyCollection<OrganisationId>? keys, CancellationToken cancellation)
    {
        var reciprocal = partners.Agreements.Where(a => a.Reciprocal);
        if (keys is not null) reciprocal = reciprocal.Where(a => a.Parties.Any(p => p.OrganisationId != null && keys.Contains(p.OrganisationId.Value)));
        return (await balances.OfAsync(reciprocal, null, cancellation)).GroupBy(a => a.Partner).ToDictionary(g => g.Key, g => g.Sum(a => a.Balance ?? 0));
    }
}
