using System.Text.Json;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Jobs;

/// <summary>Leaves work for later in the transaction that is being written.</summary>
public static class Outbox
{
    /// <summary>
    /// Writes a job with the next <c>SaveChangesAsync</c> of this context, in its transaction: saved together, or neither.
    /// Where a job of the same kind and key exists already (waiting, done or dead), nothing is added and nothing fails.
    /// </summary>
    /// <param name="db">The context that saves.</param>
    /// <param name="payload">What the job is told.</param>
    /// <param name="key">The idempotency key, at most 200 characters; none: this call is work of its own.</param>
    /// <param name="runAfter">Not before this moment; none: at once.</param>
    public static void Enqueue<TPayload>(this AppDbContext db, TPayload payload, string? key = null, Instant? runAfter = null)
        where TPayload : IJobPayload
    {
        var id = Guid.CreateVersion7();
        if (key is { Length: > Job.LongestKey }) throw new ArgumentException($"A job's key has at most {Job.LongestKey} characters.", nameof(key));
        var now = db.Write.Now;
        db.Write.Jobs.Add(new Job
        {
            Id = id,
            Kind = TPayload.Kind,
            Key = key ?? id.ToString("N"),
            Payload = JsonSerializer.Serialize(payload, JobJson.Options),
            EnqueuedAt = now,
            RunAfter = runAfter ?? now,
        });
    }

    /// <summary>Writes what was left; part of the transaction of the save.</summary>
    internal static async Task<int> WriteAsync(AppDbContext db, CancellationToken cancellation)
    {
        var written = 0;
        foreach (var job in db.Write.Jobs) written += await InsertAsync(db, job, cancellation);
        if (written > 0) db.Write.WakesWorker = true;
        return written;
    }

    internal static Task<int> InsertAsync(AppDbContext db, Job job, CancellationToken cancellation) => db.Database.ExecuteSqlRawAsync(
        """
        INSERT INTO foundation_job ("Id", "Kind", "Key", "Payload", "State", "Attempts", "EnqueuedAt", "RunAfter")
        VALUES ({0}, {1}, {2}, {3}, 'Waiting', 0, {4}, {5}) ON CONFLICT ("Kind", "Key") DO NOTHING
        """,
        [job.Id, job.Kind, job.Key, job.Payload, Moments.Stored(db, job.EnqueuedAt), Moments.Stored(db, job.RunAfter)],
        cancellation);
}
