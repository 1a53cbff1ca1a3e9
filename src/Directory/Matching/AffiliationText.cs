using System.Net;
using System.Text.RegularExpressions;
using Entente.Foundation.Search;

namespace Entente.Directory.Matching;

/// <summary>A name or affiliation as written, cut into segments and the spans that may be an organisation's name.</summary>
internal sealed partial class AffiliationText
{
    private const int LongestText = 1000;
    private const int LongestSpan = 14;
    private const int LongestHanSpan = 24;
    private const int MostSpans = 1500;

    public AffiliationText(string written, string? country, string? city)
    {
        var cut = written.Length <= LongestText ? written : written[..LongestText];
        Text = WebUtility.HtmlDecode(WebUtility.HtmlDecode(cut));
        Countries = country is { Length: 2 } ? new HashSet<string>(StringComparer.Ordinal) { country.ToUpperInvariant() } : CountryNames.In(Text);
        Around = " " + FoldedText.Of(Text + " " + city) + " ";
        var segments = Borders().Split(Text).Select(NameKey.Words).Where(w => w.Count > 0).ToList();
        Whole = NameKey.Of(Text);
        Spans = [.. Within(segments).Concat(Across(segments)).Take(MostSpans)];
    }

    public string Text { get; }

    /// <summary>The key of the whole text.</summary>
    public string Whole { get; }

    /// <summary>Countries that a column or the text names.</summary>
    public IReadOnlySet<string> Countries { get; }

    /// <summary>The folded text with spaces around, to look a city up in.</summary>
    public string Around { get; }

    public IReadOnlyList<Span> Spans { get; }

    private static IEnumerable<Span> Within(List<List<string>> segments) => segments.SelectMany((words, i) =>
        from begin in Enumerable.Range(0, words.Count)
        from end in Enumerable.Range(begin + 1, Math.Min(words.Count - begin, NameKey.IsHan(words[begin]) ? LongestHanSpan : LongestSpan))
        select new Span(i, words, begin, end, IsJoint: false));

    /// <summary>A name with a comma in it fills two segments: University of California, Berkeley.</summary>
    private static IEnumerable<Span> Across(List<List<string>> segments) => segments.Zip(segments.Skip(1)).Select((pair, i) =>
        new Span(i, [.. pair.First, .. pair.Second], 0, pair.First.Count + pair.Second.Count, IsJoint: true)).Where(s => s.Words.Count <= LongestSpan);

    [GeneratedRegex(@"[,;\n|/()（），；、•]| - |\s{2,}", RegexOptions.None, 1000)]
    private static partial Regex Borders();
}

/// <summary>A run of words inside a segment.</summary>
/// <param name="Segment">Which segment.</param>
/// <param name="Words">All words of the segment.</param>
/// <param name="Begin">The first word of the span.</param>
/// <param name="End">The word behind its last.</param>
/// <param name="IsJoint">Whether it fills two segments.</param>
internal sealed record Span(int Segment, IReadOnlyList<string> Words, int Begin, int End, bool IsJoint)
{
    public int Count => End - Begin;

    public string? Before => Begin > 0 ? Words[Begin - 1] : null;

    public string? After => End < Words.Count ? Words[End] : null;

    public string? SecondAfter => End + 1 < Words.Count ? Words[End + 1] : null;

    /// <summary>The key a name would have; "Univ Leeds" at the beginning of a segment is the University of Leeds.</summary>
    public string Key { get; } = string.Join(' ', Words.Skip(Begin).Take(End - Begin)
        .Select((w, i) => i == 0 && Begin == 0 && w == "university" ? NameWords.UniversityOf : w));

    /// <summary>Whether it lies inside a longer one of the same segment.</summary>
    public bool IsInside(Span other) =>
        !IsJoint && !other.IsJoint && Segment == other.Segment && other.Begin <= Begin && other.End >= End && other.Count > Count;
}
