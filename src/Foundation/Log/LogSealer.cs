using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Log;

/// <summary>
/// Numbers and chains what transactions appended. One sealer at a time across all nodes: under an advisory lock on PostgreSQL, under the
/// write lock on SQLite. A global chain in every commit would let the house write one record at a time.
/// </summary>
internal sealed class LogSealer(IServiceScopeFactory scopes, LogSigning signing, CheckpointFile file, IClock clock)
{
    private const int AtOnce = 500;
    private const int RowsBetweenCheckpoints = 1000;

    /// <summary>Any number, the same in every version: "entente log".</summary>
    private const long LockKey = 0x656E74_6C6F67;

    /// <summary>How long rows wait for a checkpoint where few are written.</summary>
    public static readonly Duration LongestWithoutCheckpoint = Duration.FromMinutes(5);

    /// <summary>Seals until nothing is left, and writes a checkpoint where one is due.</summary>
    /// <returns>How many rows were sealed.</returns>
    public async Task<int> SealAsync(CancellationToken cancellation)
    {
        var all = 0;
        int some;
        do all += some = await SealSomeAsync(cancellation);
        while (some == AtOnce);
        return all;
    }

    /// <summary>Writes a checkpoint of where the chain is now, unless there is one.</summary>
    public Task CheckpointAsync(CancellationToken cancellation) => InLockAsync(
        async db =>
        {
            var head = await db.Set<LogHead>().SingleOrDefaultAsync(cancellation);
            return (0, head is null ? null : await CheckpointAsync(db, head, rows: 1, cancellation));
        },
        cancellation);

    private async Task<int> SealSomeAsync(CancellationToken cancellation)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            // Most times there is nothing to do, and then nobody is locked out.
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            if (!await db.Set<LogEntry>().AnyAsync(e => e.Position == null, cancellation)) return 0;
        }

        return await InLockAsync(
            async db =>
            {
                var rows = await db.Set<LogEntry>().Where(e => e.Position == null).OrderBy(e => e.Id).Take(AtOnce).ToListAsync(cancellation);
                return (rows.Count, rows.Count == 0 ? null : await SealAsync(db, rows, cancellation));
            },
            cancellation);
    }

    private async Task<LogCheckpoint?> SealAsync(AppDbContext db, List<LogEntry> rows, CancellationToken cancellation)
    {
        var head = await db.Set<LogHead>().SingleOrDefaultAsync(cancellation);
        var (position, seal) = head is null ? (0, Chain.Beginning) : (head.Position, head.Seal);
        foreach (var row in rows)
        {
            row.Position = ++position;
            row.Seal = seal = Chain.SealOf(seal, position, row);
        }

        await Webhooks.TellWebhooks.LeaveAsync(db, position - rows.Count + 1, position, cancellation);

        // Whole milliseconds: both databases keep them, and the signature covers them.
        var now = Instant.FromUnixTimeMilliseconds(clock.GetCurrentInstant().ToUnixTimeMilliseconds());
        var (name, signature) = signing.Sign(position, seal, now);
        if (head is null) db.Add(head = new LogHead { Seal = seal, KeyName = name, Signature = signature });
        (head.Position, head.Seal, head.At, head.KeyName, head.Signature) = (position, seal, now, name, signature);
        var checkpoint = await CheckpointAsync(db, head, RowsBetweenCheckpoints, cancellation);
        await db.SaveChangesAsync(cancellation);
        return checkpoint;
    }

    private static async Task<LogCheckpoint?> CheckpointAsync(AppDbContext db, LogHead head, int rows, CancellationToken cancellation)
    {
        var last = await db.Set<LogCheckpoint>().OrderByDescending(c => c.Position).FirstOrDefaultAsync(cancellation);
        if (last is not null && last.Position + rows > head.Position && (head.At - last.At < LongestWithoutCheckpoint || last.Position == head.Position)) return null;
        var checkpoint = new LogCheckpoint { Position = head.Position, Seal = head.Seal, At = head.At, KeyName = head.KeyName, Signature = head.Signature };
        db.Add(checkpoint);
        await db.SaveChangesAsync(cancellation);
        return checkpoint;
    }

    /// <summary>A checkpoint leaves for the file once it is committed, never before.</summary>
    private async Task<int> InLockAsync(Func<AppDbContext, Task<(int Rows, LogCheckpoint? Checkpoint)>> work, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!db.Database.IsSqlite()) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey})", cancellation);
        var (rows, checkpoint) = await work(db);
        await transaction.CommitAsync(cancellation);
        if (checkpoint is not null) file.Append(checkpoint);
        return rows;
    }
}
