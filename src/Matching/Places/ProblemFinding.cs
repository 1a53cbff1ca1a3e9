namespace Entente.Matching.Places;

/// <summary>Whether a finding stops the run.</summary>
public enum Gravity
{
    /// <summary>Worth knowing; the run goes on.</summary>
    Note,

    /// <summary>Nothing can be run.</summary>
    Fault,
}

/// <summary>What can be wrong or remarkable in a problem.</summary>
public enum FindingKind
{
    /// <summary>An id is empty.</summary>
    EmptyId,

    /// <summary>A student's id occurs twice.</summary>
    StudentTwice,

    /// <summary>A place's id occurs twice.</summary>
    PlaceTwice,

    /// <summary>A nest's id occurs twice.</summary>
    NestTwice,

    /// <summary>A rank is below 1.</summary>
    RankBelowOne,

    /// <summary>A weight is not above 0.</summary>
    WeightNotPositive,

    /// <summary>A student names a place that is not there.</summary>
    UnknownChoice,

    /// <summary>A student names a place twice.</summary>
    ChoiceTwice,

    /// <summary>A student names a place that is closed. A note: the place is passed over.</summary>
    ClosedChoice,

    /// <summary>A capacity, cap, budget or cost is below 0.</summary>
    NegativeNumber,

    /// <summary>A level of a language lies outside 0 to 6.</summary>
    LanguageLevelOutside,

    /// <summary>An order of priority names a student who is not there.</summary>
    UnknownInPriority,

    /// <summary>An order of priority names a student twice.</summary>
    TwiceInPriority,

    /// <summary>A nest names a place that is not there.</summary>
    UnknownInNest,

    /// <summary>A nest names a place twice.</summary>
    TwiceInNest,

    /// <summary>An excluded pair names a student or place that is not there.</summary>
    UnknownInBar,

    /// <summary>Two nests overlap and neither lies in the other. A note: deferred acceptance refuses.</summary>
    NestsOverlap,

    /// <summary>A nest's cap is larger than that of a nest around it. A note: it can never be reached.</summary>
    CapAboveOuter,

    /// <summary>A nest's cap is not less than all its places hold together. A note: it limits nothing.</summary>
    CapLimitsNothing,

    /// <summary>Students share a rank. A note: the lottery number breaks the tie.</summary>
    Ties,

    /// <summary>A student names no place. A note.</summary>
    NoChoices,

    /// <summary>There is more than may be computed with (<see cref="ProblemCheck"/>).</summary>
    TooLarge,
}

/// <summary>Something wrong or remarkable in a problem, without words: pages put them in their languages.</summary>
/// <param name="Kind">What.</param>
/// <param name="Subject">Id of the student, place or nest it is about; "" when it is about all.</param>
/// <param name="Other">Id of the second thing it is about.</param>
/// <param name="Number">The number it is about.</param>
public sealed record ProblemFinding(FindingKind Kind, string Subject, string? Other = null, long? Number = null)
{
    /// <summary>Whether it stops the run.</summary>
    public Gravity Gravity => Kind is FindingKind.ClosedChoice or FindingKind.NestsOverlap or FindingKind.CapAboveOuter
        or FindingKind.CapLimitsNothing or FindingKind.Ties or FindingKind.NoChoices ? Gravity.Note : Gravity.Fault;
}
