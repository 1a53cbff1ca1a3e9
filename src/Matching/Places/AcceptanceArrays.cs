namespace Entente.Matching.Places;

/// <summary>
/// A problem of deferred acceptance in plain arrays, for a million students. Students are numbered from 0; their choices lie one
/// after the other, the dearest first. Nodes are the places, numbered from 0, and after them the nests.
/// </summary>
/// <param name="Start">Where each student's choices begin; one more entry than students, the last the number of choices in all.</param>
/// <param name="Choice">The place of each choice.</param>
/// <param name="Key">The student's priority at that place, 0 or more, the lowest first; the same for all of a student's choices within one tree of nests, and no two students alike there.</param>
/// <param name="Parent">The nest around each node, -1 for none.</param>
/// <param name="Limit">Most students in each node.</param>
public sealed record AcceptanceArrays(int[] Start, int[] Choice, int[] Key, int[] Parent, int[] Limit)
{
    /// <summary>How many students there are.</summary>
    public int Students => Start.Length - 1;
}
