using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Ledger;

/// <summary>How many people went to and came from each partner on places of agreements, over the last years.</summary>
internal sealed class PlaceFlows(AppDbContext db, AcademicCalendar calendar)
{
    /// <summary>The academic years looked back on, the running one included.</summary>
    public const int Years = 5;

    /// <summary>The smallest number everybody may see; a smaller one could betray a person.</summary>
    public const int FewestPublic = 3;

    /// <summary>The people sent and received, by partner, under agreements that were narrowed to a viewer; in one statement.</summary>
    public async Task<IReadOnlyDictionary<OrganisationId, int>> OfAsync(IQueryable<Agreement> visible, DateOnly on, CancellationToken cancellation)
    {
        var last = calendar.Of(on);
        var first = last - Years + 1;
        return await db.Set<PlaceEntry>().Of(visible)
            .Where(e => e.Kind == PlaceEntryKind.Used && e.WithdrawnAt == null && e.AcademicYear >= first && e.AcademicYear <= last && e.OrganisationId != null)
            .GroupBy(e => e.OrganisationId!.Value).Select(g => new { Partner = g.Key, People = g.Sum(e => e.Count) })
            .ToDictionaryAsync(f => f.Partner, f => f.People, cancellation);
    }
}
