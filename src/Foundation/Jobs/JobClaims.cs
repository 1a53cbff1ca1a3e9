using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Jobs;

/// <summary>Who has a job: claims it under a lease, renews the lease, completes it, puts it back.</summary>
internal static class JobClaims
{
    /// <summary>How long a claim holds without renewal; after a crash the job is taken up again this much later.</summary>
    public static readonly Duration LeaseTime = Duration.FromMinutes(2);

    /// <summary>Claims the job that is due longest, or whose worker fell silent; none: nothing is due.</summary>
    public static async Task<Job?> ClaimAsync(AppDbContext db, IReadOnlyList<string> kinds, Instant now, CancellationToken cancellation)
    {
        if (kinds.Count == 0) return null;
        var lease = Guid.CreateVersion7();
        var until = Moments.Stored(db, now + LeaseTime);
        object[] parameters = [lease, until, Moments.Stored(db, now), .. kinds];
        var listed = string.Join(", ", kinds.Select((_, i) => "{" + (i + 3) + "}"));

        // PostgreSQL: rows another worker is claiming are passed over instead of waited for. SQLite: one writer at a time.
        var skip = db.Database.IsSqlite() ? "" : "FOR UPDATE SKIP LOCKED";
        var sql = $$"""
            UPDATE foundation_job SET "State" = 'Running', "Attempts" = "Attempts" + 1, "Lease" = {0}, "LeasedUntil" = {1}
            WHERE "Id" = (
                SELECT "Id" FROM foundation_job
                WHERE (("State" = 'Waiting' AND "RunAfter" <= {2}) OR ("State" = 'Running' AND "LeasedUntil" <= {2})) AND "Kind" IN ({{listed}})
                ORDER BY "RunAfter", "Id" LIMIT 1 {{skip}})
            RETURNING *
            """;
        await foreach (var job in db.Set<Job>().FromSqlRaw(sql, parameters).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
            return job;
        return null;
    }

    /// <summary>Whether the claim still holds; it does for another lease time then.</summary>
    public static async Task<bool> RenewAsync(AppDbContext db, Job job, Instant now, CancellationToken cancellation) =>
        await Held(db, job).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, now + LeaseTime), cancellation) == 1;

    /// <summary>Marks the job done; false where another worker has it by now, and nothing may be committed then.</summary>
    public static async Task<bool> CompleteAsync(AppDbContext db, Job job, Instant now, CancellationToken cancellation) =>
        await Held(db, job).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, JobState.Done).SetProperty(j => j.FinishedAt, now)
                .SetProperty(j => j.Lease, (Guid?)null).SetProperty(j => j.LeasedUntil, (Instant?)null).SetProperty(j => j.Error, (string?)null),
            cancellation) == 1;

    /// <summary>Notes a failed attempt and when the next one is, or that there is none.</summary>
    public static async Task<bool> FailAsync(AppDbContext db, Job job, Instant now, string error, bool forGood, CancellationToken cancellation)
    {
        var dead = forGood || job.Attempts >= Backoff.LastAttempt;
        var next = dead ? now : now + Backoff.After(job.Attempts);
        error = error.Length <= Job.LongestError ? error : error[..Job.LongestError];
        return await Held(db, job).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.State, dead ? JobState.Dead : JobState.Waiting).SetProperty(j => j.RunAfter, next)
                .SetProperty(j => j.FinishedAt, dead ? now : null).SetProperty(j => j.Error, error)
                .SetProperty(j => j.Lease, (Guid?)null).SetProperty(j => j.LeasedUntil, (Instant?)null),
            cancellation) == 1;
    }

    /// <summary>Gives a job back that this node did not finish before it stopped; the attempt does not count.</summary>
    public static Task ReturnAsync(AppDbContext db, Job job, Instant now, CancellationToken cancellation) => Held(db, job).ExecuteUpdateAsync(
        set => set.SetProperty(j => j.State, JobState.Waiting).SetProperty(j => j.RunAfter, now).SetProperty(j => j.Attempts, job.Attempts - 1)
            .SetProperty(j => j.Lease, (Guid?)null).SetProperty(j => j.LeasedUntil, (Instant?)null),
        cancellation);

    private static IQueryable<Job> Held(AppDbContext db, Job job) =>
        db.Set<Job>().Where(j => j.Id == job.Id && j.Lease == job.Lease && j.State == JobState.Running);
}
