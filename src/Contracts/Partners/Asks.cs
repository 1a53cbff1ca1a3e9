using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Contracts.Partners;

/// <summary>Asks for agreements.</summary>
public interface IAgreements
{
    /// <summary>The agreements a viewer may see, to join in a query.</summary>
    IQueryable<AgreementCard> Cards(Viewer viewer);

    /// <summary>The lines of places of agreements, without regard to a viewer.</summary>
    Task<IReadOnlyDictionary<AgreementId, IReadOnlyList<PlaceCard>>> PlacesAsync(IReadOnlyCollection<AgreementId> agreements, CancellationToken cancellation);

    /// <summary>The partner organisations of agreements, in the order they are named there.</summary>
    Task<IReadOnlyDictionary<AgreementId, IReadOnlyList<OrganisationId>>> PartnersAsync(IReadOnlyCollection<AgreementId> agreements, CancellationToken cancellation);
}

/// <summary>Keeps the places used. Called inside the caller's transaction; entries are withdrawn, never overwritten.</summary>
public interface IPlaceLedger
{
    /// <summary>Takes places for a source; the same source again replaces what it took before.</summary>
    /// <returns>Why it cannot be done, as a sentence in both languages; none: it was done.</returns>
    Task<LocalizedText?> UseAsync(PlaceUse use, CancellationToken cancellation);

    /// <summary>Says why places could not be taken now, without taking them.</summary>
    /// <returns>Why, as a sentence in both languages; none: they could.</returns>
    Task<LocalizedText?> RefusalAsync(PlaceUse use, CancellationToken cancellation);

    /// <summary>What is left in an academic year on each line of agreements, hundredths of a place: the least of the line and of those that contain it.</summary>
    Task<IReadOnlyDictionary<AgreementId, IReadOnlyDictionary<string, int>>> LeftAsync(IReadOnlyCollection<AgreementId> agreements, int academicYear, CancellationToken cancellation);

    /// <summary>Gives back what a source took.</summary>
    Task WithdrawAsync(RecordRef source, string reason, CancellationToken cancellation);
}

/// <summary>Asks how places out and places in stand against each other.</summary>
public interface IPlaceBalances
{
    /// <summary>The balances with partners up to today, over the reciprocal agreements a viewer may see; partners without one are absent.</summary>
    Task<IReadOnlyDictionary<OrganisationId, PlaceBalance>> AllAsync(Viewer viewer, CancellationToken cancellation);
}

/// <summary>How places stand with a partner.</summary>
/// <param name="Hundredths">Places owed to the school, hundredths; less than nothing: the school owes them.</param>
/// <param name="Sentence">Who owes whom how much, in the language of the request.</param>
public sealed record PlaceBalance(int Hundredths, string Sentence);

/// <summary>Places taken.</summary>
/// <param name="Agreement">Under which agreement.</param>
/// <param name="Place">The code of the line; it counts on every line that contains it too.</param>
/// <param name="AcademicYear">By the year it begins in.</param>
/// <param name="Level">The level of study.</param>
/// <param name="Length">How long each stays; the agreement's weight of it is applied.</param>
/// <param name="Count">How many people.</param>
/// <param name="Partner">The partner, in agreements of several parties; none: the only one.</param>
/// <param name="Source">The record that takes them.</param>
/// <param name="Unit">The unit of the student; needed where a line is for one unit only.</param>
/// <param name="Field">The broad field of ISCED-F 2013, two digits or more; needed where a line is for one field only.</param>
public sealed record PlaceUse(
    AgreementId Agreement, string Place, int AcademicYear, StudyLevel? Level, PlaceLength Length, int Count, OrganisationId? Partner, RecordRef Source,
    UnitId? Unit = null, string? Field = null);

/// <summary>Asks whom one writes to at partners.</summary>
public interface IPartnerContacts
{
    /// <summary>The people of partners who have a mail address today, those for exchange first, as the viewer may see them.</summary>
    Task<IReadOnlyDictionary<OrganisationId, IReadOnlyList<PartnerContactCard>>> OfAsync(IReadOnlyCollection<OrganisationId> partners, Viewer viewer, CancellationToken cancellation);
}

/// <summary>Somebody at a partner one can write to.</summary>
/// <param name="Key">The contact's key.</param>
/// <param name="Person">The person.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">Where to write.</param>
/// <param name="Language">The language one writes in, BCP 47; none: English.</param>
public sealed record PartnerContactCard(Guid Key, PersonId Person, LocalizedText Name, string Email, string? Language);

/// <summary>What the public may know of the partners: those with an agreement in force.</summary>
public interface IPublicPartners
{
    /// <summary>The partners by the number of agreements in force at a date, the most first, then by name.</summary>
    Task<IReadOnlyList<PublicPartner>> AllAsync(DateOnly asOf, CancellationToken cancellation);
}

/// <summary>A partner as everybody may see it.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Name">Its names.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the country or region.</param>
/// <param name="City">Its city.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Agreements">How many agreements with it are in force.</param>
/// <param name="Since">The year of the first agreement with it that was signed.</param>
/// <param name="Kinds">The kinds of its agreements in force, in the order of the table of kinds.</param>
/// <param name="SortKey">Orders names alike on both databases.</param>
/// <param name="Ror">The nine characters of its ROR identifier, where it has one.</param>
/// <param name="Exchanged">How many people were sent and received on places of its agreements in the last five academic years; none: fewer than three, which could betray a person.</param>
public sealed record PublicPartner(
    OrganisationId Organisation, LocalizedText Name, string Country, LocalizedText City, double? Latitude, double? Longitude,
    int Agreements, int Since, IReadOnlyList<LocalizedText> Kinds, byte[] SortKey, string? Ror = null, int? Exchanged = null);
