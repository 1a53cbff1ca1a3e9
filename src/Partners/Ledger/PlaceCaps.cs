namespace Entente.Partners.Ledger;

/// <summary>A line of places as far as its cap goes.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Within">The line that contains it.</param>
/// <param name="PerYear">Whole places in an academic year.</param>
internal sealed record CapLine(string Code, string? Within, int PerYear);

/// <summary>Places used on a line, in hundredths.</summary>
internal sealed record UsedOnLine(string? Code, int Hundredths);

/// <summary>Nested caps: what is used on a line is used on every line that contains it too, and none may be exceeded.</summary>
internal static class PlaceCaps
{
    /// <summary>The line and those that contain it, innermost first. A ring of lines is walked once.</summary>
    public static IReadOnlyList<CapLine> Chain(IReadOnlyCollection<CapLine> lines, string code)
    {
        var chain = new List<CapLine>();
        for (var next = lines.FirstOrDefault(l => l.Code == code); next is not null && !chain.Contains(next); next = lines.FirstOrDefault(l => l.Code == next.Within))
            chain.Add(next);
        return chain;
    }

    /// <summary>What is used on a line: on itself and on every line within it, in hundredths.</summary>
    public static int Used(IReadOnlyCollection<CapLine> lines, CapLine line, IEnumerable<UsedOnLine> used) =>
        used.Where(u => u.Code is not null && Chain(lines, u.Code).Contains(line)).Sum(u => u.Hundredths);

    /// <summary>The innermost line that would be exceeded, with what is left on it in hundredths; none: it fits.</summary>
    public static (CapLine Line, int Left)? Exceeded(IReadOnlyCollection<CapLine> lines, string code, int hundredths, IReadOnlyCollection<UsedOnLine> used)
    {
        foreach (var line in Chain(lines, code))
        {
            var left = line.PerYear * 100 - Used(lines, line, used);
            if (hundredths > left) return (line, left);
        }

        return null;
    }
}
