using Entente.Foundation.Data;
using NodaTime;

namespace Entente.Foundation.Jobs;

/// <summary>What a job is told; written as JSON in the row of the job, so keep it small: keys rather than contents.</summary>
public interface IJobPayload
{
    /// <summary>The kind of the job, room first: <c>partners.remind</c>. Never renamed while rows may wait under it.</summary>
    static abstract string Kind { get; }
}

/// <summary>
/// Does one kind of later work, at least once. What it changes in the database commits together with the job's completion,
/// so those effects happen exactly once; what it does outside must bear repetition (use <see cref="JobRun.Key"/>).
/// A thrown error counts as a failed attempt and undoes what was not saved.
/// </summary>
/// <typeparam name="TPayload">What the job is told.</typeparam>
public interface IJob<in TPayload>
    where TPayload : IJobPayload
{
    /// <summary>Does the work.</summary>
    /// <param name="payload">What the job is told.</param>
    /// <param name="run">The running attempt: its database, its key, its number.</param>
    /// <param name="cancellation">Ends when the node stops or another node took the job over.</param>
    Task RunAsync(TPayload payload, JobRun run, CancellationToken cancellation);
}

/// <summary>One attempt at a job.</summary>
/// <param name="Db">
/// The database. Change records and return: the runner saves them with the completion. A handler that saves itself does so once
/// (that save carries the completion), or opens a transaction around all its saves.
/// </param>
/// <param name="Id">The job's key.</param>
/// <param name="Key">The idempotency key; the same in every attempt.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="Now">When the attempt began.</param>
public sealed record JobRun(AppDbContext Db, Guid Id, string Key, int Attempt, Instant Now);

/// <summary>The work can never succeed (what it was told is wrong): the job is dead at once, without further attempts.</summary>
public sealed class JobRefusedException(string message) : Exception(message);
