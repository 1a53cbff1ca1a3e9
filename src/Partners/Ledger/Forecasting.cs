namespace Entente.Partners.Ledger;

/// <summary>What the coming years are assumed to be: as the mean of the last, within what is offered.</summary>
/// <param name="From">The first year of the mean.</param>
/// <param name="To">The last.</param>
/// <param name="Out">Places sent a year, hundredths.</param>
/// <param name="In">Places received a year.</param>
public sealed record Pace(int From, int To, int Out, int In)
{
    public static Pace? Sum(IEnumerable<Pace> paces)
    {
        var all = paces.ToList();
        return all.Count == 0 ? null : new(all.Min(p => p.From), all.Max(p => p.To), all.Sum(p => p.Out), all.Sum(p => p.In));
    }
}

/// <summary>Looks ahead from the places agreed and the last years.</summary>
internal static class Forecasting
{
    /// <summary>How many years the mean is taken of, the running one included.</summary>
    private const int MeanYears = 3;

    /// <summary>How many years ahead are shown at most.</summary>
    public const int YearsAhead = 4;

    /// <summary>The mean of the last years; none where there is no year yet.</summary>
    public static Pace? PaceOf(IReadOnlyCollection<YearSums> known, int currentYear)
    {
        var last = known.Where(s => s.Year <= currentYear && s.Year > currentYear - MeanYears).ToList();
        return last.Count == 0 ? null : new(
            last.Min(s => s.Year), last.Max(s => s.Year), Mean(last.Sum(s => s.Out.Used), last.Count), Mean(last.Sum(s => s.In.Used), last.Count));
    }

    /// <summary>A coming year.</summary>
    public static YearSums Year(int year, Pace? pace, int offeredOut, int offeredIn) => new(
        year,
        new(offeredOut, Used: Math.Min(pace?.Out ?? 0, offeredOut)),
        new(offeredIn, Used: Math.Min(pace?.In ?? 0, offeredIn)));

    private static int Mean(int sum, int count) => (int)Math.Round(sum / (double)count, MidpointRounding.AwayFromZero);
}
