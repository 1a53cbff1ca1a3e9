namespace Entente.Foundation.Tables;

/// <summary>How much a header is like a synonym of a field.</summary>
internal static class HeaderLikeness
{
    /// <summary>From 0 to 1; 1 only for headers that differ in nothing but case, space and width.</summary>
    public static double Of(string header, string synonym)
    {
        if (string.Equals(HeaderText.Key(header), HeaderText.Key(synonym), StringComparison.Ordinal))
        {
            return 1;
        }

        var (left, right) = (HeaderText.Meaning(header), HeaderText.Meaning(synonym));
        if (left.Length == 0 || right.Length == 0)
        {
            return 0;
        }

        return string.Equals(left, right, StringComparison.Ordinal) ? 0.95
            : Math.Max(0.9 * Pairs(left, right), 0.85 * Shared(HeaderText.Words(header), HeaderText.Words(synonym)));
    }

    /// <summary>Words in common, as a share of all words (Jaccard 1901).</summary>
    private static double Shared(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var common = left.Intersect(right, StringComparer.Ordinal).Count();
        return common / (double)left.Union(right, StringComparer.Ordinal).Count();
    }

    /// <summary>Neighbouring letters in common (Dice 1945), which forgives endings and slips and suits Chinese, which has no spaces.</summary>
    private static double Pairs(string left, string right)
    {
        if (left.Length < 2 || right.Length < 2)
        {
            return 0;
        }

        var counts = new Dictionary<(char, char), int>();
        for (var at = 0; at + 1 < left.Length; at++)
        {
            var pair = (left[at], left[at + 1]);
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        }

        var common = 0;
        for (var at = 0; at + 1 < right.Length; at++)
        {
            var pair = (right[at], right[at + 1]);
            if (counts.GetValueOrDefault(pair) > 0)
            {
                counts[pair]--;
                common++;
            }
        }

        return 2.0 * common / (left.Length + right.Length - 2);
    }
}
