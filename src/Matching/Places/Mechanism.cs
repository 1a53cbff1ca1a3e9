namespace Entente.Matching.Places;

/// <summary>A way to give places.</summary>
public enum Mechanism
{
    /// <summary>By rank, each takes the dearest place that is still free (Satterthwaite and Sonnenschein 1981; Svensson 1999).</summary>
    SerialDictatorship,

    /// <summary>
    /// Students ask, places keep the best by their order and let the others ask on (Gale and Shapley 1962); limits over several
    /// places as laminar families (Kamada and Kojima 2018; Hatfield and Milgrom 2005 for choice from such families).
    /// </summary>
    DeferredAcceptance,

    /// <summary>Serial dictatorship in an order drawn by lot (Abdulkadiroğlu and Sönmez 1998), the seed committed before and revealed after.</summary>
    Lottery,

    /// <summary>
    /// Most students placed; of these allocations the least sum of positions on the students' lists; in all of them no student
    /// of better rank is without a place while one of worse rank got a place the first one listed and may take.
    /// </summary>
    ExactOptimum,
}

/// <summary>Why a mechanism did not run.</summary>
public enum RefusalKind
{
    /// <summary>The problem has faults; see <see cref="PlaceProblem.Check"/>.</summary>
    Faults,

    /// <summary>Deferred acceptance takes students who need one whole place each.</summary>
    FractionalWeight,

    /// <summary>Deferred acceptance takes capacities and caps of whole places.</summary>
    FractionalCapacity,

    /// <summary>Deferred acceptance knows no budgets.</summary>
    Budget,

    /// <summary>Deferred acceptance takes nests that lie in one another or apart.</summary>
    NestsOverlap,

    /// <summary>Deferred acceptance takes one order of priority for all places of a nest whose cap limits them: the nest's own, or none.</summary>
    OrdersDiffer,

    /// <summary>The solver found no allocation within its steps.</summary>
    NotSolved,
}

/// <summary>A mechanism that did not run, and why.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Subject">Id of the student, place or nest; "" when it is about all.</param>
/// <param name="Other">Id of the second thing it is about.</param>
public sealed record Refusal(RefusalKind Kind, string Subject, string? Other = null)
{
    /// <summary>The faults, when there are any.</summary>
    public IReadOnlyList<ProblemFinding> Faults { get; init; } = [];
}
