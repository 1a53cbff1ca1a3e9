using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Entente.Foundation.Jobs;

/// <summary>Runs jobs in every node while the host runs; several nodes share the work through the database.</summary>
internal sealed partial class JobWorker(JobRunner runner, JobPlanner planner, JobSignal signal, JobHeartbeat heartbeat, ILogger<JobWorker> logger) : BackgroundService
{
    /// <summary>Two at once: a slow mail server does not hold up the rest, and one node never takes all connections.</summary>
    private const int AtOnce = 2;

    /// <summary>How often to look for what other nodes left or what became due.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(lane => LaneAsync(lane, stoppingToken)));

    private async Task LaneAsync(int lane, CancellationToken stopping)
    {
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (lane == 0) await planner.PlanAsync(stopping);
                heartbeat.Look();
                while (await WorkAsync(stopping)) signal.Wake();
                heartbeat.Look();
                await signal.WaitAsync(Look, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Stumbled(logger, error);
                await signal.WaitAsync(Look, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<bool> WorkAsync(CancellationToken stopping)
    {
        heartbeat.Begin();
        try
        {
            return await runner.RunNextAsync(stopping);
        }
        finally
        {
            heartbeat.End();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job worker could not reach its jobs; it tries again.")]
    private static partial void Stumbled(ILogger logger, Exception error);
}
