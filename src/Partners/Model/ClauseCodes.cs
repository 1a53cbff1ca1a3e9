using System.Text;

namespace Entente.Partners.Model;

/// <summary>
/// The codes of clauses: made once, of the first heading, and kept through every later version, so that a clause that moved or got another
/// heading is still the same clause.
/// </summary>
internal static class ClauseCodes
{
    private const int Longest = 40;

    /// <summary>The clauses, those without a code of their own with one. The same clauses get the same codes.</summary>
    public static IReadOnlyList<ClauseContent> Give(IReadOnlyList<ClauseContent> clauses)
    {
        var taken = clauses.Select(c => c.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        return [.. clauses.Select(c => c.Code is { } code && given.Add(code) ? c : c with { Code = New(c, taken) })];
    }

    private static string New(ClauseContent clause, HashSet<string> taken)
    {
        var plain = Plain(clause.Heading.Exactly("en"));
        if (plain.Length == 0) plain = "clause";
        var code = plain;
        for (var next = 2; !taken.Add(code); next++) code = FormattableString.Invariant($"{plain}-{next}");
        return code;
    }

    private static string Plain(string heading)
    {
        var plain = new StringBuilder();
        foreach (var letter in heading)
        {
            if (plain.Length >= Longest - 4) break;
            if (char.IsAsciiLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
            else if (plain.Length > 0 && plain[^1] != '-') plain.Append('-');
        }

        return plain.ToString().Trim('-');
    }
}
