using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Jobs;

/// <summary>A job as the operator sees it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Key">Its idempotency key.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">Attempts made.</param>
/// <param name="EnqueuedAt">When it was left.</param>
/// <param name="RunAfter">When the next attempt is due.</param>
/// <param name="FinishedAt">When it was done or given up.</param>
/// <param name="Error">What went wrong last.</param>
public sealed record JobLine(
    Guid Id, string Kind, string Key, JobState State, int Attempts, Instant EnqueuedAt, Instant RunAfter, Instant? FinishedAt, string? Error);

/// <summary>The operator's view of the jobs.</summary>
public sealed class JobBoard
{
    private readonly AppDbContext db;
    private readonly JobCatalog catalog;

    internal JobBoard(AppDbContext db, JobCatalog catalog)
    {
        this.db = db;
        this.catalog = catalog;
    }

    /// <summary>How many jobs stand where.</summary>
    public async Task<IReadOnlyDictionary<JobState, int>> CountAsync(CancellationToken cancellation) =>
        await db.Set<Job>().GroupBy(j => j.State).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellation);

    /// <summary>Jobs in a state, or all: those that need a look first, then the newest.</summary>
    public async Task<(IReadOnlyList<JobLine> Lines, int Total)> ListAsync(JobState? state, string? kind, int skip, int take, CancellationToken cancellation)
    {
        var jobs = db.Set<Job>().Where(j => (state == null || j.State == state) && (kind == null || j.Kind == kind));
        var lines = await jobs
            .OrderBy(j => j.State == JobState.Dead ? 0 : j.State == JobState.Running ? 1 : j.State == JobState.Waiting ? 2 : 3)
            .ThenByDescending(j => j.EnqueuedAt).ThenBy(j => j.Id)
            .Skip(skip).Take(take)
            .Select(j => new JobLine(j.Id, j.Kind, j.Key, j.State, j.Attempts, j.EnqueuedAt, j.RunAfter, j.FinishedAt, j.Error))
            .ToListAsync(cancellation);
        return (lines, await jobs.CountAsync(cancellation));
    }

    /// <summary>Kinds of job that this installation knows.</summary>
    public IReadOnlyList<string> Kinds => catalog.Kinds;

    /// <summary>Makes a waiting or dead job due at once, with its attempts counted anew.</summary>
    /// <returns>Whether the job was waiting or dead.</returns>
    public async Task<bool> RetryAsync(Guid id, CancellationToken cancellation)
    {
        var now = db.Write.Now;
        var moved = await db.Set<Job>().Where(j => j.Id == id && (j.State == JobState.Dead || j.State == JobState.Waiting)).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.RunAfter, now)
                .SetProperty(j => j.Attempts, 0).SetProperty(j => j.FinishedAt, (Instant?)null),
            cancellation);
        if (moved == 0) return false;
        db.Write.WakesWorker = true;
        db.Write.Saved();
        return true;
    }
}
