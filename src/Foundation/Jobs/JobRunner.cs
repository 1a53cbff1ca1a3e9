using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Entente.Foundation.Jobs;

/// <summary>Runs what is due; the worker calls it again and again, a test calls it once.</summary>
public sealed partial class JobRunner
{
    private readonly IServiceScopeFactory scopes;
    private readonly JobCatalog catalog;
    private readonly IClock clock;
    private readonly ILogger<JobRunner> logger;

    internal JobRunner(IServiceScopeFactory scopes, JobCatalog catalog, IClock clock, ILogger<JobRunner> logger)
    {
        this.scopes = scopes;
        this.catalog = catalog;
        this.clock = clock;
        this.logger = logger;
    }

    /// <summary>Runs jobs one after the other until none is due.</summary>
    /// <returns>How many attempts were made.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellation)
    {
        var ran = 0;
        while (await RunNextAsync(cancellation)) ran++;
        return ran;
    }

    /// <summary>Makes one attempt at the job that is due longest.</summary>
    /// <returns>Whether there was one.</returns>
    internal async Task<bool> RunNextAsync(CancellationToken cancellation)
    {
        var job = await scopes.BesideAsync(db => JobClaims.ClaimAsync(db, catalog.Kinds, clock.GetCurrentInstant(), cancellation));
        if (job is null) return false;
        if (job.Attempts > Backoff.LastAttempt)
        {
            await scopes.BesideAsync(db => JobClaims.FailAsync(db, job, clock.GetCurrentInstant(), "The worker ended during the last attempt.", true, cancellation));
            return true;
        }

        using var traced = Signals.Source.StartActivity("job " + job.Kind);
        var begun = System.Diagnostics.Stopwatch.GetTimestamp();
        var outcome = "done";
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = KeepLeaseAsync(job, ends);
        try
        {
            await AttemptAsync(job, ends.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            outcome = "returned";
            await scopes.BesideAsync(async db =>
            {
                await JobClaims.ReturnAsync(db, job, clock.GetCurrentInstant(), CancellationToken.None);
                return true;
            });
            throw;
        }
        catch (Exception error)
        {
            outcome = "failed";
            traced?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, error.GetType().Name);
            AttemptFailed(logger, job.Kind, job.Id, job.Attempts, Unnamed.In(error.Message));
            await scopes.BesideAsync(db => JobClaims.FailAsync(
                db, job, clock.GetCurrentInstant(), Sentence(error), error is JobRefusedException, CancellationToken.None));
        }
        finally
        {
            await ends.CancelAsync();
            await renewing;
            Signals.JobEnded(job.Kind, outcome, System.Diagnostics.Stopwatch.GetElapsedTime(begun));
        }

        return true;
    }

    private async Task AttemptAsync(Job job, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.Write.Viewer = Viewer.System;
        db.Write.Action = job.Kind;
        db.Write.Completing = new JobCompletion(job);
        var run = new JobRun(db, job.Id, job.Key, job.Attempts, clock.GetCurrentInstant());
        await catalog[job.Kind].Run(scope.ServiceProvider, job.Payload, run, cancellation);
        if (!db.Write.Completing.IsWritten) await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Renews the claim while the work runs; ends the work when the claim was lost.</summary>
    private async Task KeepLeaseAsync(Job job, CancellationTokenSource ends)
    {
        using var timer = new PeriodicTimer(JobClaims.LeaseTime.ToTimeSpan() / 4);
        try
        {
            while (await timer.WaitForNextTickAsync(ends.Token))
            {
                if (await scopes.BesideAsync(db => JobClaims.RenewAsync(db, job, clock.GetCurrentInstant(), ends.Token))) continue;
                await ends.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The work ended.
        }
        catch (Exception error)
        {
            // A renewal that failed is no reason to stop: at completion the claim is checked again.
            RenewalFailed(logger, job.Id, error.Message);
        }
    }

    private static string Sentence(Exception error) => error is DbUpdateException { InnerException: { } inner }
        ? $"{inner.GetType().Name}: {inner.Message}"
        : $"{error.GetType().Name}: {error.Message}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Kind} {Id} failed at attempt {Attempt}: {Error}")]
    private static partial void AttemptFailed(ILogger logger, string kind, Guid id, int attempt, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of job {Id} could not be renewed: {Error}")]
    private static partial void RenewalFailed(ILogger logger, Guid id, string error);
}
