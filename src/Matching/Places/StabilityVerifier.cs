namespace Entente.Matching.Places;

/// <summary>What the verifier found.</summary>
/// <param name="IsWithinLimits">Whether every node holds at most its limit, and nobody has a choice that is not theirs.</param>
/// <param name="BlockingPairs">Student and choice pairs that would rather be together; 0 is stable.</param>
/// <param name="FirstStudent">A student of such a pair; -1 for none.</param>
/// <param name="FirstChoice">The choice of it, an index into <see cref="AcceptanceArrays.Choice"/>; -1 for none.</param>
public sealed record StabilityReport(bool IsWithinLimits, long BlockingPairs, int FirstStudent, int FirstChoice)
{
    /// <summary>Within the limits and without a blocking pair.</summary>
    public bool IsStable => IsWithinLimits && BlockingPairs == 0;
}

/// <summary>
/// Looks for blocking pairs by their definition, knowing nothing of how the result came about: a student and a choice dearer than
/// what they got, which has room, or room once one student of worse priority leaves. What may have to be left is a student in the
/// innermost full node around the place, for every other full node around it holds that one too.
/// </summary>
public static class StabilityVerifier
{
    /// <summary>Verifies an outcome of any mechanism; null where deferred acceptance would refuse the problem and stability is not defined here.</summary>
    public static StabilityReport? Verify(PlaceProblem problem, Placement placement)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(placement);
        var data = new Indexed(problem, placement.Seed);
        if (DeferredAcceptance.Arrays(data).Arrays is not { } arrays) return null;
        var got = data.Taken(placement);
        return Verify(arrays, [.. got.Select((place, student) => place < 0 ? -1 : Math.Max(-1, Array.IndexOf(arrays.Choice, place, arrays.Start[student], arrays.Start[student + 1] - arrays.Start[student])))]);
    }

    /// <summary>Verifies a result of deferred acceptance, or any other.</summary>
    /// <param name="arrays">The problem.</param>
    /// <param name="held">For each student the choice that is kept, -1 for none.</param>
    public static StabilityReport Verify(AcceptanceArrays arrays, int[] held)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        ArgumentNullException.ThrowIfNull(held);
        var count = new int[arrays.Limit.Length];
        var worst = new int[arrays.Limit.Length];
        Array.Fill(worst, -1);
        for (var student = 0; student < held.Length; student++)
        {
            if (held[student] < 0) continue;
            if (held[student] < arrays.Start[student] || held[student] >= arrays.Start[student + 1]) return new(IsWithinLimits: false, 0, student, held[student]);
            var key = arrays.Key[held[student]];
            for (var node = arrays.Choice[held[student]]; node >= 0; node = arrays.Parent[node])
            {
                count[node]++;
                if (key > worst[node]) worst[node] = key;
            }
        }

        for (var node = 0; node < count.Length; node++)
            if (count[node] > arrays.Limit[node]) return new(IsWithinLimits: false, 0, -1, -1);
        return Blocking(arrays, held, count, worst);
    }

    private static StabilityReport Blocking(AcceptanceArrays arrays, int[] held, int[] count, int[] worst)
    {
        var (pairs, firstStudent, firstChoice) = (0L, -1, -1);
        var (choice, keys, limit, parent) = (arrays.Choice, arrays.Key, arrays.Limit, arrays.Parent);
        for (var student = 0; student < held.Length; student++)
        {
            var end = held[student] < 0 ? arrays.Start[student + 1] : held[student];
            for (var edge = arrays.Start[student]; edge < end; edge++)
            {
                var node = choice[edge];
                while (node >= 0 && (count[node] < limit[node] || Holds(arrays, node, held[student]))) node = parent[node];
                if (node >= 0 && worst[node] < keys[edge]) continue;
                pairs++;
                if (firstStudent < 0) (firstStudent, firstChoice) = (student, edge);
            }
        }

        return new(IsWithinLimits: true, pairs, firstStudent, firstChoice);
    }

    // A student who would move within a nest makes their own room in it.
    private static bool Holds(AcceptanceArrays arrays, int node, int held)
    {
        if (held < 0) return false;
        for (var at = arrays.Choice[held]; at >= 0; at = arrays.Parent[at])
            if (at == node) return true;
        return false;
    }
}
