using Entente.Contracts.Directory;
using Entente.Directory.Matching;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Directory.Answers;

/// <summary>Answers the other rooms about organisations.</summary>
internal sealed class Organisations(AppDbContext db, OrganisationMatcher matcher) : IOrganisations
{
    public IQueryable<OrganisationCard> Cards(Viewer viewer) => CardsOf(db);

    /// <summary>Every organisation's card: organisations are no secret.</summary>
    internal static IQueryable<OrganisationCard> CardsOf(AppDbContext db) => db.Set<Organisation>().Select(o => new OrganisationCard
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
        SortKeyZh = o.SortKeyZh,
    });

    public Task<IReadOnlyList<OrganisationProposal>> MatchAsync(IReadOnlyList<OrganisationQuestion> questions, CancellationToken cancellation) =>
        matcher.MatchAsync(questions, cancellation);

    public OrganisationId Add(NewOrganisation organisation)
    {
        if (organisation.Ror is { } ror && !RorIdentifier.IsValid(ror))
            throw new ArgumentException($"'{ror}' is no ROR identifier.", nameof(organisation));
        var added = new Organisation
        {
            Name = organisation.Name,
            Country = organisation.Country,
            City = organisation.City,
            Ror = organisation.Ror,
            Website = organisation.Website,
        }.Call(organisation.Name);
        db.Add(added);
        foreach (var (language, text) in organisation.Name.Texts)
            db.Add(OrganisationName.Of(added.Id, text, language, OrganisationNameKind.Display, FactSource.Hand, db.Write.Now));
        return added.Id;
    }
}
