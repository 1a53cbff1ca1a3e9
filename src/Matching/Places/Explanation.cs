namespace Entente.Matching.Places;

/// <summary>Why a student did not get a choice that stands before what they got.</summary>
public enum WhyNotKind
{
    /// <summary>The student may not take it (<see cref="WhyNot.Barrier"/>).</summary>
    Barred,

    /// <summary>Those who come before the student hold so much that the rest is too little (<see cref="WhyNot.Limit"/>).</summary>
    TakenBefore,

    /// <summary>Every allocation in which the student has it places fewer, whoever may be passed over (<see cref="WhyNot.Instead"/>).</summary>
    FewerPlaced,

    /// <summary>Every allocation in which the student has it and as many are placed has a higher sum of positions (<see cref="WhyNot.Instead"/>).</summary>
    WorsePositions,

    /// <summary>Every allocation in which the student has it and nobody is passed over places fewer, or has a higher sum of positions.</summary>
    LessGood,

    /// <summary>Another allocation has it so and is exactly as good; the choice between them is the solver's.</summary>
    AsGood,

    /// <summary>The solver's steps ended before it was known.</summary>
    NotProven,

    /// <summary>After a repair: others hold so much of it that the rest is too little.</summary>
    HeldByOthers,

    /// <summary>After a repair: there is room, but taking it would have changed more than was needed or passed somebody over.</summary>
    NotMoved,
}

/// <summary>Which limit was reached.</summary>
public enum LimitKind
{
    /// <summary>The place's capacity, in thousandths.</summary>
    Capacity,

    /// <summary>A nest's cap, in thousandths.</summary>
    Cap,

    /// <summary>A nest's budget, in minor units.</summary>
    Budget,
}

/// <summary>A limit, and who holds what of it.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Id">Id of the place or nest.</param>
/// <param name="Limit">How much there is.</param>
/// <param name="Held">How much those hold who come before the student (after a repair: all others).</param>
/// <param name="Needed">How much the student needs.</param>
/// <param name="Holders">How many those are.</param>
/// <param name="Last">Id of the one of them who comes last; null when there is none.</param>
/// <param name="LastRank">That student's rank.</param>
public sealed record LimitReached(LimitKind Kind, string Id, long Limit, long Held, long Needed, int Holders, string? Last, int? LastRank);

/// <summary>What no allocation betters in which the student has the choice, whoever may be passed over in it, beside the best of all.</summary>
/// <param name="Placed">Most students placed then.</param>
/// <param name="Positions">Least sum of positions then, with so many placed.</param>
/// <param name="BestPlaced">Students placed in the outcome.</param>
/// <param name="BestPositions">Sum of positions in the outcome.</param>
public sealed record Instead(int Placed, long Positions, int BestPlaced, long BestPositions);

/// <summary>Why not an earlier choice.</summary>
/// <param name="Place">Id of the place.</param>
/// <param name="Position">Where it stands on the student's list, from 1.</param>
/// <param name="Kind">Why not.</param>
public sealed record WhyNot(string Place, int Position, WhyNotKind Kind)
{
    /// <summary>What bars the student; only of <see cref="WhyNotKind.Barred"/>.</summary>
    public Barrier? Barrier { get; init; }

    /// <summary>The limit reached; only of <see cref="WhyNotKind.TakenBefore"/> and <see cref="WhyNotKind.HeldByOthers"/>.</summary>
    public LimitReached? Limit { get; init; }

    /// <summary>What would be instead; only of the exact optimum.</summary>
    public Instead? Instead { get; init; }
}

/// <summary>Why a student got what they got: the dearest choice left after each earlier one fell away for the reason told.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Place">What they got; null for nothing.</param>
/// <param name="Position">Where it stands on their list, from 1.</param>
/// <param name="Earlier">Every choice before it, or every choice when there is none, in the student's order.</param>
public sealed record Explanation(string Student, string? Place, int? Position, IReadOnlyList<WhyNot> Earlier)
{
    /// <summary>Explains what one student got.</summary>
    /// <exception cref="ArgumentException">There is no such student in the outcome.</exception>
    public static Explanation Of(PlaceProblem problem, Placement placement, string student) =>
        new Explaining(problem, placement).Of([student])[0];

    /// <summary>Explains what everybody got, by id; for the exact optimum that takes a few solutions more, not one for each earlier choice.</summary>
    public static IReadOnlyList<Explanation> All(PlaceProblem problem, Placement placement)
    {
        ArgumentNullException.ThrowIfNull(placement);
        return new Explaining(problem, placement).Of(placement.Assignments.Select(a => a.Student));
    }

    /// <summary>Whether every sentence of an explanation is true of the problem and the outcome, looked at anew.</summary>
    public static bool Holds(PlaceProblem problem, Placement placement, Explanation explanation) =>
        new ExplanationCheck(problem, placement).Holds(explanation);
}
