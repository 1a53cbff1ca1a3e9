namespace Entente.Matching.Places;

/// <summary>
/// Whether an allocation is Pareto efficient, where that is decided in one pass. With whole students and no limits over several
/// places it is so exactly when nothing is wasted and no circle of students would rather have one another's places (the argument of
/// Abdulkadiroğlu and Sönmez 1998 for house allocation, with seats alike).
/// </summary>
internal static class Efficiency
{
    public static bool? Of(Indexed data, Placement placement, int[] got, bool hasWaste)
    {
        if (hasWaste) return false;
        var hasOneWeight = data.Students.Select(s => s.Weight).Distinct().Count() <= 1;
        if (hasOneWeight && HasCircle(data, got)) return false;
        var isSerial = placement is { IsRepaired: false, Mechanism: Mechanism.SerialDictatorship or Mechanism.Lottery };
        if (isSerial && SerialDictatorship.Run(data, placement.Mechanism == Mechanism.Lottery ? data.ByLot : data.ByRank).AsSpan().SequenceEqual(got)) return true;
        return hasOneWeight && data.Nests.All(n => n.Cap is null && n.Budget is null) ? true : null;
    }

    // Places as nodes; an arrow from what a student has to each place they would rather have. A circle of arrows is a trade.
    private static bool HasCircle(Indexed data, int[] got)
    {
        var arrows = data.Places.Select(_ => new HashSet<int>()).ToArray();
        var into = new int[data.Places.Length];
        for (var student = 0; student < got.Length; student++)
        {
            if (got[student] < 0) continue;
            var choices = data.Choices[student];
            for (var at = 0; choices[at] != got[student]; at++)
                if (data.BarrierAt(student, at) is null && arrows[got[student]].Add(choices[at])) into[choices[at]]++;
        }

        var free = new Queue<int>(Enumerable.Range(0, into.Length).Where(p => into[p] == 0));
        var left = into.Length;
        while (free.TryDequeue(out var place))
        {
            left--;
            foreach (var next in arrows[place])
                if (--into[next] == 0) free.Enqueue(next);
        }

        return left > 0;
    }
}
