using System.Text.RegularExpressions;
using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Foundation.Texts;

namespace Entente.Figures.PageTexts;

/// <summary>A number typed next to what a figure counts: it will be wrong one day.</summary>
/// <param name="Excerpt">The words as written.</param>
/// <param name="Figures">The figures that count such things.</param>
internal sealed record BareCount(string Excerpt, IReadOnlyList<FigureDefinition> Figures);

/// <summary>Finds numbers typed by hand, as digits or words, next to a noun that figures count.</summary>
internal sealed class BareCounts(FigureCatalog catalog, TextCatalog texts)
{
    private const string EnglishNumber =
        @"(?:\d[\d,]*|(?:a\s+)?(?:dozens?|hundreds?|thousands?)|(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|and))*))";

    private const string Measures = "个名位所份项家次人场门本种届批篇";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>The bare counts of a text, in order; placeholders are no numbers.</summary>
    public IReadOnlyList<BareCount> In(string markdown, Language language)
    {
        var text = Placeholder.Blank(markdown);
        return [.. Nouns(language)
            .SelectMany(noun => Regex.Matches(text, PatternOf(noun.Key, language), Options, Limit).Select(m => (m.Index, m.Length, Found: new BareCount(m.Value.Trim(), [.. noun]))))
            .OrderBy(f => f.Index).ThenByDescending(f => f.Length)
            .Aggregate(new List<(int Index, int Length, BareCount Found)>(), WithoutNested)
            .Select(f => f.Found)];
    }

    private static List<(int Index, int Length, BareCount Found)> WithoutNested(
        List<(int Index, int Length, BareCount Found)> found, (int Index, int Length, BareCount Found) next)
    {
        if (found.Count == 0 || next.Index >= found[^1].Index + found[^1].Length) found.Add(next);
        return found;
    }

    private IEnumerable<IGrouping<string, FigureDefinition>> Nouns(Language language) => catalog.All
        .SelectMany(figure => new[] { "one", "other" }.Select(form => (Noun: Noun(texts.In(language, $"figure.{figure.Id}.unit.{form}"), language), figure)))
        .Where(n => n.Noun.Length > 0 && !n.Noun.StartsWith("figure.", StringComparison.Ordinal))
        .Distinct()
        .GroupBy(n => n.Noun, n => n.figure, StringComparer.OrdinalIgnoreCase);

    private static string Noun(string unit, Language language)
    {
        var noun = unit.Replace("{0}", "", StringComparison.Ordinal).Trim();
        return language == Language.Chinese && noun.Length > 1 && Measures.Contains(noun[0], StringComparison.Ordinal) ? noun[1..] : noun;
    }

    // A year is no count: "in 2018 agreements were renewed". Between number and noun up to three words may stand: 50 long-term cooperation experts.
    private static string PatternOf(string noun, Language language) => language == Language.Chinese
        ? $@"(?<![第\d年])(?:[0-9][0-9,]*|(?!一[{Measures}])[零一二两三四五六七八九十百千万]+)\s*[余多几]?\s*(?:[{Measures}]\p{{IsCJKUnifiedIdeographs}}{{0,8}}?)?{Regex.Escape(noun)}"
        : $@"(?<![\w.,-])(?<!\b(?:in|since|by|from|until|during|of|before|after)\s(?=(?:19|20)\d\d\b)){EnglishNumber}(?:\s+(?:of\s+)?[a-z][\w-]*){{0,3}}?\s+{Regex.Escape(noun)}\b";
}
