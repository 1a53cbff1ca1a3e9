using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>Who took over from organisations that ended, so that a new agreement is made with them instead.</summary>
internal sealed class Successors(IOrganisationRelations relations, IOrganisations organisations, Viewer viewer)
{
    /// <summary>No chain of successors is followed through more organisations than these.</summary>
    private const int Most = 50;

    /// <summary>The organisations that exist today and took over from one, also by way of others that ended since. A circle ends the search.</summary>
    public async Task<IReadOnlyList<OrganisationCard>> OfAsync(OrganisationId ended, CancellationToken cancellation)
    {
        var seen = new HashSet<OrganisationId> { ended };
        List<OrganisationId> ask = [ended];
        var found = new List<OrganisationCard>();
        while (ask.Count > 0 && seen.Count <= Most)
        {
            var next = new List<OrganisationId>();
            foreach (var one in ask)
            {
                next.AddRange((await relations.OfAsync(one, cancellation))
                    .Where(r => r.Kind == OrganisationRelativeKind.Successor && seen.Add(r.Organisation)).Select(r => r.Organisation));
            }

            var cards = await organisations.Cards(viewer).Where(o => next.Contains(o.Id)).OrderBy(o => o.SortKey).ToListAsync(cancellation);
            found.AddRange(cards.Where(c => !c.HasEnded));
            ask = [.. cards.Where(c => c.HasEnded).Select(c => c.Id)];
        }

        return found;
    }
}
