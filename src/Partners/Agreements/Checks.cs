using System.Globalization;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Agreements;

/// <summary>The text a gate is asked about: of an agreement, or of an amendment.</summary>
internal sealed class CheckedTexts(AppDbContext db)
{
    public async Task<CheckedText?> OfAsync(RecordRef subject, CancellationToken cancellation)
    {
        if (subject.Kind == AgreementVersion.RecordKind)
        {
            var version = await db.Set<AgreementVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == new Id<AgreementVersion>(subject.Key), cancellation);
            return version is null ? null : new(version.AgreementId, version.Number, version.Text, version.EffectiveOn);
        }

        var agreement = await db.Set<Agreement>().VisibleTo(Viewer.System).AsNoTracking().SingleOrDefaultAsync(a => a.Id == new AgreementId(subject.Key), cancellation);
        return agreement is null ? null : new(agreement.Id, 1, agreement.Text, agreement.EffectiveOn);
    }
}

/// <summary>A text, of which version of which agreement, and from which day.</summary>
internal sealed record CheckedText(AgreementId Agreement, int Version, AgreementContent Text, DateOnly? From);

/// <summary>What the room's checks share: the sentence of an outcome in every language.</summary>
internal static class Found
{
    public static CheckResult Is(TextCatalog texts, VerdictOutcome outcome, string key, IReadOnlyDictionary<string, string> seen, params object?[] args) =>
        new(outcome, texts.InEach(key, args), seen);

    /// <summary>The same where the names that fill the sentence were seen in each language.</summary>
    private static CheckResult Names(TextCatalog texts, VerdictOutcome outcome, string key, IReadOnlyDictionary<string, string> seen, string what) => new(
        outcome,
        new(Language.All.ToDictionary(l => l.Tag, l => string.Format(l.Culture, texts.In(l, key), seen.GetValueOrDefault(In(what, l)) ?? seen[what]), StringComparer.Ordinal)),
        seen);

    /// <summary>Judges a list of what stands against it: empty is well, and where nothing was looked at nothing is said.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="seen">What was seen.</param>
    /// <param name="known">What is seen whenever the text is known.</param>
    /// <param name="what">The list.</param>
    /// <param name="against">The outcome where it is not empty, and the key of its sentence.</param>
    /// <param name="passKey">The key of the sentence where it is.</param>
    public static CheckResult Listed(
        TextCatalog texts, IReadOnlyDictionary<string, string> seen, string known, string what, (VerdictOutcome Outcome, string Key) against, string passKey) =>
        seen.GetValueOrDefault(known) is null ? Is(texts, VerdictOutcome.CannotEvaluate, "agreements.check.unknown", seen)
        : seen.GetValueOrDefault(what) is { Length: > 0 } ? Names(texts, against.Outcome, against.Key, seen, what)
        : Is(texts, VerdictOutcome.Pass, passKey, seen);

    /// <summary>Keeps names as each language writes them; those of the first language under the plain word.</summary>
    public static void Note(Dictionary<string, string> seen, TextCatalog texts, string what, IReadOnlyCollection<LocalizedText> names)
    {
        foreach (var language in Language.All) seen[In(what, language)] = string.Join(texts.In(language, "agreements.comma"), names.Select(n => n.In(language.Tag)));
    }

    public static Dictionary<string, string> Seen() => new(StringComparer.Ordinal);

    private static string In(string what, Language language) => language == Language.All[0] ? what : what + "." + language.Tag;
}

/// <summary>Checks that the text itself lies in the documents, so that whoever decides or signs can read it.</summary>
internal sealed class DocumentsPresent(AppDbContext db, CheckedTexts checkedTexts, TextCatalog texts) : IJudgedCheck
{
    public string Id => "partners.documents-present";

    public async Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation)
    {
        var seen = Found.Seen();
        if (await checkedTexts.OfAsync(question.Subject, cancellation) is { } text)
            seen["documents"] = (await db.Set<AgreementDocument>().CountAsync(
                d => d.AgreementId == text.Agreement && d.TextVersion == text.Version && d.WithdrawnAt == null
                    && (d.Kind == AgreementDocumentKind.Draft || d.Kind == AgreementDocumentKind.Signed), cancellation)).ToString(CultureInfo.InvariantCulture);
        return Judge(seen, parameters);
    }

    public CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) => seen.GetValueOrDefault("documents") switch
    {
        null => Found.Is(texts, VerdictOutcome.CannotEvaluate, "agreements.check.unknown", seen),
        "0" => Found.Is(texts, VerdictOutcome.Fail, "agreements.check.no-document", seen),
        _ => Found.Is(texts, VerdictOutcome.Pass, "agreements.check.document", seen),
    };
}

/// <summary>Checks that a period is no longer than the pack allows.</summary>
internal sealed class TermWithinLimit(CheckedTexts checkedTexts, TextCatalog texts) : IJudgedCheck
{
    public string Id => "partners.term-within-limit";

    public async Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation)
    {
        var seen = Found.Seen();
        if (await checkedTexts.OfAsync(question.Subject, cancellation) is { } text)
        {
            seen["term"] = text.Text.Term.ToString();
            if (text.Text.EffectiveOn is { } from) seen["from"] = Iso(from);
            if (text.Text.EndsOn is { } to) seen["to"] = Iso(to);
        }

        return Judge(seen, parameters);
    }

    public CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        if (seen.GetValueOrDefault("term") == nameof(TermKind.OpenEnded)) return Found.Is(texts, VerdictOutcome.Warn, "agreements.check.open-ended", seen);
        if (Read(seen, "from") is not { } from || Read(seen, "to") is not { } to) return Found.Is(texts, VerdictOutcome.CannotEvaluate, "agreements.check.no-dates", seen);
        var years = parameters.Number("maximumYears");
        return to < from.AddYears(years)
            ? Found.Is(texts, VerdictOutcome.Pass, "agreements.check.term", seen, years)
            : Found.Is(texts, VerdictOutcome.Fail, "agreements.check.too-long", seen, years);
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Read(IReadOnlyDictionary<string, string> seen, string name) =>
        DateOnly.TryParseExact(seen.GetValueOrDefault(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
