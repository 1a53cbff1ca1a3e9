namespace Entente.Matching.Places;

/// <summary>
/// Student-proposing deferred acceptance (Gale and Shapley 1962, "College admissions and the stability of marriage") in plain arrays.
/// One student asks at a time (McVitie and Wilson 1971), which gives the same result as all at once. With nests, what has to
/// give way is the worst student of the innermost full node around the place: the greedy choice of a laminar matroid.
/// </summary>
public static class DeferredAcceptance
{
    /// <summary>For each student the choice that is kept, an index into <see cref="AcceptanceArrays.Choice"/>; -1 for none.</summary>
    public static int[] Run(AcceptanceArrays arrays)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        return new Proposals(arrays).Run();
    }

    /// <summary>The problem's arrays, or why deferred acceptance refuses it.</summary>
    internal static (AcceptanceArrays? Arrays, Refusal? Refusal) Arrays(Indexed data)
    {
        var (forest, refusal) = NestForest.Of(data);
        if (forest is null) return (null, refusal);
        var (start, choice, key) = (new int[data.Students.Length + 1], new List<int>(), new List<int>());
        for (var student = 0; student < data.Students.Length; student++)
        {
            for (var at = 0; at < data.Choices[student].Length; at++)
            {
                if (data.BarrierAt(student, at) is not null) continue;
                choice.Add(data.Choices[student][at]);
                key.Add(forest.Order[data.Choices[student][at]][student]);
            }

            start[student + 1] = choice.Count;
        }

        return (new(start, [.. choice], [.. key], forest.Limits.Parent, forest.Limits.Most), null);
    }
}
