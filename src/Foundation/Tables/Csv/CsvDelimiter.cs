namespace Entente.Foundation.Tables.Csv;

/// <summary>Finds the separator of a text file: the one that cuts its first rows into the same number of cells most often.</summary>
internal static class CsvDelimiter
{
    private const int RowsLookedAt = 50;

    private static readonly char[] Candidates = [',', ';', '\t'];

    /// <summary>The separator; a comma when there is only one column.</summary>
    /// <param name="beginning">The first characters of the file, without a byte order mark.</param>
    public static char Of(string beginning)
    {
        var best = (Delimiter: ',', Agreeing: 0.0, Cells: 1);
        foreach (var candidate in Candidates)
        {
            var counts = Counts(beginning, candidate);
            if (counts.Count == 0 || counts[0] < 2)
            {
                continue;
            }

            var agreeing = counts.Count(count => count == counts[0]) / (double)counts.Count;
            if (agreeing > best.Agreeing || (agreeing >= best.Agreeing && counts[0] > best.Cells))
            {
                best = (candidate, agreeing, counts[0]);
            }
        }

        return best.Delimiter;
    }

    /// <summary>The separator that a first line such as "sep=;" names, as Excel writes and reads it; null without one.</summary>
    public static char? Named(string beginning) =>
        beginning.Length > 4 && char.IsAscii(beginning[4]) && beginning.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
        && (beginning.Length == 5 || beginning[5] is '\r' or '\n')
            ? beginning[4]
            : null;

    private static List<int> Counts(string text, char delimiter)
    {
        var counts = new List<int>();
        var (cells, quoted, filled) = (1, false, false);
        foreach (var character in text)
        {
            quoted ^= character == '"';
            if (quoted || character is not ('\n' or '\r'))
            {
                cells += !quoted && character == delimiter ? 1 : 0;
                filled = true;
                continue;
            }

            if (filled)
            {
                counts.Add(cells);
            }

            (cells, filled) = (1, false);
            if (counts.Count == RowsLookedAt)
            {
                return counts;
            }
        }

        // The last row may have been cut off with the text; it counts only when there is no other.
        if (filled && counts.Count == 0)
        {
            counts.Add(cells);
        }

        return counts;
    }
}
