namespace Entente.Partners.Ledger;

/// <summary>What the ledger says of one direction in one academic year; amounts in hundredths of a place.</summary>
/// <param name="Offered">Places offered.</param>
/// <param name="People">How many people used one.</param>
/// <param name="Used">Places used, weighted.</param>
/// <param name="Carried">Brought over from before the ledger or from an agreement replaced.</param>
/// <param name="Adjusted">Corrections agreed with the partner.</param>
public sealed record PlaceSums(int Offered = 0, int People = 0, int Used = 0, int Carried = 0, int Adjusted = 0)
{
    /// <summary>What counts in the balance.</summary>
    public int Total => Used + Carried + Adjusted;

    public static PlaceSums operator +(PlaceSums one, PlaceSums other) => new(
        one.Offered + other.Offered, one.People + other.People, one.Used + other.Used, one.Carried + other.Carried, one.Adjusted + other.Adjusted);
}

/// <summary>Both directions of one academic year.</summary>
public sealed record YearSums(int Year, PlaceSums Out, PlaceSums In)
{
    /// <summary>What the year adds to what the partner owes the school.</summary>
    public int Difference => In.Total - Out.Total;
}

/// <summary>One academic year of a balance; amounts in hundredths of a place, positive where the partner owes the school.</summary>
/// <param name="Sums">What was offered and used.</param>
/// <param name="Lapsed">What of earlier years may be evened out no longer.</param>
/// <param name="Balance">What is owed at the end of the year.</param>
public sealed record BalanceYear(YearSums Sums, int Lapsed, int Balance)
{
    /// <summary>Whether it is yet to come.</summary>
    public bool IsForecast { get; init; }

    public int Year => Sums.Year;
}

/// <summary>
/// Carries differences from year to year: a year's difference evens out the oldest opposite one first; what is not evened out within
/// the years agreed lapses. The sum of all differences is what lapsed and what is left.
/// </summary>
internal static class Balancing
{
    /// <summary>The balance of every year from the first to the last given; years between without an entry count as zero.</summary>
    /// <param name="sums">The years, in any order, each once.</param>
    /// <param name="carryOverYears">For how many years a difference may be evened out after its own.</param>
    /// <param name="until">The last year to show, where later than the last given.</param>
    public static IReadOnlyList<BalanceYear> Run(IEnumerable<YearSums> sums, int carryOverYears, int? until = null)
    {
        var byYear = sums.ToDictionary(s => s.Year);
        if (byYear.Count == 0) return [];
        var open = new List<(int Year, int Amount)>();
        var years = new List<BalanceYear>();
        var last = Math.Max(byYear.Keys.Max(), until ?? int.MinValue);
        for (var year = byYear.Keys.Min(); year <= last; year++)
        {
            var sum = byYear.GetValueOrDefault(year) ?? new(year, new(), new());
            var lapsed = open.Where(o => o.Year + carryOverYears < year).Sum(o => o.Amount);
            open.RemoveAll(o => o.Year + carryOverYears < year);
            if (EvenOut(open, sum.Difference) is var rest and not 0) open.Add((year, rest));
            years.Add(new(sum, lapsed, open.Sum(o => o.Amount)));
        }

        return years;
    }

    // The oldest opposite difference first; what is left of the new one comes back.
    private static int EvenOut(List<(int Year, int Amount)> open, int difference)
    {
        while (difference != 0 && open.FindIndex(o => Math.Sign(o.Amount) == -Math.Sign(difference)) is var oldest and >= 0)
        {
            var (year, amount) = open[oldest];
            var evened = Math.Min(Math.Abs(amount), Math.Abs(difference));
            difference -= Math.Sign(difference) * evened;
            if (evened == Math.Abs(amount)) open.RemoveAt(oldest);
            else open[oldest] = (year, amount - Math.Sign(amount) * evened);
        }

        return difference;
    }
}
