namespace Entente.Matching.Places;

/// <summary>A student who would rather have a place that has room for them.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Place">The place's id.</param>
public sealed record Wasted(string Student, string Place);

/// <summary>A student who would rather have a place, and somebody of worse priority whose leaving would make the room.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Place">The place the student would rather have.</param>
/// <param name="Holder">The one of worst priority whose leaving makes room; null when there is room already.</param>
/// <param name="HolderPlace">What the holder has: the same place, or another in the same nest.</param>
public sealed record RatherTogether(string Student, string Place, string? Holder, string? HolderPlace);

/// <summary>How much is given of a place or nest.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Given">Thousandths given.</param>
/// <param name="Limit">Thousandths there are; null for no limit.</param>
/// <param name="Spent">What those placed cost, in minor units.</param>
/// <param name="Budget">What they may cost; null for no limit.</param>
public sealed record Use(string Id, long Given, long? Limit, long Spent, long? Budget);

/// <summary>What an outcome is worth, counted without regard to how it came about.</summary>
/// <param name="Placed">Students with a place.</param>
/// <param name="Unplaced">Students without one, though they asked.</param>
/// <param name="Positions">How many got their first, second, … choice.</param>
public sealed record Judgement(int Placed, int Unplaced, IReadOnlyList<int> Positions)
{
    /// <summary>Most pairs of a kind that are listed; all are counted.</summary>
    public const int MostListed = 1000;

    /// <summary>Sum of the positions, from 1.</summary>
    public long PositionSum => Positions.Select((count, at) => (long)count * (at + 1)).Sum();

    /// <summary>Pairs of a student and a place with room they would rather have: how many, and the first of them.</summary>
    public long WasteCount { get; init; }

    /// <inheritdoc cref="WasteCount"/>
    public IReadOnlyList<Wasted> Waste { get; init; } = [];

    /// <summary>Pairs of a student and a place that one of worse priority holds: how many, and the first of them.</summary>
    public long EnvyCount { get; init; }

    /// <inheritdoc cref="EnvyCount"/>
    public IReadOnlyList<RatherTogether> Envy { get; init; } = [];

    /// <summary>All pairs that would rather be together (waste, envy, and one of worse priority elsewhere in a nest).</summary>
    public long BlockingCount { get; init; }

    /// <inheritdoc cref="BlockingCount"/>
    public IReadOnlyList<RatherTogether> Blocking { get; init; } = [];

    /// <summary>Pairs of a student without a place and a place they listed, may take, and one of worse rank got.</summary>
    public long PassedOverCount { get; init; }

    /// <summary>Whether every limit is kept and nobody has what they may not take.</summary>
    public bool IsWithinLimits { get; init; }

    /// <summary>Whether no allocation is better for some and worse for nobody; null where that is not decided cheaply.</summary>
    public bool? IsParetoEfficient { get; init; }

    /// <summary>What is given of every place, by id.</summary>
    public IReadOnlyList<Use> Places { get; init; } = [];

    /// <summary>What is given of every nest, by id.</summary>
    public IReadOnlyList<Use> Nests { get; init; } = [];

    /// <summary>What the mechanism guarantees for this input, and what was counted.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>Judges an outcome that was not refused.</summary>
    public static Judgement Of(PlaceProblem problem, Placement placement)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(placement);
        var data = new Indexed(problem, placement.Seed);
        return new Judging(data, placement).Judge();
    }
}
