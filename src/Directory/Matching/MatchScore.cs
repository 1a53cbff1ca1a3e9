using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Search;

namespace Entente.Directory.Matching;

/// <summary>
/// How well a name found in a text fits an organisation: from 0 to 1. The weights were set on the even entries of ROR's labelled
/// affiliations; bench/Matcher reports the odd ones.
/// </summary>
internal static class MatchScore
{
    /// <summary>From here on the matcher is sure.</summary>
    public const double Sure = 0.65;

    private static readonly string[] Hospital = ["hospital", "clinic"];
    private static readonly (string, string)[] Clinics = [("medical", "center"), ("health", "system"), ("health", "science")];

    /// <summary>Scores every organisation that has a name in the text; best first.</summary>
    public static IReadOnlyList<Scored> Of(AffiliationText text, IReadOnlyList<Known> known)
    {
        var bySpan = known.ToLookup(k => k.Key, StringComparer.Ordinal);
        var first = text.Spans
            .SelectMany(s => bySpan[s.Key].Select(k => new Scored(k, s, Alone(text, s, k))))
            .GroupBy(s => s.Known.Card.Id).Select(g => g.MaxBy(s => s.Score)!).ToList();
        return [.. first.Select(s => s with { Score = Math.Clamp(Among(s, first) / 1.15, 0, 1) })
            .OrderByDescending(s => s.Score).ThenBy(s => s.Known.Card.Id)];
    }

    private static double Alone(AffiliationText text, Span span, Known known)
    {
        var words = span.Key.Split(' ');
        var isHan = words.All(NameKey.IsHan);
        var cover = span.Count / (double)span.Words.Count;
        var hasKind = isHan || words.Any(NameWords.Kinds.Contains);
        var isSpecific = isHan || words.Any(w => !NameWords.Common.Contains(w));
        var fits = text.Countries.Contains(known.Card.Country);
        var inCity = known.Card.City.Texts.Values.Select(FoldedText.Of).Any(c => c.Length > 0 && text.Around.Contains($" {c} ", StringComparison.Ordinal));
        var score = 0.62 + 0.04 * Math.Min(isHan ? span.Count / 2 : span.Count, 5) + 0.08 * cover;
        if (!isSpecific) score -= (cover < 1 ? 0.3 : 0.12) + (fits || inCity ? 0 : 0.15);
        if (span.Count == 1) score -= 0.2;
        if (span.Key.Length < (isHan ? 5 : 6)) score -= 0.2;
        if (!hasKind) score -= (known.IsShown ? 0 : 0.3) + (cover < 1 ? 0.15 : 0) + (IsKind(span.After) ? 0.4 : 0);
        score += fits ? 0.14 : text.Countries.Count > 0 ? -0.5 : 0;
        score += (inCity ? 0.08 : 0) + (known.IsShown ? 0.02 : 0) - (known.Card.HasEnded ? 0.05 : 0);
        if (known.IsSystem && !words.Contains("system", StringComparer.Ordinal)) score -= 0.3;
        return score - PartOfAnother(span, words, hasKind);
    }

    /// <summary>Signs that the words belong to a longer name: Technical University of X, X University Hospital, affiliated hospital of X.</summary>
    private static double PartOfAnother(Span span, string[] words, bool hasKind)
    {
        var less = 0d;
        if (words[0] is NameWords.UniversityOf or "university" or "institute" or "college" or "academy" or "hospital"
            && span.Before is { } before && (before == "university" || NameWords.Qualifiers.Contains(before))) less += 0.4;
        if (words[^1] == "university" && Hospital.Contains(span.After, StringComparer.Ordinal)) less += 0.35;
        if ((words[0] == NameWords.UniversityOf || words[^1] == "university")
            && (span.After is "hospital" or "clinic" or "system" || Clinics.Contains((span.After ?? "", span.SecondAfter ?? "")))) less += 0.35;
        if (hasKind && span.Words.Take(span.Begin).Any(w => Hospital.Contains(w, StringComparer.Ordinal))) less += 0.3;
        if (words[^1] == "学" && string.Concat(span.Words.Skip(span.End)).Contains("医院", StringComparison.Ordinal)) less += 0.35;
        return less;
    }

    /// <summary>What the other candidates tell: a longer name around this one, another organisation of the same name, a university beside an institute.</summary>
    private static double Among(Scored one, IReadOnlyList<Scored> all)
    {
        var score = one.Score;
        var others = all.Where(o => o.Known.Card.Id != one.Known.Card.Id).ToList();
        if (others.Exists(o => o.Score > 0.5 && one.Span.IsInside(o.Span))) score -= 0.3;
        if (others.Exists(o => o.Span.Key == one.Span.Key && o.Score >= one.Score - 0.015)) score -= 0.15;
        if (IsUniversity(one)) return score;
        others.RemoveAll(o => o.Span.IsInside(one.Span));
        if (others.Find(o => o.Score > 0.7 && IsUniversity(o)) is { } university) score = Math.Min(score, university.Score - 0.03);
        if (others.Find(o => o.Score > 0.7 && one.Known.Parents.Contains(o.Known.Card.Id)) is { } parent) score = Math.Min(score, parent.Score - 0.03);
        return score;
    }

    private static bool IsUniversity(Scored one) =>
        one.Span.Key.Split(' ').Any(w => w is "university" or NameWords.UniversityOf) || one.Span.Key.EndsWith("大 学", StringComparison.Ordinal);

    private static bool IsKind(string? word) => word is not null && NameWords.Kinds.Contains(word);
}

/// <summary>A name the directory has, with its organisation.</summary>
/// <param name="Key">The name's key.</param>
/// <param name="Name">The name as it is written.</param>
/// <param name="IsShown">Whether it is the name shown, not an alias.</param>
/// <param name="Card">The organisation.</param>
/// <param name="IsSystem">Whether it is a system of universities, which shares its members' names.</param>
/// <param name="Parents">What it is part of.</param>
internal sealed record Known(string Key, string Name, bool IsShown, OrganisationCard Card, bool IsSystem, IReadOnlyCollection<OrganisationId> Parents);

/// <summary>A candidate with its score.</summary>
internal sealed record Scored(Known Known, Span Span, double Score);
