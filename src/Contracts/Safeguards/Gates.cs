using Entente.Foundation.Data;

namespace Entente.Contracts.Safeguards;

/// <summary>Nothing goes out before its gate is open. Called inside the caller's transaction; verdicts are stored.</summary>
public interface IGates
{
    /// <summary>Evaluates every check the packs in force ask for at this gate, stores the verdicts with what they saw, and says whether the gate is open. The caller saves, also where it stays closed.</summary>
    Task<GateOutcome> PassAsync(GateQuestion question, CancellationToken cancellation);

    /// <summary>Evaluates without storing, for a page that shows what would hold now.</summary>
    Task<GateOutcome> PreviewAsync(GateQuestion question, CancellationToken cancellation);

    /// <summary>What was kept of a passing; whoever asks has seen to it that the viewer may see what passed.</summary>
    Task<GateOutcome?> PassedAsync(Guid passing, CancellationToken cancellation);
}

/// <summary>What wants to go out.</summary>
/// <param name="Gate">The gate's id: <c>partners.sign</c>.</param>
/// <param name="Subject">The record.</param>
/// <param name="Unit">The unit it belongs to.</param>
/// <param name="Territories">ISO 3166-1 alpha-2 codes it concerns; packs group them, code never compares them.</param>
public sealed record GateQuestion(string Gate, RecordRef Subject, UnitId Unit, IReadOnlyList<string> Territories);

/// <summary>The answer of a gate.</summary>
/// <param name="IsOpen">No check failed or could not be evaluated, or an authorised exception stands.</param>
/// <param name="Verdicts">One for each check.</param>
/// <param name="Exception">The exception that opened it, where one did.</param>
public sealed record GateOutcome(bool IsOpen, IReadOnlyList<VerdictCard> Verdicts, GateExceptionCard? Exception)
{
    /// <summary>The key under which it is kept; none for a preview.</summary>
    public Guid? Passing { get; init; }

    /// <summary>The verdicts that speak against it, whether or not an exception opened it.</summary>
    public IEnumerable<VerdictCard> Against => Verdicts.Where(v => v.IsAgainst);
}

/// <summary>What one check said.</summary>
/// <param name="Check">The check's id; its name is the text <c>check.{id}</c>.</param>
/// <param name="Outcome">Pass, warn, fail or cannot be evaluated.</param>
/// <param name="Sentence">Why, for a person, in both languages.</param>
/// <param name="Pack">The pack's id.</param>
/// <param name="PackVersion">Its version.</param>
/// <param name="Citations">The rules it stands on, as the pack cites them.</param>
public sealed record VerdictCard(
    string Check, VerdictOutcome Outcome, LocalizedText Sentence, string Pack, string PackVersion, IReadOnlyList<LocalizedText> Citations)
{
    /// <summary>Whether it does not hold, or could not be evaluated: without an exception the gate stays closed.</summary>
    public bool IsAgainst => Outcome is VerdictOutcome.Fail or VerdictOutcome.CannotEvaluate;
}

/// <summary>The outcomes of a check.</summary>
public enum VerdictOutcome
{
    /// <summary>It holds.</summary>
    Pass,

    /// <summary>It holds, but look.</summary>
    Warn,

    /// <summary>It does not hold.</summary>
    Fail,

    /// <summary>Something needed to say is missing.</summary>
    CannotEvaluate,
}

/// <summary>An authorised exception: named, dated, and listed for the dean.</summary>
public sealed record GateExceptionCard(AccountId By, string Reason, DateOnly ValidUntil);

/// <summary>A check a room can evaluate; packs say at which gates it is asked and with which parameters.</summary>
public interface ICheck
{
    /// <summary>The check's id: <c>partners.documents-present</c>.</summary>
    string Id { get; }

    /// <summary>Evaluates it.</summary>
    Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation);
}

/// <summary>A check whose judgement depends on nothing but what it saw and what the pack gives; golden cases of packs run it.</summary>
public interface IJudgedCheck : ICheck
{
    /// <summary>Judges what was seen.</summary>
    /// <param name="seen">What <see cref="ICheck.EvaluateAsync"/> gathers and keeps with the verdict.</param>
    /// <param name="parameters">What the pack gives.</param>
    CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters);
}

/// <summary>The numbers and lists a pack gives a check; no number of a rule is in code.</summary>
/// <param name="Values">Name → value as text.</param>
public sealed record CheckParameters(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>A whole number of the pack.</summary>
    /// <exception cref="KeyNotFoundException">The pack does not give it.</exception>
    public int Number(string name) => int.Parse(Values[name], System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What a check found.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Sentence">Why, in both languages.</param>
/// <param name="Inputs">What it saw, kept with the verdict.</param>
public sealed record CheckResult(VerdictOutcome Outcome, LocalizedText Sentence, IReadOnlyDictionary<string, string> Inputs);
