using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Directory.Organisations;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Matching;

/// <summary>
/// Proposes organisations for texts. All spans of all texts are looked up among the names' keys at once; a text in which no name
/// stands as it is gets organisations of a similar name to choose from, never one by itself.
/// </summary>
internal sealed class OrganisationMatcher(AppDbContext db, ISearch search, TextCatalog texts)
{
    private const int MostCandidates = 5;
    private const int KeysAtOnce = 1000;
    private const int QuestionsAtOnce = 200;
    private const int MostSimilar = 60;
    private const double LeastSimilar = 0.55;

    public async Task<IReadOnlyList<OrganisationProposal>> MatchAsync(IReadOnlyList<OrganisationQuestion> questions, CancellationToken cancellation)
    {
        var proposals = new List<OrganisationProposal>(questions.Count);
        foreach (var chunk in questions.Chunk(QuestionsAtOnce)) proposals.AddRange(await MatchChunkAsync(chunk, cancellation));
        return proposals;
    }

    private async Task<IEnumerable<OrganisationProposal>> MatchChunkAsync(OrganisationQuestion[] questions, CancellationToken cancellation)
    {
        var asked = questions.Select(q => new AffiliationText(q.Text, q.Country, q.City)).ToList();
        var known = (await KnownAsync([.. asked.SelectMany(a => a.Spans.Select(s => s.Key).Append(a.Whole)).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal)], cancellation))
            .ToLookup(k => k.Known.Key, StringComparer.Ordinal);
        var proposals = new List<OrganisationProposal>(questions.Length);
        foreach (var text in asked)
        {
            var keys = text.Spans.Select(s => s.Key).Distinct(StringComparer.Ordinal);
            var scored = MatchScore.Of(text, [.. keys.SelectMany(k => known[k]).Where(k => !k.IsAcronym).Select(k => k.Known)]);
            var candidates = scored.Select(s => CandidateOf(text, s)).ToList();
            if (candidates.Count == 0) candidates = [.. known[text.Whole].Where(k => k.IsAcronym).Select(k => OfAcronym(text, k.Known, known[text.Whole].Count(o => o.IsAcronym)))];
            if (candidates.Count == 0) candidates = await SimilarAsync(text, cancellation);
            var best = candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Organisation.Id).Take(MostCandidates).ToList();
            proposals.Add(new(best.Count > 0 && best[0].Score >= MatchScore.Sure ? best[0] : null, best));
        }

        return proposals;
    }

    private async Task<List<(Known Known, bool IsAcronym)>> KnownAsync(List<string> keys, CancellationToken cancellation)
    {
        var names = new List<(string Key, string Text, OrganisationNameKind Kind, OrganisationId Id)>();
        foreach (var chunk in keys.Chunk(KeysAtOnce))
        {
            names.AddRange((await db.Set<OrganisationName>().Where(n => n.WithdrawnAt == null && chunk.Contains(n.Key))
                .Select(n => new { n.Key, n.Text, n.Kind, n.OrganisationId }).ToListAsync(cancellation)).Select(n => (n.Key, n.Text, n.Kind, n.OrganisationId)));
        }

        var cards = await CardsAsync([.. names.Select(n => n.Id).Distinct()], cancellation);
        return [.. names.Where(n => cards.ContainsKey(n.Id)).Select(n =>
            (new Known(n.Key, n.Text, n.Kind == OrganisationNameKind.Display || n.Text == cards[n.Id].Card.Name.Zh, cards[n.Id].Card, IsSystem(cards[n.Id].Card), cards[n.Id].Parents),
            n.Kind == OrganisationNameKind.Acronym))];
    }

    private async Task<Dictionary<OrganisationId, (OrganisationCard Card, IReadOnlyCollection<OrganisationId> Parents)>> CardsAsync(
        List<OrganisationId> ids, CancellationToken cancellation)
    {
        var read = new Dictionary<OrganisationId, (OrganisationCard, IReadOnlyCollection<OrganisationId>)>();
        foreach (var chunk in ids.Chunk(KeysAtOnce))
        {
            var parents = (await db.Set<OrganisationRelation>()
                .Where(r => r.WithdrawnAt == null && r.Kind == OrganisationRelationKind.Parent && r.ToId != null && chunk.Contains(r.FromId!.Value))
                .Select(r => new { r.FromId, r.ToId }).ToListAsync(cancellation)).ToLookup(r => r.FromId!.Value, r => r.ToId!.Value);
            var withdrawn = await db.Set<Organisation>().Where(o => chunk.Contains(o.Id) && o.Status == OrganisationStatus.Withdrawn).Select(o => o.Id).ToListAsync(cancellation);
            foreach (var card in await Answers.Organisations.CardsOf(db).Where(c => chunk.Contains(c.Id)).ToListAsync(cancellation))
                if (!withdrawn.Contains(card.Id)) read[card.Id] = (card, [.. parents[card.Id]]);
        }

        return read;
    }

    /// <summary>Organisations whose name resembles the text: found by its rarest word's beginning, compared letter pair by letter pair.</summary>
    private async Task<List<OrganisationCandidate>> SimilarAsync(AffiliationText text, CancellationToken cancellation)
    {
        var words = text.Whole.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !NameWords.Common.Contains(w)).ToList();
        if (words.MaxBy(w => w.Length) is not { } rarest || words.Count > 12) return [];
        var beginning = NameKey.IsHan(rarest) ? string.Concat(words.Where(NameKey.IsHan).Take(2)) : rarest[..Math.Min(rarest.Length, 5)];
        var ids = await search.Found<Organisation>(OrganisationSearch.KindId, beginning).OrderBy(o => o.Id).Select(o => o.Id).Take(MostSimilar).ToListAsync(cancellation);
        var names = (await db.Set<OrganisationName>().Where(n => ids.Contains(n.OrganisationId) && n.WithdrawnAt == null && n.Kind != OrganisationNameKind.Acronym)
            .Select(n => new { n.OrganisationId, n.Key, n.Text }).ToListAsync(cancellation))
            .Select(n => (n.OrganisationId, n.Text, Likeness: Likeness.Of(text.Whole, n.Key))).Where(n => n.Likeness >= LeastSimilar)
            .GroupBy(n => n.OrganisationId).Select(g => g.MaxBy(n => n.Likeness)).OrderByDescending(n => n.Likeness).Take(MostCandidates).ToList();
        var cards = await CardsAsync([.. names.Select(n => n.OrganisationId)], cancellation);
        return [.. names.Where(n => cards.ContainsKey(n.OrganisationId)).Select(n => new OrganisationCandidate(
            cards[n.OrganisationId].Card, Math.Min(n.Likeness, 1) * (MatchScore.Sure - 0.02), texts["organisations.match.similar", n.Text]))];
    }

    /// <summary>Letters that stand for a name are sure only where they stand for one organisation and its country is named too.</summary>
    private OrganisationCandidate OfAcronym(AffiliationText text, Known known, int namesakes)
    {
        var fits = text.Countries.Contains(known.Card.Country);
        var score = text.Countries.Count > 0 && !fits ? 0.2 : fits && namesakes == 1 ? 0.7 : 0.5;
        return new(known.Card, score, texts["organisations.match.acronym", known.Name] + CountryPart(text, known.Card));
    }

    private OrganisationCandidate CandidateOf(AffiliationText text, Scored scored)
    {
        var part = scored.Span.Key == text.Whole || scored.Known.Key == text.Whole ? "organisations.match.whole" : "organisations.match.part";
        return new(scored.Known.Card, scored.Score, texts[part, scored.Known.Name] + CountryPart(text, scored.Known.Card));
    }

    private string CountryPart(AffiliationText text, OrganisationCard card) =>
        text.Countries.Contains(card.Country) ? texts["organisations.match.country", Countries.In(texts, card.Country)]
        : text.Countries.Count > 0 ? texts["organisations.match.other-country", Countries.In(texts, card.Country)] : "";

    private static bool IsSystem(OrganisationCard card) => card.Name.En.EndsWith(" System", StringComparison.OrdinalIgnoreCase);
}
