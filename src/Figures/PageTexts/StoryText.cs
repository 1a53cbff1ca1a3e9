using Entente.Contracts.Figures;
using Entente.Figures.Counting;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Ui.Figures;

namespace Entente.Figures.PageTexts;

/// <summary>The page's text as it can be said now.</summary>
/// <param name="Title">The first heading; empty where the text has none.</param>
/// <param name="Lead">The HTML of what stands before the first section.</param>
/// <param name="Sections">The HTML of each section, its heading included.</param>
/// <param name="LeftOut">The sentences that cannot be said.</param>
/// <param name="Unknown">Ids that no room defines yet.</param>
/// <param name="Figures">The figures named, in order.</param>
internal sealed record StoryText(
    string Title, string Lead, IReadOnlyList<string> Sections, IReadOnlyList<string> LeftOut, IReadOnlyList<string> Unknown, IReadOnlyList<string> Figures)
{
    public static StoryText Empty { get; } = new("", "", [], [], [], []);
}

/// <summary>Fills a text with its figures.</summary>
internal sealed class StoryWriter(AppDbContext db, IFigureValues values, TextCatalog texts, Foundation.Time.SchoolClock clock)
{
    private const int NamesListed = 7;
    private const int YearsOfRange = 5;

    /// <summary>The text in the language of the request, as the public reads it.</summary>
    public async Task<StoryText> WriteAsync(string markdown, CancellationToken cancellation)
    {
        var named = Placeholder.In(markdown).Distinct().ToList();
        var figures = named.SelectMany(p => p.Whole is { } whole ? new[] { p.Figure, whole } : [p.Figure]).Distinct(StringComparer.Ordinal).ToList();
        var known = await values.OfAsync(figures, null, Viewer.Public, cancellation);
        var lists = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in named.Where(p => p.Form == PlaceholderForm.List && Says(known, p.Figure)).Select(p => p.Figure))
            lists[id] = await NamesAsync(values.Definitions[id], cancellation);

        var ranges = await RangesAsync([.. named.Where(p => p.Form == PlaceholderForm.Range && known.ContainsKey(p.Figure)).Select(p => p.Figure)], cancellation);
        bool CanSay(Placeholder p) => p.Form switch
        {
            PlaceholderForm.Range => ranges.ContainsKey(p.Figure),
            PlaceholderForm.Share => Says(known, p.Figure) && Says(known, p.Whole!),
            PlaceholderForm.List => Says(known, p.Figure) && lists[p.Figure].Length > 0,
            _ => Says(known, p.Figure),
        };
        string Html(Placeholder p) => p.Form switch
        {
            PlaceholderForm.List => lists[p.Figure],
            PlaceholderForm.Range => LivingFigureLink.Html(p.Figure, ranges[p.Figure], Language.Current.Segment),
            PlaceholderForm.Share => LivingFigureLink.Html(p.Figure, FigureWords.Number(known[p.Figure].Value!.Value * 100 / known[p.Whole!].Value!.Value), Language.Current.Segment),
            PlaceholderForm.Unit => Figure(p.Figure, known) + (Language.Current == Language.Chinese ? "" : " ") + Escaped(texts.UnitOf(values.Definitions[p.Figure], known[p.Figure].Value)),
            _ => Figure(p.Figure, known),
        };
        var (text, leftOut) = TrueText.Of(markdown, CanSay);
        var parts = TextParts.Of(text);
        return new(
            parts.Title,
            FigureMarkdown.Html(parts.Lead, Html),
            [.. parts.Sections.Select(s => FigureMarkdown.Html(s, Html))],
            leftOut,
            [.. figures.Where(f => !known.ContainsKey(f))],
            [.. figures.Where(f => Says(known, f))]);
    }

    /// <summary>Those figures of a list that there is something to say about.</summary>
    public async Task<IReadOnlyList<string>> ExistingAsync(IReadOnlyList<string> figures, CancellationToken cancellation)
    {
        var known = await values.OfAsync(figures, null, Viewer.Public, cancellation);
        return [.. figures.Distinct(StringComparer.Ordinal).Where(f => Says(known, f))];
    }

    // A page tells what there is: of nothing it does not speak.
    private static bool Says(IReadOnlyDictionary<string, FigureValue> known, string figure) =>
        known.TryGetValue(figure, out var value) && value.Value is > 0;

    private static string Figure(string id, IReadOnlyDictionary<string, FigureValue> known) =>
        LivingFigureLink.Html(id, FigureWords.Number(known[id].Value!.Value), Language.Current.Segment);

    /// <summary>The least and the greatest value over the last full years; where the figure was not counted in two of them at least, it has none.</summary>
    private async Task<IReadOnlyDictionary<string, string>> RangesAsync(IReadOnlyList<string> figures, CancellationToken cancellation)
    {
        var ranges = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in figures)
        {
            var found = new List<long>();
            for (var back = 1; back <= YearsOfRange; back++)
                if ((await values.OfAsync([id], values.Definitions[id].YearsBefore(clock.Today, back), Viewer.Public, cancellation))[id].Value is > 0 and { } value) found.Add(value);
            if (found.Count < 2) continue;
            ranges[id] = found.Min() == found.Max() ? FigureWords.Number(found[0]) : Escaped(texts["figures.range", FigureWords.Number(found.Min()), FigureWords.Number(found.Max())]);
        }

        return ranges;
    }

    private async Task<string> NamesAsync(FigureDefinition figure, CancellationToken cancellation)
    {
        var count = await Counts.CountAsync(db, figure, clock.Today, cancellation);
        var listing = await FigureListing.OfAsync(db, count, Viewer.Public, cancellation);
        var names = listing.Lines.Take(NamesListed).Select(l => Escaped(l.Label.Text.ToString())).ToList();
        if (names.Count == 0) return "";
        var more = listing.Lines.Count - names.Count + listing.Hidden;
        if (more > 0)
        {
            var rest = LivingFigureLink.Html(figure.Id, Escaped(texts["figures.list.more", FigureWords.Number(more)]), Language.Current.Segment);
            return texts["figures.list.and-more", string.Join(texts["figures.list.comma"], names), rest];
        }

        return names.Count == 1 ? names[0] : texts["figures.list.and", string.Join(texts["figures.list.comma"], names[..^1]), names[^1]];
    }

    private static string Escaped(string text) => System.Net.WebUtility.HtmlEncode(text);
}
