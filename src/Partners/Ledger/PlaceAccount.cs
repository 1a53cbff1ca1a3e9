using Entente.Contracts.Partners;
using Entente.Foundation.Data;

namespace Entente.Partners.Ledger;

/// <summary>The account of one partner under one agreement: what was offered and used, and what is owed where places are held against each other.</summary>
public sealed record PlaceAccount(AgreementId Agreement, string Number, LocalizedText Title, OrganisationId Partner)
{
    /// <summary>Whether places out and in are held against each other.</summary>
    public bool IsReciprocal { get; init; }

    /// <summary>The years, forecast ones last.</summary>
    public IReadOnlyList<BalanceYear> Years { get; init; } = [];

    /// <summary>What the forecast assumes.</summary>
    public Pace? Pace { get; init; }

    /// <summary>What is owed now, in hundredths; none where nothing is held against each other.</summary>
    public int? Balance => IsReciprocal ? Years.LastOrDefault(y => !y.IsForecast)?.Balance ?? 0 : null;
}

/// <summary>Several accounts seen together.</summary>
public sealed record PlacePicture(IReadOnlyList<BalanceYear> Years, int? Balance, Pace? Pace)
{
    /// <summary>Adds accounts up year by year; what is owed counts only where places are held against each other.</summary>
    public static PlacePicture Of(IReadOnlyCollection<PlaceAccount> accounts)
    {
        var reciprocal = accounts.Where(a => a.IsReciprocal).ToList();
        var years = accounts.SelectMany(a => a.Years.Select(y => (a.IsReciprocal, Year: y))).GroupBy(y => y.Year.Year).OrderBy(g => g.Key).Select(g => new BalanceYear(
            new(g.Key, g.Select(y => y.Year.Sums.Out).Aggregate((a, b) => a + b), g.Select(y => y.Year.Sums.In).Aggregate((a, b) => a + b)),
            g.Where(y => y.IsReciprocal).Sum(y => y.Year.Lapsed),
            g.Where(y => y.IsReciprocal).Sum(y => y.Year.Balance))
        {
            IsForecast = g.All(y => y.Year.IsForecast),
        });
        return new(UpToOffers([.. years]), reciprocal.Count == 0 ? null : reciprocal.Sum(a => a.Balance ?? 0), Pace.Sum(accounts.Select(a => a.Pace).OfType<Pace>()));
    }

    // A balance goes on after the last agreement; a forecast that has nothing to say of places does not.
    private static List<BalanceYear> UpToOffers(List<BalanceYear> years) =>
        [.. years.Take(years.FindLastIndex(y => !y.IsForecast || y.Sums.Out.Offered + y.Sums.In.Offered > 0) + 1)];
}

/// <summary>A line of places, as an offer is made from it.</summary>
internal sealed record OfferLine(Guid Key, AgreementId Agreement, string Code, string? Within, PlaceDirection Direction, int PerYear, OrganisationId? Partner, int? AcademicYear);
