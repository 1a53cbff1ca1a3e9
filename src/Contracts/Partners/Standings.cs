namespace Entente.Contracts.Partners;

/// <summary>Asks how the school stands with partners under agreements.</summary>
public interface IPlaceStandings
{
    /// <summary>The account of every partner of signed agreements in an academic year as the ledger knows it, without regard to a viewer, by agreement number.</summary>
    /// <param name="agreements">The agreements.</param>
    /// <param name="academicYear">By the year it begins in.</param>
    /// <param name="length">How long those stay who may be sent.</param>
    /// <param name="cancellation">Ends the reading.</param>
    Task<IReadOnlyList<PlaceStanding>> OfAsync(IReadOnlyCollection<AgreementId> agreements, int academicYear, PlaceLength length, CancellationToken cancellation);
}

/// <summary>How the school stands with one partner under one agreement in an academic year; amounts are hundredths of a place.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Partner">The partner.</param>
/// <param name="Sent">Places used by the school's students in the year.</param>
/// <param name="Received">Places used by guests in the year.</param>
/// <param name="PerStudent">What one more student of the length counts.</param>
/// <param name="Account">What is owed; none: places are not held against each other.</param>
public sealed record PlaceStanding(AgreementId Agreement, OrganisationId Partner, int Sent, int Received, int PerStudent, StandingAccount? Account);

/// <summary>Places held against each other, in hundredths.</summary>
/// <param name="Owed">What is owed at the end of the year with what is entered; positive where the partner owes the school.</param>
/// <param name="Most">The most the school can owe and still have it evened out in time: the guests the agreement still has places for, from that year to <paramref name="Until"/>.</param>
/// <param name="Until">The last academic year in which a difference of the year may be evened out.</param>
public sealed record StandingAccount(int Owed, int Most, int Until);
