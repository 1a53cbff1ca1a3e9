using System.Globalization;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Funding;

/// <summary>The gates money passes; packs say what is asked there, with which numbers.</summary>
internal static class FundingGates
{
    /// <summary>Before an instalment is paid.</summary>
    public const string Pay = "mobility.pay";

    /// <summary>Before a deposit is given back.</summary>
    public const string ReturnDeposit = "mobility.return-deposit";

    /// <summary>What is paid back where a stay was broken off.</summary>
    public const string Repay = "mobility.repay";
}

/// <summary>What the checks of this request worked out with the numbers of the packs: the deposit asked for, the sum to be repaid.</summary>
internal sealed class Reckoned
{
    public long? Deposit { get; set; }

    public long? Repayable { get; set; }
}

/// <summary>A check about an award.</summary>
internal abstract class AwardCheck(AppDbContext db, TextCatalog texts) : IJudgedCheck
{
    public abstract string Id { get; }

    protected AppDbContext Db => db;

    public async Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var id = new Id<Award>(question.Subject.Key);
        if (await db.Set<Award>().VisibleTo(Viewer.System).AsNoTracking().Include(a => a.Instalments).SingleOrDefaultAsync(a => a.Id == id, cancellation) is { } award)
            await SeeAsync(award, parameters, seen, cancellation);
        return Judge(seen, parameters);
    }

    public abstract CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters);

    protected abstract Task SeeAsync(Award award, CheckParameters parameters, Dictionary<string, string> seen, CancellationToken cancellation);

    protected CheckResult Say(VerdictOutcome outcome, string key, IReadOnlyDictionary<string, string> seen, params object?[] args) =>
        new(outcome, texts.InEach(key, args), seen);

    /// <summary>The stay an award is for, also where it was given to the application before there was one.</summary>
    protected async Task<Stay?> StayAsync(Award award, CancellationToken cancellation)
    {
        var (of, application) = (award.StayId, award.ApplicationId);
        return await db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(s => s.Id == of || (application != null && s.ApplicationId == application)).OrderBy(s => s.Id).FirstOrDefaultAsync(cancellation);
    }

    protected static long Number(IReadOnlyDictionary<string, string> seen, string name) => long.Parse(seen[name], CultureInfo.InvariantCulture);
}

/// <summary>Checks that nothing the student owes for the stay is late: a report that did not come suspends what would be paid, until it comes.</summary>
internal sealed class NothingLate(AppDbContext db, TextCatalog texts, IObligations obligations, SchoolClock clock) : AwardCheck(db, texts)
{
    public override string Id => "mobility.nothing-late";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        if (!seen.TryGetValue("late", out var late)) return Say(VerdictOutcome.CannotEvaluate, "funding.check.unknown", seen);
        if (late.Length == 0) return Say(VerdictOutcome.Pass, "funding.check.late.pass", seen);
        return Say(VerdictOutcome.Fail, "funding.check.late.fail", seen, new LocalizedText(late, seen.GetValueOrDefault("late-zh", late)), DateOnly.ParseExact(seen["due"], "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    // The pack names the kinds that count and for how many days they may be late.
    protected override async Task SeeAsync(Award award, CheckParameters parameters, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var kinds = parameters.Values["kinds"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = clock.Today.AddDays(-parameters.Number("days"));
        var owed = await StayAsync(award, cancellation) is { Id: var stay } ? await obligations.OfAsync(new(Stay.RecordKind, stay.Value), cancellation) : [];
        var late = owed.FirstOrDefault(o => o.State == ObligationState.Open && o.Due < last && kinds.Contains(o.Kind, StringComparer.Ordinal));
        seen["late"] = late?.Title.En ?? "";
        if (late is null) return;
        seen["late-zh"] = late.Title.Zh;
        seen["due"] = late.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}

/// <summary>Checks that the deposit the pack asks for, a share of the award, is there.</summary>
internal sealed class DepositMade(AppDbContext db, TextCatalog texts, Reckoned reckoned) : AwardCheck(db, texts)
{
    public override string Id => "mobility.deposit-made";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        if (!seen.ContainsKey("award")) return Say(VerdictOutcome.CannotEvaluate, "funding.check.unknown", seen);
        var asked = Asked(Number(seen, "award"), parameters);
        return Number(seen, "deposit") >= asked ? Say(VerdictOutcome.Pass, "funding.check.deposit.pass", seen) : Say(VerdictOutcome.Fail, "funding.check.deposit.fail", seen, FundingWords.Amount(asked), parameters.Number("percent"));
    }

    protected override Task SeeAsync(Award award, CheckParameters parameters, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        reckoned.Deposit = Math.Max(reckoned.Deposit ?? 0, Asked(award.Amount, parameters));
        seen["award"] = award.Amount.ToString(CultureInfo.InvariantCulture);
        seen["deposit"] = (award.Deposit ?? 0).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    // Rounded up to the minor unit, so that the share is never missed by a fraction.
    private static long Asked(long award, CheckParameters parameters) => ((award * parameters.Number("percent")) + 99) / 100;
}

/// <summary>
/// Works out what is paid back where a stay ends early: everything below one share of the planned days, nothing from another on, between them what falls on the days not served.
/// </summary>
internal sealed class RepaymentDue(AppDbContext db, TextCatalog texts, Reckoned reckoned, SchoolClock clock) : AwardCheck(db, texts)
{
    public override string Id => "mobility.repayment";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        if (!seen.ContainsKey("paid")) return Say(VerdictOutcome.CannotEvaluate, "funding.check.unknown", seen);
        var (paid, planned, served) = (Number(seen, "paid"), Number(seen, "planned"), Number(seen, "served"));
        var due = Due(paid, planned, served, parameters);
        return due == 0 ? Say(VerdictOutcome.Pass, "funding.check.repay.none", seen, served, planned)
            : due == paid ? Say(VerdictOutcome.Fail, "funding.check.repay.whole", seen, served, planned, FundingWords.Amount(due), parameters.Number("wholeBelowPercent"))
            : Say(VerdictOutcome.Warn, "funding.check.repay.part", seen, served, planned, FundingWords.Amount(due));
    }

    protected override async Task SeeAsync(Award award, CheckParameters parameters, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var stay = await StayAsync(award, cancellation);
        long planned = stay is null ? 1 : stay.Until.DayNumber - stay.From.DayNumber + 1;
        long served = stay is null || stay.State == StayState.CalledOff ? 0 : stay.DaysBy(clock.Today);
        reckoned.Repayable = Due(award.Paid, planned, served, parameters);
        foreach (var (name, value) in new[] { ("paid", award.Paid), ("planned", planned), ("served", served) }) seen[name] = value.ToString(CultureInfo.InvariantCulture);
    }

    private static long Due(long paid, long planned, long served, CheckParameters parameters) =>
        served * 100 >= planned * parameters.Number("noneFromPercent") ? 0
        : served * 100 < planned * parameters.Number("wholeBelowPercent") ? paid
        : (long)((Int128)paid * Math.Max(0, planned - served) / planned);
}
