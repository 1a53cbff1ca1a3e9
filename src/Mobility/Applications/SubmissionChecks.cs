using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Applications;

/// <summary>A check of an application that is handed in; the pack gives the numbers.</summary>
internal abstract class SubmissionCheck(AppDbContext db, TextCatalog texts) : RecordCheck<Application>(db, texts)
{
    /// <summary>Passes where a number seen is as it must be; cannot say where nothing was seen.</summary>
    protected CheckResult IsNumber(IReadOnlyDictionary<string, string> seen, string what, Func<int, bool> isWell, string key, VerdictOutcome otherwise, params object?[] args) =>
        seen.GetValueOrDefault(what) is not { } value ? Unknown(seen)
        : isWell(int.Parse(value, CultureInfo.InvariantCulture)) ? Say(VerdictOutcome.Pass, key + ".pass", seen, [value, .. args])
        : Say(otherwise, key + ".fail", seen, [value, .. args]);

    protected static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Checks that the mean grade is good enough to be sent at all.</summary>
internal sealed class GradeReached(AppDbContext db, TextCatalog texts) : SubmissionCheck(db, texts)
{
    public override string Id => "mobility.grade-reached";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters)
    {
        var least = parameters.Number("leastHundredths");
        return seen.GetValueOrDefault("grade") is "" ? Say(VerdictOutcome.Warn, "apply.check.grade.none", seen)
            : IsNumber(seen, "grade", grade => grade >= least, "apply.check.grade", VerdictOutcome.Fail, ApplicationWords.Grade(least));
    }

    protected override Task SeeAsync(Application application, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        seen["grade"] = application.Grade is { } grade ? Written(grade) : "";
        return Task.CompletedTask;
    }
}

/// <summary>Checks how many days a student has spent abroad already.</summary>
internal sealed class DaysAbroadSoFar(AppDbContext db, TextCatalog texts, SchoolClock clock) : SubmissionCheck(db, texts)
{
    public override string Id => "mobility.days-abroad";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) =>
        IsNumber(seen, "days", days => days <= parameters.Number("most"), "apply.check.days", VerdictOutcome.Fail, parameters.Number("most"));

    protected override async Task SeeAsync(Application application, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var person = application.PersonId;
        var stays = await Db.Set<Stay>().VisibleTo(Viewer.System).AsNoTracking().Where(s => s.PersonId == person && s.Direction == PlaceDirection.Out).ToListAsync(cancellation);
        seen["days"] = Written(stays.Sum(s => s.DaysBy(clock.Today)));
    }
}

/// <summary>Checks how many other applications the student has handed in for the same academic year.</summary>
internal sealed class ApplicationsAtOnce(AppDbContext db, TextCatalog texts) : SubmissionCheck(db, texts)
{
    public override string Id => "mobility.applications-at-once";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) =>
        IsNumber(seen, "others", others => others < parameters.Number("most"), "apply.check.others", VerdictOutcome.Fail, parameters.Number("most"));

    protected override async Task SeeAsync(Application application, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var (own, person, call) = (application.Id, application.PersonId, application.CallId);
        var calls = Db.Set<Call>().VisibleTo(Viewer.System);
        var year = await calls.Where(c => c.Id == call).Select(c => c.AcademicYear).SingleAsync(cancellation);
        seen["others"] = Written(await Db.Set<Application>().VisibleTo(Viewer.System)
            .CountAsync(a => a.PersonId == person && a.Id != own && a.State == ApplicationState.Submitted && calls.Any(c => c.Id == a.CallId && c.AcademicYear == year), cancellation));
    }
}

/// <summary>Checks that nothing the student owes for an earlier stay is overdue.</summary>
internal sealed class NothingOwed(AppDbContext db, TextCatalog texts, IObligations obligations, SchoolClock clock) : SubmissionCheck(db, texts)
{
    public override string Id => "mobility.nothing-owed";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) =>
        seen.GetValueOrDefault("late") is not { } late ? Unknown(seen)
        : late.Length == 0 ? Say(VerdictOutcome.Pass, "apply.check.owed.pass", seen)
        : Say(VerdictOutcome.Fail, "apply.check.owed.fail", seen, new LocalizedText(late, seen.GetValueOrDefault("late-zh", late)));

    protected override async Task SeeAsync(Application application, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var person = application.PersonId;
        var stays = await Db.Set<Stay>().VisibleTo(Viewer.System).Where(s => s.PersonId == person).Select(s => s.Id).ToListAsync(cancellation);
        var owed = await obligations.OfAllAsync([.. stays.Select(s => new RecordRef(Stay.RecordKind, s.Value))], cancellation);
        var late = owed.FirstOrDefault(o => o.State == ObligationState.Open && o.Due < clock.Today);
        seen["late"] = late?.Title.En ?? "";
        if (late is not null) seen["late-zh"] = late.Title.Zh;
    }
}

/// <summary>Points out somebody of the same name among the applicants: perhaps one student known twice.</summary>
internal sealed class AppliedOnce(AppDbContext db, TextCatalog texts, IPersons persons) : SubmissionCheck(db, texts)
{
    public override string Id => "mobility.applied-once";

    public override CheckResult Judge(IReadOnlyDictionary<string, string> seen, CheckParameters parameters) => IsNumber(seen, "namesakes", n => n == 0, "apply.check.namesake", VerdictOutcome.Warn);

    protected override async Task SeeAsync(Application application, Dictionary<string, string> seen, CancellationToken cancellation)
    {
        var (call, person) = (application.CallId, application.PersonId);
        var cards = persons.Cards(Viewer.System);
        var name = await cards.Where(p => p.Id == person).Select(p => p.SortKey).SingleAsync(cancellation);
        var others = Db.Set<Application>().VisibleTo(Viewer.System).Where(a => a.CallId == call && a.PersonId != person && a.State == ApplicationState.Submitted);
        seen["namesakes"] = Written(await others.CountAsync(a => cards.Any(p => p.Id == a.PersonId && p.SortKey == name), cancellation));
    }
}
