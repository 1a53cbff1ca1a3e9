using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Answers;

/// <summary>Answers the other rooms about names and relations of organisations.</summary>
internal sealed class OrganisationNames(AppDbContext db) : IOrganisationNames, IOrganisationRelations
{
    private const int MostWords = 8;

    public IQueryable<OrganisationId> Like(string text)
    {
        var names = db.Set<OrganisationName>().Where(n => n.WithdrawnAt == null);
        foreach (var word in NameFolding.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            names = names.Where(n => n.Folded.Contains(word));
        return names.Select(n => n.OrganisationId);
    }

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
