namespace Entente.Matching.Places;

/// <summary>Gives places. Nothing here throws for what stands in a problem: what cannot be run is refused with a reason.</summary>
public static class Places
{
    /// <summary>Most steps the solver may take unless said otherwise, in thousandths of OR-Tools' deterministic time: about half a minute at most.</summary>
    public const long DefaultSteps = 10_000;

    /// <summary>Runs one mechanism.</summary>
    /// <param name="problem">The frozen problem.</param>
    /// <param name="mechanism">The mechanism.</param>
    /// <param name="seed">What ties and the lottery are drawn with.</param>
    /// <param name="steps">Most steps of the solver, in thousandths of its deterministic time; only the exact optimum takes them.</param>
    /// <returns>The outcome; repeating the call gives the same bytes.</returns>
    public static Placement Run(PlaceProblem problem, Mechanism mechanism, string seed, long steps = DefaultSteps)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(seed);
        var outcome = new Placement(mechanism, seed, problem.Digest, []) { Steps = mechanism == Mechanism.ExactOptimum ? steps : 0 };
        var faults = problem.Check().Where(f => f.Gravity == Gravity.Fault).ToList();
        if (faults.Count > 0) return outcome with { Refusal = new(RefusalKind.Faults, string.Empty) { Faults = faults } };
        var data = new Indexed(problem, seed);
        return mechanism switch
        {
            Mechanism.SerialDictatorship => Serial(outcome, data, data.ByRank),
            Mechanism.Lottery => Serial(outcome, data, data.ByLot),
            Mechanism.DeferredAcceptance => Deferred(outcome, data),
            _ => Optimum(outcome, data, steps),
        };
    }

    private static Placement Serial(Placement outcome, Indexed data, int[] positions) => outcome with
    {
        Assignments = data.Assigned(SerialDictatorship.Run(data, positions)),
        Order = [.. data.Students.Select((s, i) => (s.Id, At: positions[i])).OrderBy(s => s.At).Select(s => s.Id)],
    };

    private static Placement Deferred(Placement outcome, Indexed data)
    {
        var (arrays, refusal) = DeferredAcceptance.Arrays(data);
        if (arrays is null) return outcome with { Refusal = refusal };
        return outcome with { Assignments = data.Assigned([.. DeferredAcceptance.Run(arrays).Select(edge => edge < 0 ? -1 : arrays.Choice[edge])]) };
    }

    private static Placement Optimum(Placement outcome, Indexed data, long steps)
    {
        var (placeOf, report) = new ExactOptimum(data).Solve(steps);
        return placeOf is null
            ? outcome with { Refusal = new(RefusalKind.NotSolved, string.Empty) }
            : outcome with { Assignments = data.Assigned(placeOf), Optimum = report };
    }
}
