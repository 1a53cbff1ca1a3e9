using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Roster;

/// <summary>
/// Takes a roster over, or looks at it, and keeps what became of it. All of a roster is written in one save; one that would let go too many waits, with its
/// files, until somebody decides.
/// </summary>
internal sealed class RosterRuns(AppDbContext db, RosterSettings settings, RosterComparing comparing, SchoolClock clock)
{
    /// <summary>From so many changes on they are written in bulk.</summary>
    private const int Many = 500;

    /// <summary>Reads and compares without keeping anything.</summary>
    /// <exception cref="RosterRefusedException">It cannot be read as a whole.</exception>
    public async Task<RosterOutcome> TryAsync(IReadOnlyList<RosterContent> files, CancellationToken cancellation)
    {
        var outcome = await comparing.CompareAsync(RosterReading.Read(files, settings.NeedsEndLine, clock.Today), cancellation);
        db.ChangeTracker.Clear();
        return outcome;
    }

    /// <summary>Takes a roster over, unless it would let go too many; one handed in on the page is only looked at. What waited before is out of date then.</summary>
    public async Task<RosterTaken> TakeAsync(IReadOnlyList<RosterContent> files, RosterOrigin origin, AccountId? by, CancellationToken cancellation)
    {
        var run = new RosterRun { At = db.Write.Now, Origin = origin, ById = by, Files = RosterContent.NamesOf(files) };
        var (outcome, sayings) = await CompareAsync(run, files, cancellation);
        var isUpload = origin == RosterOrigin.Upload;
        run.State = outcome is null ? RosterState.Refused
            : outcome.ChangesNothing ? RosterState.Unchanged
            : isUpload ? RosterState.Previewed
            : outcome.EndsMoreThan(settings.MostLeaving) ? RosterState.Held
            : RosterState.Applied;
        if (run.State == RosterState.Applied) Finish(run, outcome!, null);
        else if (isUpload || run.State != RosterState.Unchanged) db.ChangeTracker.Clear();
        if (!isUpload) await DropWaitingAsync(cancellation);
        if (run.IsOpen) db.AddRange(files.Select(f => f.Kept(run.Id)));
        db.Add(run);
        await SaveAsync(run, sayings, cancellation);
        return new(run, sayings);
    }

    /// <summary>Keeps that a roster could not even be fetched.</summary>
    public async Task RefusedAsync(string place, RosterOrigin origin, RosterSaying why, CancellationToken cancellation)
    {
        var run = new RosterRun { At = db.Write.Now, Origin = origin, Files = place.Length <= RosterRun.LongestFiles ? place : place[^RosterRun.LongestFiles..], State = RosterState.Refused };
        db.Add(run);
        await SaveAsync(run, [why], cancellation);
    }

    /// <summary>Takes over what waited, compared anew with the records of now.</summary>
    public async Task ConfirmAsync(RosterRun run, AccountId? by, CancellationToken cancellation)
    {
        var kept = await db.Set<RosterFile>().Where(f => f.RunId == run.Id).OrderBy(f => f.Id).ToListAsync(cancellation);
        var (outcome, sayings) = await CompareAsync(run, [.. kept.Select(RosterContent.Of)], cancellation);
        run.State = outcome is null ? RosterState.Refused : outcome.ChangesNothing ? RosterState.Unchanged : RosterState.Applied;
        if (outcome is not null) Finish(run, outcome, by);
        db.RemoveRange(kept);
        db.RemoveRange(await db.Set<RosterLine>().Where(l => l.RunId == run.Id).ToListAsync(cancellation));
        await SaveAsync(run, sayings, cancellation);
    }

    /// <summary>Drops what waited.</summary>
    public async Task DropAsync(RosterRun run, AccountId? by, CancellationToken cancellation)
    {
        await DropAsync([run], by, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<(RosterOutcome? Outcome, IReadOnlyList<RosterSaying> Sayings)> CompareAsync(RosterRun run, IReadOnlyList<RosterContent> files, CancellationToken cancellation)
    {
        try
        {
            var table = RosterReading.Read(files, settings.NeedsEndLine, clock.Today);
            var outcome = await comparing.CompareAsync(table, cancellation);
            run.Rows = table.Rows;
            (run.Created, run.Changed, run.Ended, run.Unchanged, run.LeftOut) = (outcome.Created, outcome.Changed, outcome.Ended, outcome.Unchanged, outcome.LeftOut);
            (run.Before, run.Leaving) = outcome.People;
            return (outcome, outcome.Sayings);
        }
        catch (RosterRefusedException refused)
        {
            return (null, refused.Why);
        }
    }

    private void Finish(RosterRun run, RosterOutcome outcome, AccountId? by)
    {
        (run.DecidedAt, run.DecidedById) = (db.Write.Now, by);
        if (outcome.Left.Count > 0) db.Tell(new AccountsLeft([.. outcome.Left]));
        else if (outcome.ChangesRights) db.Tell(new RightsChanged());
        db.Write.IsLarge = outcome.Created + outcome.Changed + outcome.Ended > Many;
    }

    private async Task SaveAsync(RosterRun run, IReadOnlyList<RosterSaying> sayings, CancellationToken cancellation)
    {
        db.AddRange(sayings.Select((s, i) => RosterSentences.LineOf(run.Id, s, i)));
        db.Write.IsLarge |= sayings.Count > Many;
        await db.SaveChangesAsync(cancellation);
    }

    private async Task DropWaitingAsync(CancellationToken cancellation) => await DropAsync(
        await db.Set<RosterRun>().Where(r => (r.State == RosterState.Held || r.State == RosterState.Previewed) && r.Origin != RosterOrigin.Upload).ToListAsync(cancellation), null, cancellation);

    private async Task DropAsync(IReadOnlyList<RosterRun> runs, AccountId? by, CancellationToken cancellation)
    {
        var ids = runs.Select(r => r.Id).ToList();
        foreach (var run in runs) (run.State, run.DecidedAt, run.DecidedById) = (RosterState.Dropped, db.Write.Now, by);
        if (ids.Count > 0) db.RemoveRange(await db.Set<RosterFile>().Where(f => ids.Contains(f.RunId)).ToListAsync(cancellation));
    }
}

/// <summary>What became of a roster, and what is to be said of it.</summary>
internal sealed record RosterTaken(RosterRun Run, IReadOnlyList<RosterSaying> Sayings);
