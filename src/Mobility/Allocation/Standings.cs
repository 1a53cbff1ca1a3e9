using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Contracts.Partners;
using Entente.Matching.Places;
using Entente.Mobility.Calls;

namespace Entente.Mobility.Allocation;

/// <summary>How the school stood with one partner under one agreement when the applications of a call were frozen; amounts are hundredths of a place.</summary>
/// <param name="Agreement">The agreement's key.</param>
/// <param name="Partner">The partner's key.</param>
/// <param name="Sent">Places of the call's year used by students, with those offered in earlier rounds of the call and not answered yet.</param>
/// <param name="Received">Places of the year used by guests.</param>
/// <param name="PerStudent">What one student of the call counts.</param>
/// <param name="Owed">What is owed at the end of the year, positive where the partner owes the school; none: places are not held against each other.</param>
/// <param name="Most">The most the school can owe and still have it evened out as the agreement allows.</param>
/// <param name="Until">The last academic year in which it may be evened out.</param>
public sealed record FrozenStanding(Guid Agreement, Guid Partner, int Sent, int Received, int PerStudent, int? Owed, int? Most, int? Until)
{
    /// <summary>Whether the school owes more than the guests the agreement still has places for can even out in time.</summary>
    public bool IsOut => -Owed > Most;

    /// <summary>The same with more places sent.</summary>
    internal FrozenStanding With(int sent) => this with { Sent = Sent + sent, Owed = Owed - sent };
}

/// <summary>A partner under an agreement before a result and after it.</summary>
/// <param name="Place">A place of the call there, for the names.</param>
/// <param name="Before">As it was frozen.</param>
/// <param name="After">With everybody the result sends.</param>
public sealed record StandingChange(PlaceRow Place, FrozenStanding Before, FrozenStanding After);

/// <summary>Keeps the standings with what was frozen, and says what a result makes of them.</summary>
internal static class Standings
{
    /// <summary>The same standings give the same text.</summary>
    public static string Json(IEnumerable<FrozenStanding> standings) => JsonSerializer.Serialize(standings.OrderBy(s => s.Agreement).ThenBy(s => s.Partner));

    public static string DigestOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <exception cref="InvalidDataException">The text is not what its hash was taken of: the stored row was changed.</exception>
    public static IReadOnlyList<FrozenStanding> Of(string? json, string? digest) => json is null ? []
        : DigestOf(json) == digest ? JsonSerializer.Deserialize<List<FrozenStanding>>(json)!
        : throw new InvalidDataException("The frozen balances of an allocation are not what their hash was taken of.");

    /// <summary>What a result makes of them, in the order of the call's places.</summary>
    public static IReadOnlyList<StandingChange> After(IReadOnlyList<FrozenStanding> frozen, CallModel call, PlaceProblem problem, Placement placement)
    {
        var weight = problem.Students.ToDictionary(s => s.Id, s => s.Weight, StringComparer.Ordinal);
        var given = placement.Assignments.Where(a => a.Place is not null).ToLookup(a => a.Place, a => weight[a.Student], StringComparer.Ordinal);
        return
        [
            .. from place in call.Places
               group place by (Agreement: place.Agreement.Value, Partner: place.Partner.Id.Value) into account
               from standing in frozen
               where standing.Agreement == account.Key.Agreement && standing.Partner == account.Key.Partner
               let sent = account.Sum(p => given[p.Key.ToString("N")].Sum()) * standing.PerStudent / PlaceProblem.One
               select new StandingChange(account.First(), standing, standing.With(sent)),
        ];
    }
}
