using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Directory.Answers;

/// <summary>Answers the other rooms about organisations.</summary>
internal sealed class Organisations(AppDbContext db) : IOrganisations
{
    public IQueryable<OrganisationCard> Cards(Viewer viewer) => db.Set<Organisation>().Select(o => new OrganisationCard
    {
        Id = o.Id,
        Name = o.Name,
        Country = o.Country,
        City = o.City,
        Latitude = o.Latitude,
        Longitude = o.Longitude,
        Ror = o.Ror,
        HasEnded = o.Status != OrganisationStatus.Active,
        SortKey = o.SortKey,
    });

    public Task<IReadOnlyList<OrganisationProposal>> MatchAsync(IReadOnlyList<OrganisationQuestion> questions, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<OrganisationProposal>>([.. questions.Select(_ => new OrganisationProposal(null, []))]);

    public OrganisationId Add(NewOrganisation organisation)
    {
        var added = new Organisation
        {
            Name = organisation.Name,
            SortKey = SortKey.Of(organisation.Name.En),
            Country = organisation.Country,
            City = organisation.City,
            Ror = organisation.Ror,
        };
        db.Add(added);
        return added.Id;
    }
}
