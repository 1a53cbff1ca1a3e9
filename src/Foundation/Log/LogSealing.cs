using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Entente.Foundation.Log;

/// <summary>Seals twice a second while the host runs, and writes a checkpoint where a minute passed with rows unsigned.</summary>
internal sealed partial class LogSealing(LogSealer sealer, ILogger<LogSealing> logger) : BackgroundService
{
    private const int TicksBetweenCheckpoints = 120;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        for (var tick = 0; !stoppingToken.IsCancellationRequested; tick++)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
                await sealer.SealAsync(stoppingToken);
                if (tick % TicksBetweenCheckpoints == TicksBetweenCheckpoints - 1) await sealer.CheckpointAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                Stumbled(logger, error);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be sealed; it is tried again.")]
    private static partial void Stumbled(ILogger logger, Exception error);
}
