using System.Text.RegularExpressions;

namespace Entente.Figures.PageTexts;

/// <summary>
/// A place in the text where a figure stands: <c>{fig:ID}</c>, with its noun <c>{fig:ID|unit}</c>, the names of its records <c>{fig:ID|list}</c>, its least and
/// greatest value over the last years <c>{fig:ID|range}</c>, or its share of another in per cent <c>{fig:ID|share:OTHER}</c>.
/// </summary>
/// <param name="Figure">The figure's id.</param>
/// <param name="Form">How it is shown.</param>
/// <param name="Whole">The figure it is a share of; none elsewhere.</param>
internal readonly partial record struct Placeholder(string Figure, PlaceholderForm Form, string? Whole = null)
{
    /// <summary>The placeholders of a text, in order.</summary>
    public static IEnumerable<Placeholder> In(string text) => Pattern.Matches(text).Select(Of);

    /// <summary>The placeholder that begins exactly at a position; none where there is none.</summary>
    public static (Placeholder Placeholder, int Length)? At(string text, int position)
    {
        var match = Pattern.Match(text, position);
        return match.Success && match.Index == position ? (Of(match), match.Length) : null;
    }

    /// <summary>The text without its placeholders, each replaced by one character that is no part of a word or number.</summary>
    public static string Blank(string text) => Pattern.Replace(text, m => new string('￼', m.Length));

    private static Placeholder Of(Match match) => new(match.Groups["id"].Value, match.Groups["form"].Value switch
    {
        "list" => PlaceholderForm.List,
        "unit" => PlaceholderForm.Unit,
        "range" => PlaceholderForm.Range,
        _ => match.Groups["whole"].Success ? PlaceholderForm.Share : PlaceholderForm.Number,
    }, match.Groups["whole"] is { Success: true } whole ? whole.Value : null);

    [GeneratedRegex(@"\{fig:(?<id>[a-z0-9]+(?:[.-][a-z0-9]+)*)(?:\|(?:(?<form>list|unit|range)|share:(?<whole>[a-z0-9]+(?:[.-][a-z0-9]+)*)))?\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern { get; }
}

/// <summary>How a figure stands in the text.</summary>
internal enum PlaceholderForm
{
    Number,
    Unit,
    List,
    Range,
    Share,
}
