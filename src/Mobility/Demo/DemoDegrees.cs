using Entente.Contracts.Directory;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.TwoDegrees;
using NodaTime;

namespace Entente.Mobility.Demo;

/// <summary>Two ways to the degrees of two institutions: that of the student who can sign in, half-way, and one that came to its end.</summary>
internal sealed class DemoDegrees(AppDbContext db, DemoBook book, SchoolClock clock, DegreeRules rules, MilestoneDuties duties)
{
    /// <summary>How many months of the programme lay before the first stay.</summary>
    private const int Before = 9;

    public async Task AddAsync(Stay running, Stay over, DateOnly today, CancellationToken cancellation)
    {
        if (await LayOutAsync(running, cancellation) is not { } halfWay || await LayOutAsync(over, cancellation) is not { } finished) return;
        foreach (var milestone in halfWay.Milestones.Where(m => m.PlannedOn < today.AddDays(-20))) Reach(milestone, milestone.PlannedOn.AddDays(milestone.Code.Length - 8), "Noted from the record of the graduate school.");
        var next = halfWay.Milestones.Where(m => m.DoneOn is null).MinBy(m => m.PlannedOn)!;
        next.Move(next.PlannedOn.AddDays(21), "Both supervisors are free three weeks later only.", book.Find<AccountCard>("tang.yuan"), clock.Now - Duration.FromDays(12));
        foreach (var milestone in finished.Milestones) Reach(milestone, milestone.PlannedOn.AddDays(milestone.Code.Length - 10), "Noted from the record of the graduate school.");
        await duties.OweAsync(halfWay, running.Id, cancellation);
    }

    private async Task<DegreeProgramme?> LayOutAsync(Stay stay, CancellationToken cancellation)
    {
        if (await rules.OfAsync(stay.FormId, cancellation) is not { } rule) return null;
        var begins = stay.From.AddMonths(-Before);
        var programme = await rules.LayOutAsync(stay, rule, begins, begins.AddMonths(rule.Months).AddDays(-1), book.Find<AccountCard>("tang.yuan"), clock.Now - Duration.FromDays(90), cancellation);
        db.Add(programme);
        return programme;
    }

    private void Reach(Milestone milestone, DateOnly on, string note) => milestone.Reach(on, note, null, book.Find<AccountCard>("tang.yuan"), clock.Now - Duration.FromDays(30));
}
