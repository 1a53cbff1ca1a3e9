namespace Entente.Matching.Places;

/// <summary>Who comes before whom at a place, by the mechanism: the rank, the lot, or the priority that rules the place.</summary>
internal sealed class TurnOrder(Indexed data, Mechanism mechanism)
{
    /// <summary>The student's turn at the place, the lowest first.</summary>
    public int At(int place, int student) => mechanism switch
    {
        Mechanism.Lottery => data.ByLot[student],
        Mechanism.DeferredAcceptance => data.OrderAt(place)[student],
        _ => data.ByRank[student],
    };

    /// <summary>The same, alike for those among whom the mechanism decides nothing: the exact optimum leaves ties of rank as they are.</summary>
    public int TiedAt(int place, int student) => mechanism == Mechanism.ExactOptimum ? data.Students[student].Rank : At(place, student);
}
