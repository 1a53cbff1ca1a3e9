using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Jobs;

/// <summary>Every night: forgets done jobs of more than 30 days ago; until then their keys keep the same work from being left twice.</summary>
internal sealed record ClearDoneJobs : IJobPayload
{
    public static string Kind => "foundation.clear-done-jobs";
}

internal sealed class ClearDoneJobsHandler : IJob<ClearDoneJobs>
{
    private static readonly Duration Kept = Duration.FromDays(30);

    public Task RunAsync(ClearDoneJobs payload, JobRun run, CancellationToken cancellation)
    {
        var before = run.Now - Kept;
        return run.Db.Set<Job>().Where(j => j.State == JobState.Done && j.FinishedAt < before).ExecuteDeleteAsync(cancellation);
    }
}
