using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Entente.Foundation.Caching;

/// <summary>
/// Notices what other nodes and the command line changed, through the database, and that a new day began at the school.
/// It watches how many log rows are visible: the sealed ones are numbered without gaps, so the newest place plus the
/// unsealed tail is that count, whatever order transactions committed in, and sealing does not move it.
/// </summary>
public sealed class ChangeWatch(IServiceScopeFactory scopes, ChangeStamp stamp, SchoolClock clock, ILogger<ChangeWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private long seen = -1;
    private DateOnly day;

    /// <summary>Looks once; raises the stamp where something is new.</summary>
    /// <returns>Whether something was.</returns>
    public async Task<bool> LookAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var visible = await VisibleAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), cancellation);
        var today = clock.Today;
        var isNew = visible != seen || today != day;
        (seen, day) = (visible, today);
        if (isNew) stamp.Raise();
        return isNew;
    }

    /// <summary>Both halves in one statement, so that they are of one moment; each reads the index of places only.</summary>
    private static Task<long> VisibleAsync(AppDbContext db, CancellationToken cancellation)
    {
        // A fixed statement: the table's name is the room's prefix and the record's name, as Conventions.NameTables gives it.
        return db.Database.SqlQuery<long>(
            $"""
            SELECT (SELECT COALESCE(MAX("Position"), 0) FROM "foundation_log_entry")
                 + (SELECT COUNT(*) FROM "foundation_log_entry" WHERE "Position" IS NULL) AS "Value"
            """).SingleAsync(cancellation);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogWarning(error, "The newest change could not be read; pages may be old until it can.");
                stamp.Raise();
                await timer.WaitForNextTickAsync(stoppingToken);
            }
        }
    }
}
