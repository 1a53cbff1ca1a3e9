using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Microsoft.EntityFrameworkCore;
using Entente.Partners.Partners;

namespace Entente.Partners.Imports;

/// <summary>What a row says of an organisation.</summary>
/// <param name="Line">The row.</param>
/// <param name="Field">The field that names it, about which one asks.</param>
/// <param name="Names">The names written, the better one first.</param>
/// <param name="Ror">The ROR identifier, nine characters.</param>
/// <param name="Key">The key, as exports write it.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="City">The city.</param>
/// <param name="CanBeNew">Whether enough is said to add it where the directory does not have it.</param>
internal sealed record OrganisationNamed(
    ImportLine Line, string Field, IReadOnlyList<string> Names, string? Ror, OrganisationId? Key, string? Country, string? City, bool CanBeNew)
{
    public ImportQuestion Question { get; } = ImportQuestion.Of(
        Field, Names.Count > 0 ? Names[0] : Ror ?? "",
        [.. Hints(Ror, Country, City, CanBeNew, Names)]);

    private static IEnumerable<(string Name, string Value)> Hints(string? ror, string? country, string? city, bool canBeNew, IReadOnlyList<string> names)
    {
        if (ror is not null) yield return ("ror", ror);
        if (country is not null) yield return (OrganisationLookup.CountryHint, country);
        if (city is not null) yield return (OrganisationLookup.CityHint, city);
        if (names.Count > 1) yield return ("also", names[1]);
        if (canBeNew) yield return (OrganisationLookup.NewHint, "yes");
    }
}

/// <summary>The organisation a row means.</summary>
/// <param name="Card">The one of the directory; none where it is new or not known yet.</param>
/// <param name="IsNew">Whether it will be added.</param>
internal sealed record OrganisationMeant(OrganisationCard? Card, bool IsNew)
{
    public static OrganisationMeant Open { get; } = new(null, false);

    public bool IsKnown => Card is not null || IsNew;
}

/// <summary>Finds the organisations that rows mean: by key, by ROR identifier, by what was decided, else by the matcher.</summary>
internal sealed class OrganisationLookup(IOrganisations organisations, IOrganisationNames names, IOrganisationRelations relations)
{
    /// <summary>The answer that an organisation is to be added.</summary>
    public const string New = "new";

    public const string CountryHint = "country";
    public const string CityHint = "city";
    public const string NewHint = "new";

    private const int AskedAtOnce = 200;
    private const int MostFound = 8;

    /// <summary>One answer for each that was named, in order. What is not certain is asked on the row.</summary>
    public async Task<IReadOnlyList<OrganisationMeant>> FindAsync(IReadOnlyList<OrganisationNamed> named, ImportBatch batch, CancellationToken cancellation)
    {
        var known = await KnownAsync(named, batch, cancellation);
        var unknown = named.Where(n => Certain(n, batch, known) is null && n.Names.Count > 0).DistinctBy(n => n.Question.Key, StringComparer.Ordinal).ToList();
        var proposals = await ExactAsync(unknown, await ProposalsAsync(unknown, batch, cancellation), cancellation);
        return [.. named.Select(n => Certain(n, batch, known) ?? Proposed(n, batch, proposals.GetValueOrDefault(n.Question.Key)))];
    }

    /// <summary>What a person can choose for a question.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<ImportOption>>> OptionsAsync(
        IReadOnlyList<ImportQuestion> questions, string newTextKey, Foundation.Texts.TextCatalog texts, CancellationToken cancellation)
    {
        var proposals = await organisations.MatchAsync([.. questions.Select(Asked)], cancellation);
        var options = new List<IReadOnlyList<ImportOption>>();
        foreach (var (question, proposal) in questions.Zip(proposals))
        {
            var list = proposal.Candidates.Select(c => OptionOf(texts, c)).ToList();
            foreach (var ended in proposal.Candidates.Where(c => c.Organisation.HasEnded)) list.InsertRange(0, await SuccessorsAsync(ended.Organisation, texts, cancellation));
            if (question.Hints.ContainsKey(NewHint)) list.Add(new(New, texts[newTextKey, question.Text]));
            options.Add([.. list.DistinctBy(o => o.Value, StringComparer.Ordinal)]);
        }

        return options;
    }

    /// <summary>Organisations a person looks for: those the matcher finds, then those with the words in any of their names.</summary>
    public async Task<IReadOnlyList<ImportOption>> SearchAsync(string text, Foundation.Texts.TextCatalog texts, CancellationToken cancellation)
    {
        var proposal = (await organisations.MatchAsync([new(text)], cancellation))[0];
        var like = names.Like(text);
        var named = await organisations.Cards(Viewer.System).Where(o => like.Contains(o.Id)).OrderBy(o => o.SortKey).Take(MostFound).ToListAsync(cancellation);
        return [.. proposal.Candidates.Select(c => OptionOf(texts, c)).Concat(named.Select(o => OptionOf(texts, o))).DistinctBy(o => o.Value, StringComparer.Ordinal)];
    }

    private async Task<Dictionary<string, OrganisationCard>> KnownAsync(IReadOnlyList<OrganisationNamed> named, ImportBatch batch, CancellationToken cancellation)
    {
        var keys = named.Select(n => n.Key).OfType<OrganisationId>()
            .Concat(batch.Answers.Values.Select(v => OrganisationId.TryParse(v, null, out var id) ? id : (OrganisationId?)null).OfType<OrganisationId>())
            .Distinct().ToList();
        var rors = named.Select(n => n.Ror).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var cards = await organisations.Cards(Viewer.System).Where(o => keys.Contains(o.Id) || (o.Ror != null && rors.Contains(o.Ror))).ToListAsync(cancellation);
        var known = cards.ToDictionary(c => c.Id.ToString(), StringComparer.Ordinal);
        foreach (var card in cards.Where(c => c.Ror is not null)) known["ror:" + card.Ror] = card;
        return known;
    }

    /// <summary>What needs no matcher; none where it does.</summary>
    private static OrganisationMeant? Certain(OrganisationNamed named, ImportBatch batch, Dictionary<string, OrganisationCard> known)
    {
        if (batch.Answers.TryGetValue(named.Question.Key, out var answer))
        {
            if (answer == New && named.CanBeNew) return Settled(named, answer, new(null, IsNew: true));
            if (known.TryGetValue(answer, out var chosen)) return Settled(named, answer, new(chosen, IsNew: false));
        }

        if (named.Key is { } key && known.TryGetValue(key.ToString(), out var byKey)) return Current(named, byKey);
        return named.Ror is { } ror && known.TryGetValue("ror:" + ror, out var byRor) ? Current(named, byRor) : null;
    }

    private static OrganisationMeant Settled(OrganisationNamed named, string answer, OrganisationMeant meant)
    {
        named.Line.Settle(named.Question, answer);
        return meant;
    }

    /// <summary>An organisation that ended is only meant when a person says so.</summary>
    private static OrganisationMeant Current(OrganisationNamed named, OrganisationCard card)
    {
        if (!card.HasEnded) return new(card, IsNew: false);
        named.Line.Refuse(named.Field, "import.organisation-ended", card.Name);
        named.Line.Ask(named.Question);
        return OrganisationMeant.Open;
    }

    private static OrganisationMeant Proposed(OrganisationNamed named, ImportBatch batch, OrganisationProposal? proposal)
    {
        if (proposal?.Chosen is { Organisation: { HasEnded: false } sure })
        {
            named.Line.Settle(named.Question, sure.Id.ToString());
            return new(sure, IsNew: false);
        }

        // A row that has to be corrected first is not asked about.
        if (named.Line.IsRefused) return OrganisationMeant.Open;
        if (proposal?.Chosen is { Organisation: { HasEnded: true } ended }) named.Line.Warn(named.Field, "import.organisation-ended", ended.Name);
        var nobody = proposal is null || proposal.Candidates.Count == 0;
        if (nobody && named.CanBeNew && !batch.HasPerson) return new(null, IsNew: true);
        if (nobody && !named.CanBeNew) named.Line.Warn(named.Field, "import.organisation-unknown", named.Question.Text);
        named.Line.Ask(nobody && named.CanBeNew ? named.Question with { Suggested = New } : named.Question);
        return OrganisationMeant.Open;
    }

    private async Task<Dictionary<string, OrganisationProposal>> ProposalsAsync(List<OrganisationNamed> unknown, ImportBatch batch, CancellationToken cancellation)
    {
        var proposals = new Dictionary<string, OrganisationProposal>(StringComparer.Ordinal);
        var looked = 0;
        foreach (var some in unknown.Chunk(AskedAtOnce))
        {
            var first = await organisations.MatchAsync([.. some.Select(n => Asked(n.Question))], cancellation);
            foreach (var (asked, proposal) in some.Zip(first)) proposals[asked.Question.Key] = proposal;
            var again = some.Where(n => n.Names.Count > 1 && proposals[n.Question.Key].Chosen is null).ToList();
            var second = again.Count == 0 ? [] : await organisations.MatchAsync([.. again.Select(n => new OrganisationQuestion(n.Names[1], n.Country, n.City))], cancellation);
            foreach (var (asked, proposal) in again.Zip(second)) proposals[asked.Question.Key] = Better(proposals[asked.Question.Key], proposal);
            looked += some.Length;
            await batch.Progress(batch.Lines.Count * looked / unknown.Count);
        }

        return proposals;
    }

    /// <summary>Of what the matcher is not sure of, the one that bears exactly the name written is meant, if it is the only one there.</summary>
    private async Task<Dictionary<string, OrganisationProposal>> ExactAsync(
        List<OrganisationNamed> unknown, Dictionary<string, OrganisationProposal> proposals, CancellationToken cancellation)
    {
        var unsure = unknown.Where(n => proposals[n.Question.Key] is { Chosen: null, Candidates.Count: > 0 }).ToList();
        var known = await names.OfAsync([.. unsure.SelectMany(n => proposals[n.Question.Key].Candidates).Select(c => c.Organisation.Id).Distinct()], cancellation);
        foreach (var asked in unsure)
        {
            var proposal = proposals[asked.Question.Key];
            var exact = proposal.Candidates.Where(c => (asked.Country is null || c.Organisation.Country == asked.Country)
                && known[c.Organisation.Id].Intersect(asked.Names, StringComparer.OrdinalIgnoreCase).Any()).ToList();
            if (exact.Count == 1) proposals[asked.Question.Key] = proposal with { Chosen = exact[0] };
        }

        return proposals;
    }

    private static OrganisationProposal Better(OrganisationProposal one, OrganisationProposal other) =>
        other.Chosen is not null ? other : new(null, [.. one.Candidates.Concat(other.Candidates).OrderByDescending(c => c.Score).DistinctBy(c => c.Organisation.Id).Take(5)]);

    private static OrganisationQuestion Asked(ImportQuestion question) =>
        new(question.Text, question.Hints.GetValueOrDefault(CountryHint), question.Hints.GetValueOrDefault(CityHint));

    private async Task<IEnumerable<ImportOption>> SuccessorsAsync(OrganisationCard ended, Foundation.Texts.TextCatalog texts, CancellationToken cancellation)
    {
        var successors = (await relations.OfAsync(ended.Id, cancellation)).Where(r => r.Kind == OrganisationRelativeKind.Successor);
        return successors.Select(s => new ImportOption(s.Organisation.ToString(), s.Name.ToString(), Reason: texts["import.organisation-successor", ended.Name]));
    }

    private static ImportOption OptionOf(Foundation.Texts.TextCatalog texts, OrganisationCandidate candidate) =>
        OptionOf(texts, candidate.Organisation) with { Score = candidate.Score, Reason = candidate.Reason };

    private static ImportOption OptionOf(Foundation.Texts.TextCatalog texts, OrganisationCard card)
    {
        var place = PartnerWords.PlaceOf(texts, card);
        if (card.HasEnded) place += " · " + texts["import.organisation-no-more"];
        return new(card.Id.ToString(), card.Name.ToString(), place);
    }
}
