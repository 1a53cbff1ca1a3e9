using System.Globalization;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Funding;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Changes;

/// <summary>The gates of changes; packs say what is looked at, with which numbers.</summary>
internal static class ChangeGates
{
    /// <summary>The gate a kind of change passes; none: nothing of it has a rule.</summary>
    public static string? Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Extension => "mobility.extend",
        ChangeKind.EarlierReturn => "mobility.return-earlier",
        ChangeKind.LaterStart => "mobility.start-later",
        _ => null,
    };
}

/// <summary>A check about a request to change a stay.</summary>
internal abstract class ChangeCheck(AppDbContext db, TextCatalog texts) : RecordCheck<StayChange>(db, texts)
{
    protected sealed override async Task SeeAsync(StayChange change, Dictionary<string, string> seen, CancellationToken cancellation) =>
        await SeeAsync(change, await Db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().SingleAsync(s => s.Id == change.StayId, cancellation), seen, cancellation);

    /// <summary>Gathers what is judged; the stay is as it stands before the change.</summary>
    protected abstract Task SeeAsync(StayChange change, Stay stay, Dictionary<string, string> seen, CancellationToken cancellation);

    protected CheckResult Told(VerdictOutcome outcome, string key, IReadOnlyDictionary<string, string> seen, params object?[] args) => Say(outcome, "changes.check." + key, seen, args);

    protected static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected static DateOnly Day(IReadOnlyDictionary<string, string> seen, string name) => DateOnly.ParseExact(seen[name], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Checks that the agreement is in force on the last day of the stay as it would be.</summary>
internal sealed class AgreementOnNewDay(AppDbContext db, TextCatalog texts, IAgreements agreements) : ChangeCheck(db, texts)
{
    public override string Id => "mobility.change-agreement";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        if (!seen.TryGetValue("number", out var number)) return Told(VerdictOutcome.CannotEvaluate, "unknown", seen);
        if (number.Length == 0) return Told(VerdictOutcome.Pass, "agreement.none", seen);
        if (seen["state"] is not ("Active" or "Signed")) return Told(VerdictOutcome.Fail, "agreement.over", seen, number);
        return seen["lastDay"].Length == 0 || Day(seen, "lastDay") >= Day(seen, "day") ? Told(VerdictOutcome.Pass, "agreement.pass", seen, number, Day(seen, "day"))
            : Told(VerdictOutcome.Fail, "agreement.fail", seen, number, Day(seen, "lastDay"), Day(seen, "day"));
    }

    protected override async Task SeeAsync(StayChange change, Stay stay, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var under = stay.AgreementId;
        var card = under is null ? null : await agreements.Cards(Viewer.System).SingleAsync(a => a.Id == under, cancellation);
        (seen["number"], seen["state"], seen["lastDay"]) = (card?.Number ?? "", card?.State.ToString() ?? "", card?.LastDay is { } last ? Written(last) : "");
        seen["day"] = Written(change.Kind == ChangeKind.Extension ? change.Day!.Value : stay.Until);
    }
}

/// <summary>Checks that the agreement has a place left of every academic year for which the change needs one more.</summary>
internal sealed class PlaceForChange(AppDbContext db, TextCatalog texts, IPlaceLedger ledger, FurtherPlaces places, AcademicCalendar calendar) : ChangeCheck(db, texts)
{
    public override string Id => "mobility.change-place";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        if (!seen.TryGetValue("years", out var years)) return Told(VerdictOutcome.CannotEvaluate, "unknown", seen);
        if (years.Length == 0) return Told(VerdictOutcome.Pass, "place.none", seen);
        var left = int.Parse(seen["left"], CultureInfo.InvariantCulture);
        return Told(left > 0 ? VerdictOutcome.Pass : VerdictOutcome.Fail, left > 0 ? "place.pass" : "place.fail", seen, years, (left / 100m).ToString("0.##", CultureInfo.InvariantCulture));
    }

    protected override async Task SeeAsync(StayChange change, Stay stay, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        seen["years"] = "";
        if (stay is not { AgreementId: { } agreement, Line: { } line }) return;
        var needed = await places.NeededAsync(stay, change, cancellation);
        if (needed.Count == 0) return;
        seen["years"] = string.Join(", ", needed.Select(calendar.Name));
        var least = int.MaxValue;
        foreach (var year in needed) least = Math.Min(least, (await ledger.LeftAsync([agreement], year, cancellation))[agreement].GetValueOrDefault(line));
        seen["left"] = Math.Max(0, least).ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>Checks that the stay is no longer than its form allows, whole months from the first day.</summary>
internal sealed class LongestStay(AppDbContext db, TextCatalog texts) : ChangeCheck(db, texts)
{
    public override string Id => "mobility.longest-stay";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        if (!seen.TryGetValue("form", out var form)) return Told(VerdictOutcome.CannotEvaluate, "unknown", seen);
        var months = parameters.Number(parameters.Values.ContainsKey(form) ? form : "other");
        var last = Day(seen, "first").AddMonths(months).AddDays(-1);
        return Day(seen, "day") <= last ? Told(VerdictOutcome.Pass, "longest.pass", seen, months) : Told(VerdictOutcome.Fail, "longest.fail", seen, months, last);
    }

    protected override async Task SeeAsync(StayChange change, Stay stay, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        seen["form"] = await Db.Set<MobilityForm>().Where(f => f.Id == stay.FormId).Select(f => f.Code).SingleAsync(cancellation);
        (seen["first"], seen["day"]) = (Written(stay.ArrivedOn ?? stay.From), Written(change.Day ?? stay.Until));
    }
}

/// <summary>Says by when a longer permit to stay is to be applied for.</summary>
internal sealed class ResidencePermit(AppDbContext db, TextCatalog texts, SchoolClock clock) : ChangeCheck(db, texts)
{
    public override string Id => "mobility.residence-permit";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        if (!seen.TryGetValue("abroad", out var abroad)) return Told(VerdictOutcome.CannotEvaluate, "unknown", seen);
        if (abroad != "yes") return Told(VerdictOutcome.Pass, "permit.planned", seen);
        var by = Day(seen, "before").AddDays(-parameters.Number("days"));
        return Told(VerdictOutcome.Warn, by >= Day(seen, "today") ? "permit.apply" : "permit.late", seen, by, parameters.Number("days"));
    }

    protected override Task SeeAsync(StayChange change, Stay stay, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        (seen["abroad"], seen["before"], seen["today"]) = (stay.State == StayState.UnderWay ? "yes" : "no", Written(stay.Until), Written(clock.Today));
        return Task.CompletedTask;
    }
}

/// <summary>Says that awards stay as they are: nothing is added for more days, and days not served may have to be paid back.</summary>
internal sealed class FundingOfChange(AppDbContext db, TextCatalog texts) : ChangeCheck(db, texts)
{
    public override string Id => "mobility.change-funding";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        if (!seen.TryGetValue("awards", out var awards)) return Told(VerdictOutcome.CannotEvaluate, "unknown", seen);
        if (awards.Length == 0) return Told(VerdictOutcome.Pass, "funding.none", seen);
        var days = int.Parse(seen["days"], CultureInfo.InvariantCulture);
        var amounts = string.Join(" + ", awards.Split('+').Select(a => a.Split(' ')).Select(a => FundingWords.Amount(long.Parse(a[0], CultureInfo.InvariantCulture), a[1])));
        return Told(VerdictOutcome.Warn, days > 0 ? "funding.more" : "funding.less", seen, amounts, Math.Abs(days));
    }

    protected override async Task SeeAsync(StayChange change, Stay stay, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var (of, application) = (stay.Id, stay.ApplicationId);
        var awards = await (from award in Db.Set<Award>().VisibleTo(Viewer.System).AsNoTracking()
                            join budget in Db.Set<FundingBudget>() on award.BudgetId equals budget.Id
                            join source in Db.Set<FundingSource>().VisibleTo(Viewer.System) on budget.SourceId equals source.Id
                            where award.State == AwardState.Standing && (award.StayId == of || (application != null && award.ApplicationId == application))
                            orderby award.Id
                            select new { award.Amount, source.Currency }).ToListAsync(cancellation);
        seen["awards"] = string.Join('+', awards.GroupBy(a => a.Currency, StringComparer.Ordinal).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Sum(a => a.Amount)} {g.Key}")));
        seen["days"] = ((change.Day ?? stay.Until).DayNumber - stay.Until.DayNumber).ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>Says whether the change was asked for as long ahead as the rules want.</summary>
internal sealed class NoticeOfChange(AppDbContext db, TextCatalog texts, SchoolClock clock) : ChangeCheck(db, texts)
{
    public override string Id => "mobility.change-notice";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        if (!seen.ContainsKey("asked")) return Told(VerdictOutcome.CannotEvaluate, "unknown", seen);
        var (days, least) = (Day(seen, "takesEffect").DayNumber - Day(seen, "asked").DayNumber, parameters.Number("days"));
        return Told(days >= least ? VerdictOutcome.Pass : VerdictOutcome.Warn, days >= least ? "notice.pass" : "notice.late", seen, Math.Max(0, days), least);
    }

    // A change takes effect on the earlier of the two days.
    protected override Task SeeAsync(StayChange change, Stay stay, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var effect = change.Day < change.DayBefore ? change.Day!.Value : change.DayBefore!.Value;
        (seen["asked"], seen["takesEffect"]) = (Written(clock.DateOf(change.AskedAt)), Written(effect));
        return Task.CompletedTask;
    }
}
