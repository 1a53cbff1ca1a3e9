using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Texts;
using Entente.Partners.Model;
using Entente.Ui.Records;

namespace Entente.Partners.Agreements;

/// <summary>What happened with an agreement, as sentences.</summary>
internal static class AgreementHistory
{
    public static IReadOnlyList<TimelineItem> Of(AgreementView view, TextCatalog texts) =>
        [.. OfSteps(view, texts), .. OfAmendments(view, texts), .. OfEnds(view, texts)];

    private static IEnumerable<TimelineItem> OfSteps(AgreementView view, TextCatalog texts)
    {
        AgreementState? before = null;
        foreach (var step in view.Agreement.Steps.OrderBy(s => s.RecordedAt).ThenBy(s => s.On))
        {
            var key = before is null ? "agreements.happened.written"
                : step.To == before ? SameState(view, step)
                : step.To == AgreementState.Draft ? "agreements.happened.back"
                : "agreements.happened." + AgreementColumns.Word(step.To);
            before = step.To;
            var sentence = texts[key] + (step.Reason is { Length: > 0 } reason ? texts["agreements.happened.because", reason] : "");
            yield return new(step.On, sentence) { By = By(view, step.AccountId) };
        }
    }

    /// <summary>What happened without another state: a further period, which the house begins, or what somebody noted.</summary>
    private static string SameState(AgreementView view, AgreementStep step) =>
        step.AccountId is null ? "agreements.happened.extended" : IsNotice(view, step) ? "agreements.happened.notice" : "agreements.happened.decided";

    private static bool IsNotice(AgreementView view, AgreementStep step) => step.AccountId is not null && step.On == view.Agreement.NoticeOn && step.To == AgreementState.Active;

    private static IEnumerable<TimelineItem> OfAmendments(AgreementView view, TextCatalog texts)
    {
        foreach (var version in view.Agreement.Versions.Where(v => v.Number > 1 && v.State != AmendmentState.Withdrawn))
        {
            var address = $"{view.Address}/versions/{version.Number}";
            if (version.SignedOn is { } signed) yield return new(signed, texts["agreements.happened.amendment-signed", version.Number, version.Title?.ToString()], address);
            if (version is { State: AmendmentState.InForce, EffectiveOn: { } on }) yield return new(on, texts["agreements.happened.amended", version.Number], address);
        }
    }

    private static IEnumerable<TimelineItem> OfEnds(AgreementView view, TextCatalog texts)
    {
        var agreement = view.Agreement;
        if (agreement.NoticeOn is { } notice && !agreement.Steps.Exists(s => IsNotice(view, s))) yield return new(notice, texts["agreements.happened.notice"]);
        if (agreement is { State: AgreementState.Signed or AgreementState.Active, LastDay: { } last } && last >= view.Today)
            yield return new(last, texts[agreement is { Term: TermKind.Automatic, NoticeOn: null } ? "agreements.happens.period-ends" : "agreements.happens.ends"]);
        if (agreement is { State: AgreementState.Signed, EffectiveOn: { } begin } && begin > view.Today)
            yield return new(begin, texts["agreements.happens.begins"]);
    }

    private static string? By(AgreementView view, AccountId? account) => account is { } key ? view.Accounts.GetValueOrDefault(key)?.Name : null;
}
