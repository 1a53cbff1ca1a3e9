namespace Entente.Directory.Matching;

/// <summary>How alike two keys are: twice the letter pairs they share over the pairs both have (Dice's coefficient), 0 to 1.</summary>
internal static class Likeness
{
    public static double Of(string one, string other)
    {
        var (pairs, others) = (Pairs(one), Pairs(other));
        var shared = pairs.Sum(p => Math.Min(p.Value, others.GetValueOrDefault(p.Key)));
        var all = pairs.Values.Sum() + others.Values.Sum();
        return all == 0 ? 0 : 2d * shared / all;
    }

    private static Dictionary<string, int> Pairs(string key)
    {
        var padded = " " + key + " ";
        var pairs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < padded.Length; i++)
        {
            var pair = padded.Substring(i, 2);
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        return pairs;
    }
}
