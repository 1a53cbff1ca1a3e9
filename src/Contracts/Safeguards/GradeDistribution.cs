namespace Entente.Contracts.Safeguards;

/// <summary>
/// How often each passing grade was given, the best first. A grade stands for the stretch of cumulated students it covers; grades of two institutions are compared by where their stretches lie
/// (ECTS Users' Guide 2015, on grading tables). All is reckoned in whole numbers, so that nothing is decided by rounding.
/// </summary>
public sealed class GradeDistribution
{
    /// <summary>The most grades of a scale: points from 0 to 100 and some room.</summary>
    public const int MostGrades = 120;

    /// <summary>The most passes of one grade; keeps every product below within 64 bits.</summary>
    public const int MostPasses = 1_000_000;

    /// <summary>How many students got each grade or a better one.</summary>
    private readonly long[] ends;

    /// <summary>A distribution.</summary>
    /// <param name="shares">The passing grades, the best first.</param>
    /// <exception cref="ArgumentException">There is no grade, too many, one twice, or one that nobody got.</exception>
    public GradeDistribution(IReadOnlyList<GradeShare> shares)
    {
        if (shares.Count is 0 or > MostGrades || shares.Any(s => s.Passes is < 1 or > MostPasses) || shares.DistinctBy(s => s.Grade, StringComparer.OrdinalIgnoreCase).Count() != shares.Count)
            throw new ArgumentException("No distribution of grades: it is empty, too long, names a grade twice or one that nobody got.", nameof(shares));
        Shares = shares;
        ends = new long[shares.Count];
        for (var i = 0; i < shares.Count; i++) ends[i] = StartOf(i) + shares[i].Passes;
    }

    /// <summary>The grades, the best first.</summary>
    public IReadOnlyList<GradeShare> Shares { get; }

    /// <summary>How many passes it counts.</summary>
    public long Total => ends[^1];

    /// <summary>Where a grade ends, counted from the best: percent of the passes, tenths.</summary>
    public decimal PercentAt(int grade) => Percent(ends[grade], Total);

    /// <summary>Where a grade stands in it; none: it has no such grade. A letter's case and white space do not matter.</summary>
    public int? Find(string grade)
    {
        for (var i = 0; i < Shares.Count; i++)
            if (string.Equals(Shares[i].Grade, grade.Trim(), StringComparison.OrdinalIgnoreCase)) return i;
        return null;
    }

    /// <summary>
    /// What a grade of this distribution is in another: the grades there whose stretches share students with its own, and which of them is taken. A better grade never becomes a worse one than a
    /// lesser grade does, and in an equal distribution each grade becomes itself.
    /// </summary>
    /// <returns>None: this distribution has no such grade.</returns>
    public GradeMatch? Convert(string grade, GradeDistribution home, GradePick pick)
    {
        if (Find(grade) is not { } at) return null;
        var (best, worst) = (home.FirstBeyond(StartOf(at), Total), home.LastBefore(ends[at], Total));
        var chosen = pick switch { GradePick.Highest => best, GradePick.Lowest => worst, _ => home.FirstBeyond(StartOf(at) + ends[at], 2 * Total) };
        return new(Shares[at].Grade, Percent(StartOf(at), Total), PercentAt(at), home.Shares[best].Grade, home.Shares[worst].Grade, home.Shares[chosen].Grade, Percent(StartOf(at) + ends[at], 2 * Total));
    }

    private long StartOf(int grade) => grade == 0 ? 0 : ends[grade - 1];

    /// <summary>The grade that holds whoever comes right after a part of all students.</summary>
    private int FirstBeyond(long part, long of)
    {
        var i = 0;
        while (ends[i] * of <= part * Total) i++;
        return i;
    }

    /// <summary>The last grade that begins before a part of all students.</summary>
    private int LastBefore(long part, long of)
    {
        var i = Shares.Count - 1;
        while (StartOf(i) * of >= part * Total) i--;
        return i;
    }

    private static decimal Percent(long part, long of) => decimal.Round(100m * part / of, 1, MidpointRounding.AwayFromZero);
}

/// <summary>How often a passing grade was given.</summary>
/// <param name="Grade">As it is written there.</param>
/// <param name="Passes">How many courses were passed with it, at least one.</param>
public sealed record GradeShare(string Grade, int Passes);

/// <summary>Which grade is taken where several lie in the same stretch.</summary>
public enum GradePick
{
    /// <summary>The one that holds the middle of the stretch.</summary>
    Middle,

    /// <summary>The least of them.</summary>
    Lowest,

    /// <summary>The best of them.</summary>
    Highest,
}

/// <summary>What a grade is in another distribution.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="From">Where its stretch begins, percent of the passes counted from the best, tenths.</param>
/// <param name="Until">Where it ends.</param>
/// <param name="Best">The best grade of the other that lies in it.</param>
/// <param name="Worst">The least of them.</param>
/// <param name="Chosen">The one that is taken.</param>
/// <param name="Middle">Where the middle of the stretch is, percent.</param>
public sealed record GradeMatch(string Grade, decimal From, decimal Until, string Best, string Worst, string Chosen, decimal Middle);
