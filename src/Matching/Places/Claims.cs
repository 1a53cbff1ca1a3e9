namespace Entente.Matching.Places;

/// <summary>What can be said for an outcome.</summary>
public enum Property
{
    /// <summary>No capacity, cap or budget is exceeded, and nobody has a place they may not take.</summary>
    LimitsKept,

    /// <summary>No student would rather have a place that has room for them.</summary>
    NothingWasted,

    /// <summary>No student would rather have a place that one of worse priority there holds.</summary>
    NoJustifiedEnvy,

    /// <summary>No student and place would rather be together, over the nests too: the outcome is stable.</summary>
    NoBlockingPair,

    /// <summary>No other allocation is better for some and worse for nobody.</summary>
    ParetoEfficient,

    /// <summary>No student can get a dearer place by naming other choices than their true ones.</summary>
    NoGainByMisreporting,

    /// <summary>Nobody of better rank is without a place while one of worse rank got a place they listed and may take.</summary>
    NobodyPassedOver,

    /// <summary>Of all stable outcomes every student likes this best.</summary>
    BestStableForStudents,

    /// <summary>No allocation in which nobody is passed over places more students.</summary>
    MostPlaced,

    /// <summary>Of those that place as many, none has a lower sum of positions.</summary>
    LeastPositions,

    /// <summary>Before the draw all had the same chance of every turn.</summary>
    EqualChances,
}

/// <summary>Whether a mechanism guarantees a property for the input at hand, and what was counted.</summary>
/// <param name="Property">The property.</param>
/// <param name="IsGuaranteed">Whether a theorem gives it for this input; without one it may hold all the same.</param>
/// <param name="Violations">How often it is violated in this outcome; null where that is not counted.</param>
public sealed record Claim(Property Property, bool IsGuaranteed, long? Violations = null)
{
    /// <summary>Guaranteed, or counted and never violated.</summary>
    public bool Holds => IsGuaranteed || Violations == 0;
}

/// <summary>What theorems say for a mechanism and an input.</summary>
internal static class Guarantees
{
    /// <summary>The properties guaranteed. The proofs stand in docs/matching.md.</summary>
    public static HashSet<Property> Of(Indexed data, Placement placement)
    {
        if (placement.Refusal is not null || placement.IsRepaired) return [];
        var isByRank = data.Places.All(p => p.Priority is null) && data.Nests.All(n => n.Priority is null);
        var hasOneWeight = data.Students.Select(s => s.Weight).Distinct().Count() <= 1;
        return placement.Mechanism switch
        {
            Mechanism.SerialDictatorship =>
            [
                Property.LimitsKept, Property.NothingWasted, Property.ParetoEfficient, Property.NoGainByMisreporting,
                .. isByRank ? [Property.NoJustifiedEnvy, Property.NoBlockingPair] : Array.Empty<Property>(),
                .. hasOneWeight ? [Property.NobodyPassedOver] : Array.Empty<Property>(),
            ],
            Mechanism.Lottery => [Property.LimitsKept, Property.NothingWasted, Property.ParetoEfficient, Property.NoGainByMisreporting, Property.EqualChances],
            Mechanism.DeferredAcceptance =>
            [
                Property.LimitsKept, Property.NothingWasted, Property.NoJustifiedEnvy, Property.NoBlockingPair, Property.NoGainByMisreporting, Property.BestStableForStudents,
                .. isByRank ? [Property.ParetoEfficient, Property.NobodyPassedOver] : Array.Empty<Property>(),
            ],
            _ => placement.Optimum is { IsProven: true }
                ? [Property.LimitsKept, Property.NobodyPassedOver, Property.MostPlaced, Property.LeastPositions]
                : [Property.LimitsKept, Property.NobodyPassedOver],
        };
    }
}
