using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Events;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Entente.Mobility.Stays;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.TwoDegrees;

/// <summary>Keeps what is owed on the way to two degrees in step with the milestones; what was due before the programme was recorded is not asked for.</summary>
internal sealed class MilestoneDuties(IObligations obligations, IAccounts accounts, StayNames names, SchoolClock clock, TextCatalog texts)
{
    public const string Kind = "mobility.milestone";

    /// <summary>Owes the milestones that are not reached, and moves those that were moved.</summary>
    /// <param name="programme">With its milestones.</param>
    /// <param name="stay">The stay whose page leads to it.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task OweAsync(DegreeProgramme programme, Id<Stay> stay, CancellationToken cancellation)
    {
        var person = (await names.PersonsAsync([programme.PersonId], cancellation))[programme.PersonId];
        var student = (await accounts.OfPersonsAsync([programme.PersonId], cancellation)).FirstOrDefault()?.Id;
        var since = clock.DateOf(programme.RecordedAt);
        await obligations.OweAllAsync([.. programme.Milestones.Where(m => m.DoneOn is null && m.PlannedOn >= since).Select(m => new NewObligation(
            programme.Ref(), Kind, m.Instance, m.Role ?? BuiltInRole.Coordinator, programme.UnitId, m.Role is null ? student : null,
            texts.InEach("degrees.duty", m.Title, person), ShowDegrees.AddressOf(stay) + "#milestones", m.PlannedOn, m.PlannedOn.AddDays(-m.ShowDays)))], cancellation);
    }

    public Task ReachedAsync(DegreeProgramme programme, Milestone milestone, string note, CancellationToken cancellation) =>
        obligations.FulfilAsync(programme.Ref(), Kind, milestone.Instance, note, cancellation);
}

/// <summary>Whoever notes on the obligation that a milestone is reached has noted it on the timeline, too.</summary>
internal sealed class HearMilestone(SchoolClock clock) : IHear<ObligationFulfilled>
{
    public async Task HearAsync(ObligationFulfilled happened, AppDbContext db, CancellationToken cancellation)
    {
        if (happened.Kind != MilestoneDuties.Kind || happened.Subject.Kind != DegreeProgramme.RecordKind) return;
        var key = new Id<DegreeProgramme>(happened.Subject.Key);
        var open = await db.Set<Milestone>().Where(m => m.ProgrammeId == key && m.DoneOn == null).ToListAsync(cancellation);
        open.Find(m => m.Instance == happened.Instance)?.Reach(clock.Today, happened.Receipt, null, db.Write.Viewer.Me(), db.Write.Now);
    }
}
