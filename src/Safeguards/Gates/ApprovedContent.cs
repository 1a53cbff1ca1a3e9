using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Safeguards.Desk;

namespace Entente.Safeguards.Gates;

/// <summary>Checks that exactly what the record holds now was approved: the newest request of the record, whole, with the same hash.</summary>
internal sealed class ApprovedContent(AppDbContext db, IEnumerable<IDecisionEvidence> evidence, TextCatalog texts) : IJudgedCheck
{
    public string Id => "safeguards.approved-content";

    public async Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation)
    {
        var source = evidence.FirstOrDefault(e => e.Kind == question.Subject.Kind);
        var now = source is null ? null : await source.OfAsync(question.Subject.Key, Viewer.System, cancellation);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        if (now?.ContentHash is { } content) seen["content"] = Convert.ToHexStringLower(content);
        if (await Answers.Approvals.NewestAsync(db, question.Subject, cancellation) is { } request)
        {
            seen["request"] = request.Id.ToString();
            seen["state"] = request.State.ToString();
            seen["approved"] = Convert.ToHexStringLower(request.ContentHash);
        }

        return Judge(seen, parameters);
    }

    public CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        var (outcome, key) = (seen.GetValueOrDefault("content"), seen.GetValueOrDefault("state"), seen.GetValueOrDefault("approved")) switch
        {
            (null, _, _) => (VerdictOutcome.CannotEvaluate, "unknown"),
            (_, null, _) => (VerdictOutcome.Fail, "never-asked"),
            (_, nameof(ApprovalState.Pending), _) => (VerdictOutcome.Fail, "waiting"),
            (_, not nameof(ApprovalState.Approved), _) => (VerdictOutcome.Fail, "not-approved"),
            var (content, _, approved) when content != approved => (VerdictOutcome.Fail, "other"),
            _ => (VerdictOutcome.Pass, "same"),
        };
        return new(outcome, Sentences.Of(texts, "gates.approved-content." + key), seen);
    }
}
