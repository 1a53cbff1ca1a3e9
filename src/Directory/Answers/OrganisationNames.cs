using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Organisations;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>Answers the other rooms about names and relations of organisations.</summary>
internal sealed class OrganisationNames(AppDbContext db, ISearch search) : IOrganisationNames, IOrganisationRelations
{
    public IQueryable<OrganisationId> Like(string text) => search.Found<Organisation>(OrganisationSearch.KindId, text).Select(o => o.Id);

    public async Task<ILookup<OrganisationId, string>> OfAsync(IReadOnlyCollection<OrganisationId> organisations, CancellationToken cancellation) =>
        (await db.Set<OrganisationName>().Where(n => organisations.Contains(n.OrganisationId))
            .Select(n => new { n.OrganisationId, n.Text }).ToListAsync(cancellation)).ToLookup(n => n.OrganisationId, n => n.Text);

    public async Task<IReadOnlyList<OrganisationRelative>> OfAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        var rows = await (
            from relation in db.Set<OrganisationRelation>()
            where relation.WithdrawnAt == null && relation.FromId != null && relation.ToId != null
                && (relation.FromId == organisation || relation.ToId == organisation)
            join other in db.Set<Organisation>() on relation.FromId == organisation ? relation.ToId : relation.FromId equals (OrganisationId?)other.Id
            orderby other.SortKey
            select new { other.Id, other.Name, relation.Kind, IsFrom = relation.FromId == organisation }).ToListAsync(cancellation);
        return [.. rows.Select(r => new OrganisationRelative(r.Id, r.Name, (r.Kind, r.IsFrom) switch
        {
            (OrganisationRelationKind.Parent, true) => OrganisationRelativeKind.Parent,
            (OrganisationRelationKind.Parent, false) => OrganisationRelativeKind.Child,
            (OrganisationRelationKind.Successor, true) => OrganisationRelativeKind.Successor,
            _ => OrganisationRelativeKind.Predecessor,
        })).DistinctBy(r => (r.Organisation, r.Kind))];
    }
}
