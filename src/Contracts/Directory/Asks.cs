using Entente.Foundation.Access;

namespace Entente.Contracts.Directory;

/// <summary>Asks for organisations.</summary>
public interface IOrganisations
{
    /// <summary>The organisations a viewer may see, to join in a query.</summary>
    IQueryable<OrganisationCard> Cards(Viewer viewer);

    /// <summary>Proposes organisations for names as they stand in a spreadsheet or an affiliation; one answer a question, in order.</summary>
    Task<IReadOnlyList<OrganisationProposal>> MatchAsync(IReadOnlyList<OrganisationQuestion> questions, CancellationToken cancellation);

    /// <summary>Adds an organisation by hand, in the caller's transaction.</summary>
    OrganisationId Add(NewOrganisation organisation);
}

/// <summary>A name to be matched.</summary>
/// <param name="Text">The name or affiliation as written.</param>
/// <param name="Country">ISO 3166-1 alpha-2, where a column says it.</param>
/// <param name="City">The city, where a column says it.</param>
public sealed record OrganisationQuestion(string Text, string? Country = null, string? City = null);

/// <summary>What the matcher proposes.</summary>
/// <param name="Chosen">The one it is sure of; none where a person must choose.</param>
/// <param name="Candidates">The best five, best first.</param>
public sealed record OrganisationProposal(OrganisationCandidate? Chosen, IReadOnlyList<OrganisationCandidate> Candidates);

/// <summary>One organisation a name may mean.</summary>
/// <param name="Organisation">Which.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Reason">Why, as a sentence in the language of the request.</param>
public sealed record OrganisationCandidate(OrganisationCard Organisation, double Score, string Reason);

/// <summary>An organisation entered by hand.</summary>
/// <param name="Name">Its names.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="City">Its city.</param>
/// <param name="Ror">Its ROR identifier, nine characters.</param>
/// <param name="Website">Its site.</param>
public sealed record NewOrganisation(
    Foundation.Data.LocalizedText Name, string Country, Foundation.Data.LocalizedText City, string? Ror = null, string? Website = null);

/// <summary>Asks for persons.</summary>
public interface IPersons
{
    /// <summary>The persons a viewer may see, to join in a query; a merged person appears as the one it was merged into.</summary>
    IQueryable<PersonCard> Cards(Viewer viewer);

    /// <summary>Adds a person, in the caller's transaction.</summary>
    PersonId Add(NewPerson person);

    /// <summary>The persons somebody about to be added may be already, as a viewer may see them, the likeliest first.</summary>
    Task<IReadOnlyList<PersonLike>> LikeAsync(NewPerson person, Viewer viewer, CancellationToken cancellation);

    /// <summary>The unit of the university each belongs to on a day, the latest where there are several; those of none are absent.</summary>
    Task<IReadOnlyDictionary<PersonId, UnitId>> UnitsAsync(IReadOnlyCollection<PersonId> persons, DateOnly on, CancellationToken cancellation);
}

/// <summary>A person to be added.</summary>
/// <param name="Name">The name in the scripts known.</param>
/// <param name="Email">Where to write.</param>
/// <param name="Organisation">Where the person works.</param>
/// <param name="Title">The office held there.</param>
/// <param name="Source">Where this is known from.</param>
/// <param name="Unit">The unit of the university, for its own people.</param>
/// <param name="TitleZh">The office held there, in Chinese.</param>
public sealed record NewPerson(
    PersonNameParts Name, string? Email, OrganisationId? Organisation, string? Title, string Source, UnitId? Unit = null, string? TitleZh = null);

/// <summary>A person somebody may be.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">The name as it is shown.</param>
/// <param name="Reasons">Why, each as a text key.</param>
public sealed record PersonLike(PersonId Person, Foundation.Data.LocalizedText Name, IReadOnlyList<string> Reasons);

/// <summary>A person's name: parts are kept apart, with the order they are said in.</summary>
/// <param name="Family">Family name in Latin letters.</param>
/// <param name="Given">Given names in Latin letters.</param>
/// <param name="FamilyFirst">Whether the family name is said first.</param>
/// <param name="Native">The full name in its own script, where that is not Latin.</param>
public sealed record PersonNameParts(string Family, string Given, bool FamilyFirst, string? Native = null);

/// <summary>Asks for the units of the university.</summary>
public interface IUnits
{
    /// <summary>All units, from the university down, each after the one above it. Units are no secret.</summary>
    Task<IReadOnlyList<UnitCard>> AllAsync(CancellationToken cancellation);

    /// <summary>The units as a query, to join.</summary>
    IQueryable<UnitCard> Cards();
}

/// <summary>Asks for accounts.</summary>
public interface IAccounts
{
    /// <summary>The names of accounts, for those listed that exist.</summary>
    Task<IReadOnlyDictionary<AccountId, AccountCard>> OfAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancellation);

    /// <summary>The accounts of persons that have one and may sign in with it.</summary>
    Task<IReadOnlyList<AccountCard>> OfPersonsAsync(IReadOnlyCollection<PersonId> persons, CancellationToken cancellation);

    /// <summary>An account as the viewer it is today, for work done for it later; none where it ended.</summary>
    Task<Foundation.Access.Viewer?> ViewerAsync(AccountId account, CancellationToken cancellation);

    /// <summary>The accounts that hold a role for a unit now (granted there or above, or delegated), for notices and desks.</summary>
    Task<IReadOnlyList<AccountCard>> HoldersAsync(string role, UnitId unit, CancellationToken cancellation);

    /// <summary>Whether an account holds a role for a unit now.</summary>
    Task<bool> HoldsAsync(AccountId account, string role, UnitId unit, CancellationToken cancellation);
}
