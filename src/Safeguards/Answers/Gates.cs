using Entente.Contracts.Directory;
using System.Text.Json;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Safeguards.Desk;
using Entente.Safeguards.Model;
using Entente.Safeguards.Packs;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Answers;

/// <summary>
/// Evaluates gates. Whatever is not known keeps a gate closed: a gate no pack names, a check no room has, a number a pack does not give.
/// </summary>
internal sealed class Gates(AppDbContext db, PackShelf packs, IEnumerable<ICheck> checks, SchoolClock clock, TextCatalog texts) : IGates
{
    public async Task<GateOutcome> PassAsync(GateQuestion question, CancellationToken cancellation)
    {
        var (outcome, found, exception) = await EvaluateAsync(question, cancellation);
        var passing = new GatePassing
        {
            Gate = question.Gate,
            SubjectKind = question.Subject.Kind,
            SubjectKey = question.Subject.Key,
            UnitId = question.Unit,
            At = db.Write.Now,
            ById = db.Write.Viewer.Me(),
            IsOpen = outcome.IsOpen,
            ExceptionId = exception,
        };
        passing.Verdicts.AddRange(found.Select((f, i) => new Verdict
        {
            PassingId = passing.Id,
            Order = i + 1,
            Check = f.Rule.Check,
            Outcome = f.Result.Outcome,
            Sentence = f.Result.Sentence,
            EditionId = f.From.Edition,
            Inputs = JsonSerializer.Serialize(new { seen = Sorted(f.Result.Inputs), parameters = Sorted(f.Rule.Parameters) }, Readable),
        }));
        db.Add(passing);
        return outcome with { Passing = passing.Id.Value };
    }

    public async Task<GateOutcome?> PassedAsync(Guid passing, CancellationToken cancellation)
    {
        var id = new Id<GatePassing>(passing);
        if (await db.Set<GatePassing>().VisibleTo(Viewer.System).AsNoTracking().Include(p => p.Verdicts).SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } found) return null;
        var verdicts = new List<VerdictCard>();
        foreach (var verdict in found.Verdicts.OrderBy(v => v.Order))
        {
            var pack = await packs.OfAsync(verdict.EditionId, cancellation);
            var rule = pack.Gates.FirstOrDefault(g => g.Id == found.Gate)?.Checks.FirstOrDefault(c => c.Check == verdict.Check);
            verdicts.Add(new(verdict.Check, verdict.Outcome, verdict.Sentence, pack.Id, pack.Version, [.. pack.Cited(rule?.Citations ?? []).Select(c => c.Text)]));
        }

        var exception = found.ExceptionId is { } granted
            ? await db.Set<GateException>().VisibleTo(Viewer.System).Where(e => e.Id == granted).Select(e => new GateExceptionCard(e.ById, e.Reason, e.ValidUntil)).SingleAsync(cancellation)
            : null;
        return new(found.IsOpen, verdicts, exception) { Passing = passing };
    }

    public async Task<GateOutcome> PreviewAsync(GateQuestion question, CancellationToken cancellation) =>
        (await EvaluateAsync(question, cancellation)).Outcome;

    private async Task<(GateOutcome Outcome, IReadOnlyList<Found> Found, Id<GateException>? Exception)> EvaluateAsync(
        GateQuestion question, CancellationToken cancellation)
    {
        var rules = (await packs.TodayAsync(cancellation)).ChecksAt(question.Gate, question.Territories);
        if (rules.Count == 0) return (NoRules(question.Gate), [], null);
        var found = new List<Found>();
        foreach (var (from, _, rule) in rules) found.Add(new(from, rule, await JudgeAsync(question, rule, cancellation)));
        var verdicts = found.ConvertAll(f => new VerdictCard(
            f.Rule.Check, f.Result.Outcome, f.Result.Sentence, f.From.Pack.Id, f.From.Pack.Version, [.. f.From.Pack.Cited(f.Rule.Citations).Select(c => c.Text)]));
        var against = found.Where(f => Closes(f.Result.Outcome)).ToList();
        if (against.Count == 0) return (new(true, verdicts, null), found, null);
        var exception = against.TrueForAll(f => f.Rule.Excusable) ? await StandingAsync(question, against.ConvertAll(f => f.Rule.Check), cancellation) : null;
        return exception is null
            ? (new(false, verdicts, null), found, null)
            : (new(true, verdicts, new(exception.ById, exception.Reason, exception.ValidUntil)), found, exception.Id);
    }

    private async Task<CheckResult> JudgeAsync(GateQuestion question, CheckRule rule, CancellationToken cancellation)
    {
        if (checks.FirstOrDefault(c => c.Id == rule.Check) is not { } check) return Unknown("gates.no-check", rule.Check);
        try
        {
            return await check.EvaluateAsync(question, new CheckParameters(rule.Parameters), cancellation);
        }
        catch (Exception missing) when (missing is KeyNotFoundException or FormatException or OverflowException)
        {
            return Unknown("gates.no-parameter", rule.Check);
        }
    }

    private async Task<GateException?> StandingAsync(GateQuestion question, IReadOnlyList<string> against, CancellationToken cancellation)
    {
        var today = clock.Today;
        var standing = await db.Set<GateException>().VisibleTo(Viewer.System).AsNoTracking()
            .Where(e => e.SubjectKey == question.Subject.Key && e.SubjectKind == question.Subject.Kind && e.Gate == question.Gate
                && e.EndedAt == null && e.ValidUntil >= today)
            .OrderByDescending(e => e.ValidUntil).ToListAsync(cancellation);
        return standing.Find(e => against.All(c => e.CheckIds.Contains(c, StringComparer.Ordinal)));
    }

    private GateOutcome NoRules(string gate) => new(
        false, [new("safeguards.no-rules", VerdictOutcome.CannotEvaluate, Sentences.Of(texts, "gates.no-rules", gate), "", "", [])], null);

    private CheckResult Unknown(string textKey, string check) =>
        new(VerdictOutcome.CannotEvaluate, Sentences.Of(texts, textKey, check), new Dictionary<string, string>(StringComparer.Ordinal));

    private static bool Closes(VerdictOutcome outcome) => outcome is not (VerdictOutcome.Pass or VerdictOutcome.Warn);

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> values) =>
        new(values.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    private sealed record Found(InstalledPack From, CheckRule Rule, CheckResult Result);
}
