using System.Globalization;
using Entente.Contracts.Partners;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Entente.Ui.Records;

namespace Entente.Partners.Agreements;

/// <summary>What one text of an agreement says differently from another: structured content as sentences, prose word by word.</summary>
public sealed record Difference(IReadOnlyList<string> Sentences, IReadOnlyList<ProseChange> Prose)
{
    public bool IsNone => Sentences.Count == 0 && Prose.Count == 0;

    /// <summary>Compares two texts, in the language of the reader.</summary>
    public static Difference Of(
        AgreementContent before, AgreementContent after, TextCatalog texts,
        IReadOnlyDictionary<OrganisationId, LocalizedText> partners, IReadOnlyDictionary<UnitId, LocalizedText> units)
    {
        var compared = new Comparison(texts, partners, units);
        compared.Fields(before, after);
        compared.Parties(before, after);
        compared.Places(before, after);
        compared.Clauses(before.Keyed().Clauses, after.Keyed().Clauses);
        return new(compared.Sentences, compared.Prose);
    }

    private sealed class Comparison(TextCatalog texts, IReadOnlyDictionary<OrganisationId, LocalizedText> partners, IReadOnlyDictionary<UnitId, LocalizedText> units)
    {
        public List<string> Sentences { get; } = [];

        public List<ProseChange> Prose { get; } = [];

        public void Fields(AgreementContent before, AgreementContent after)
        {
            foreach (var language in Language.All) Prosaic(texts["agreements.name"], language, before.Title.Exactly(language.Tag), after.Title.Exactly(language.Tag));
            Field("agreements.field.term", texts["agreements.term." + before.Term], texts["agreements.term." + after.Term]);
            Field("agreements.begin", texts.Date(before.EffectiveOn), texts.Date(after.EffectiveOn));
            Field("agreements.end", texts.Date(before.EndsOn), texts.Date(after.EndsOn));
            Field("agreements.field.renewal-months", Whole(before.RenewalMonths), Whole(after.RenewalMonths));
            Field("agreements.field.notice-months", Whole(before.NoticeMonths), Whole(after.NoticeMonths));
            Field("agreements.field.year-weight", Whole(before.YearWeight), Whole(after.YearWeight));
            Field("agreements.field.semester-weight", Whole(before.SemesterWeight), Whole(after.SemesterWeight));
            Field("agreements.field.carry-over", Whole(before.CarryOverYears), Whole(after.CarryOverYears));
            if (before.Reciprocal != after.Reciprocal) Sentences.Add(texts[after.Reciprocal ? "agreements.diff.reciprocal" : "agreements.diff.not-reciprocal"]);
            Listed("agreements.field.units", before.Units.Select(u => units[u].ToString()), after.Units.Select(u => units[u].ToString()));
            Listed("agreements.field.territory", before.Territory.Select(c => Countries.In(texts, c)), after.Territory.Select(c => Countries.In(texts, c)));
            Listed("agreements.field.languages", before.Languages, after.Languages);
        }

        public void Parties(AgreementContent before, AgreementContent after)
        {
            foreach (var gone in before.Parties.Where(p => after.Parties.All(o => o.Organisation != p.Organisation))) Sentences.Add(texts["agreements.diff.party-gone", Named(gone.Organisation)]);
            foreach (var party in after.Parties)
            {
                if (before.Parties.FirstOrDefault(p => p.Organisation == party.Organisation) is not { } was)
                {
                    Sentences.Add(texts["agreements.diff.party-new", Named(party.Organisation)]);
                    continue;
                }

                if (was.Role != party.Role) Sentences.Add(texts["agreements.diff.party-role", Named(party.Organisation), texts["agreements.role." + was.Role], texts["agreements.role." + party.Role]]);
                var (signed, signs) = (Signatories(was), Signatories(party));
                if (signed != signs) Sentences.Add(texts["agreements.diff.signatories", Named(party.Organisation), Shown(signed), Shown(signs)]);
            }
        }

        public void Places(AgreementContent before, AgreementContent after)
        {
            foreach (var gone in before.Places.Where(p => after.Places.All(o => o.Code != p.Code))) Sentences.Add(texts["agreements.diff.place-gone", gone.Code, texts["agreements.direction." + gone.Direction], gone.PerYear]);
            foreach (var place in after.Places)
            {
                if (before.Places.FirstOrDefault(p => p.Code == place.Code) is not { } was) Sentences.Add(texts["agreements.diff.place-new", place.Code, texts["agreements.direction." + place.Direction], place.PerYear]);
                else
                {
                    if (was.PerYear != place.PerYear) Sentences.Add(texts[was.PerYear < place.PerYear ? "agreements.diff.place-more" : "agreements.diff.place-fewer", place.Code, was.PerYear, place.PerYear]);
                    if (was with { PerYear = place.PerYear } != place) Sentences.Add(texts["agreements.diff.place-other", place.Code]);
                }
            }
        }

        /// <summary>Clause by clause, each found by its code wherever it stands.</summary>
        public void Clauses(IReadOnlyList<ClauseContent> before, IReadOnlyList<ClauseContent> after)
        {
            foreach (var (gone, i) in Numbered(before).Where(c => after.All(o => o.Code != c.Clause.Code))) Clause("agreements.diff.clause-gone", i, gone, null);
            foreach (var (clause, i) in Numbered(after))
            {
                var was = before.FirstOrDefault(c => c.Code == clause.Code);
                Clause(was is null ? "agreements.diff.clause-new" : "agreements.diff.clause", i, was, clause);
            }

            var stayed = before.Select(c => c.Code).Where(code => after.Any(c => c.Code == code));
            var inOrder = after.Select(c => c.Code).Where(code => before.Any(c => c.Code == code));
            if (!stayed.SequenceEqual(inOrder, StringComparer.Ordinal))
                Sentences.Add(texts["agreements.diff.clause-order", string.Join(texts["agreements.comma"], after.Select(c => c.Heading.ToString()))]);
        }

        private void Prosaic(string what, Language language, string before, string after)
        {
            if (before == after) return;
            Prose.Add(new($"{what} · {language.Name}", language.Tag, ProseChange.Parts(before, after, language)));
        }

        private void Clause(string key, int number, ClauseContent? before, ClauseContent? after)
        {
            var heading = texts[key, number, (after ?? before)!.Heading.ToString()];
            foreach (var language in Language.All) Prosaic(heading, language, Whole(before, language), Whole(after, language));
        }

        private static IEnumerable<(ClauseContent Clause, int Number)> Numbered(IReadOnlyList<ClauseContent> clauses) => clauses.Select((c, i) => (c, i + 1));

        private void Field(string labelKey, string before, string after)
        {
            if (before != after) Sentences.Add(texts["agreements.diff.field", texts[labelKey], before, after]);
        }

        private void Listed(string labelKey, IEnumerable<string> before, IEnumerable<string> after)
        {
            var (was, now) = (before.ToHashSet(StringComparer.Ordinal), after.ToHashSet(StringComparer.Ordinal));
            var (come, gone) = (now.Except(was, StringComparer.Ordinal).ToList(), was.Except(now, StringComparer.Ordinal).ToList());
            if (come.Count > 0) Sentences.Add(texts["agreements.diff.added", texts[labelKey], string.Join(texts["agreements.comma"], come)]);
            if (gone.Count > 0) Sentences.Add(texts["agreements.diff.removed", texts[labelKey], string.Join(texts["agreements.comma"], gone)]);
        }

        private string Named(OrganisationId? party) => party is { } key ? partners[key].ToString() : texts["agreements.party.school"];

        private string Signatories(PartyContent party) => string.Join(
            texts["agreements.comma"], party.Signatories.Select(s => s.Title.Length == 0 ? s.Name : texts["agreements.party.signatory", s.Name, s.Title]));

        private static string Shown(string text) => text.Length == 0 ? "–" : text;

        private static string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "–";

        private static string Whole(ClauseContent? clause, Language language) => clause is null ? ""
            : $"{clause.Heading.Exactly(language.Tag)}\n{clause.Text.Exactly(language.Tag)}".Trim();
    }
}
