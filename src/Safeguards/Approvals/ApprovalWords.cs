using Entente.Contracts.Safeguards;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Ui.Records;

namespace Entente.Safeguards.Approvals;

/// <summary>The words and shapes of requests, steps and recommendations.</summary>
internal static class ApprovalWords
{
    public static string KeyOf(ApprovalState state) => "approvals.state." + state.ToString().ToLowerInvariant();

    public static StateKind KindOf(ApprovalState state) => state switch
    {
        ApprovalState.Pending => StateKind.Waiting,
        ApprovalState.Approved => StateKind.Done,
        ApprovalState.Returned => StateKind.Due,
        ApprovalState.Refused => StateKind.Blocked,
        _ => StateKind.Neutral,
    };

    public static string KeyOf(StepView step) => step.Decision == ApprovalDecision.Pending
        ? step.IsWaiting ? "approvals.step.waiting" : "approvals.step.ahead"
        : "approvals.state." + step.Decision.ToString().ToLowerInvariant();

    public static StateKind KindOf(StepView step) => step.Decision switch
    {
        ApprovalDecision.Approved => StateKind.Done,
        ApprovalDecision.Returned => StateKind.Due,
        ApprovalDecision.Refused => StateKind.Blocked,
        _ => step.IsWaiting ? StateKind.Waiting : StateKind.Neutral,
    };

    /// <summary>Who decided when, or who may and until when.</summary>
    public static string StepSentence(TextCatalog texts, SchoolClock clock, StepView step, IReadOnlyList<string> deciders)
    {
        if (step.DecidedAt is { } at)
        {
            var by = step.DecidedBy ?? texts["safeguards.somebody"];
            if (step.OnBehalfOf is not null) by = texts["approvals.step.for", by, step.OnBehalfOf];
            return texts["approvals.step.decided", by, texts.Moment(at, clock.Zone)];
        }

        if (!step.IsWaiting) return step.Unit.ToString();
        return deciders.Count == 0 ? texts[step.HandedOn is { IsStuck: true } ? "approvals.step.stuck" : "approvals.step.nobody", step.Unit]
            : texts["approvals.step.by", string.Join(texts["approvals.step.or"], deciders.Take(4)), texts.Date(step.DecideBy)];
    }

    /// <summary>To whom the step was handed because nobody could decide it in its own role; none where it was not.</summary>
    public static IEnumerable<string> HandedOn(TextCatalog texts, SchoolClock clock, StepView step)
    {
        if (step.HandedOn is not { } handed) yield break;
        if (handed.Since is { } since && !handed.IsStuck && handed.Role is { } role)
            yield return texts["approvals.step.stands-in", texts.Date(clock.DateOf(since)), step.Unit, texts["safeguards.role." + role], handed.Unit];
        if (handed.Approver is { } approver)
            yield return texts["approvals.step.named", approver, handed.NamedBy ?? texts["approvals.house"], texts.Date(clock.DateOf(handed.NamedAt!.Value)), handed.Reason];
    }

    /// <summary>What the checks say as a whole.</summary>
    public static string Recommendation(TextCatalog texts, GateOutcome checks)
    {
        var against = checks.Against.Count();
        if (against > 0) return texts.Count("approvals.checks.against", against, checks.Verdicts.Count);
        var warn = checks.Verdicts.Count(v => v.Outcome == VerdictOutcome.Warn);
        return warn > 0 ? texts.Count("approvals.checks.warn", warn, checks.Verdicts.Count) : texts.Count("approvals.checks.hold", checks.Verdicts.Count);
    }
}
