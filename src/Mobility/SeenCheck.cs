using Entente.Contracts.Safeguards;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility;

/// <summary>A check that judges by nothing but what it saw of a record: its sentence in every language, and what it saw.</summary>
internal abstract class SeenCheck(TextCatalog texts) : IJudgedCheck
{
    public abstract string Id { get; }

    protected TextCatalog Texts => texts;

    public async Task<CheckResult> EvaluateAsync(GateQuestion question, CheckParameters parameters, CancellationToken cancellation)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        await SeeAsync(question.Subject.Key, seen, cancellation);
        return Judge(seen, parameters);
    }

    public abstract CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters);

    /// <summary>Notes what the check needs to know of a record; nothing where there is no such record.</summary>
    protected abstract Task SeeAsync(Guid key, Dictionary<string, string> seen, CancellationToken cancellation);

    /// <summary>Passes where a thing seen is as it must be; cannot say where nothing was seen.</summary>
    protected CheckResult Is(IReadOnlyDictionary<string, string> seen, string what, Func<string, bool> isWell, string key, VerdictOutcome otherwise = VerdictOutcome.Fail) =>
        seen.GetValueOrDefault(what) is not { } value ? Unknown(seen)
        : isWell(value) ? Say(VerdictOutcome.Pass, key + ".pass", seen, value)
        : Say(otherwise, key + ".fail", seen, value);

    /// <summary>Cannot say.</summary>
    protected CheckResult Unknown(IReadOnlyDictionary<string, string> seen) => Say(VerdictOutcome.CannotEvaluate, "nominations.check.unknown", seen);

    protected CheckResult Say(VerdictOutcome outcome, string key, IReadOnlyDictionary<string, string> seen, params object?[] args) => new(outcome, texts.InEach(key, args), seen);
}

/// <summary>Such a check about one kind of record, as this transaction has it or as it is stored.</summary>
internal abstract class RecordCheck<TRecord>(AppDbContext db, TextCatalog texts) : SeenCheck(texts)
    where TRecord : Entity<TRecord>, IScoped
{
    protected AppDbContext Db => db;

    protected override async Task SeeAsync(Guid key, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var id = new Id<TRecord>(key);
        var record = db.Set<TRecord>().Local.FirstOrDefault(r => r.Id == id) ?? await db.Set<TRecord>().ViewerNamed().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (record is not null) await SeeAsync(record, seen, cancellation);
    }

    protected abstract Task SeeAsync(TRecord record, Dictionary<string, string> seen, CancellationToken cancellation);
}
