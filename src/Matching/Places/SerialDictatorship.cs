namespace Entente.Matching.Places;

/// <summary>
/// In an order, each student takes the dearest place that still fits (Svensson 1999, "Strategy-proof allocation of indivisible
/// goods"). With limits that only grow tighter as more is given, it stays Pareto efficient and nobody gains by misreporting.
/// </summary>
internal static class SerialDictatorship
{
    /// <summary>Each student's place or -1.</summary>
    /// <param name="data">The problem.</param>
    /// <param name="positions">Each student's position in the order.</param>
    public static int[] Run(Indexed data, int[] positions)
    {
        var placeOf = new int[data.Students.Length];
        Array.Fill(placeOf, -1);
        var ledger = new Ledger(data);
        foreach (var student in Enumerable.Range(0, positions.Length).OrderBy(i => positions[i]))
        {
            var choices = data.Choices[student];
            for (var at = 0; at < choices.Length; at++)
            {
                if (data.BarrierAt(student, at) is not null || !ledger.Fits(student, choices[at])) continue;
                ledger.Add(student, choices[at]);
                placeOf[student] = choices[at];
                break;
            }
        }

        return placeOf;
    }
}
