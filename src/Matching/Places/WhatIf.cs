namespace Entente.Matching.Places;

/// <summary>Runs a mechanism again on a problem with one thing changed.</summary>
public static class WhatIf
{
    /// <summary>What more of a place would change.</summary>
    /// <param name="problem">The problem as it is.</param>
    /// <param name="before">Its outcome.</param>
    /// <param name="place">Id of the place.</param>
    /// <param name="more">How much more there would be, in thousandths; below 0 for less.</param>
    /// <param name="withNests">Whether the caps of the nests around it grow with it.</param>
    /// <exception cref="ArgumentException">There is no such place.</exception>
    public static Difference More(PlaceProblem problem, Placement before, string place, int more = PlaceProblem.One, bool withNests = false)
    {
        ArgumentNullException.ThrowIfNull(before);
        var after = Places.Run(With(problem, place, more, withNests), before.Mechanism, before.Seed, before.Steps == 0 ? Places.DefaultSteps : before.Steps);
        return Difference.Between(before, after);
    }

    /// <summary>The problem with more of a place.</summary>
    /// <exception cref="ArgumentException">There is no such place.</exception>
    public static PlaceProblem With(PlaceProblem problem, string place, int more, bool withNests)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (!problem.Places.Any(p => p.Id == place)) throw new ArgumentException($"There is no place '{place}'.", nameof(place));
        return problem with
        {
            Places = [.. problem.Places.Select(p => p.Id == place ? p with { Capacity = Math.Max(0, p.Capacity + more) } : p)],
            Nests = [.. problem.Nests.Select(n => withNests && n.Cap is { } cap && n.Places.Contains(place, StringComparer.Ordinal) ? n with { Cap = Math.Max(0, cap + more) } : n)],
        };
    }
}
