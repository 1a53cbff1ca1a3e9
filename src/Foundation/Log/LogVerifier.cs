using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Log;

/// <summary>What was found when the log was verified.</summary>
/// <param name="Rows">Rows whose seals hold, counted from the beginning to the first break.</param>
/// <param name="Unsealed">Rows not sealed yet.</param>
/// <param name="Break">The first place where the chain does not hold; none: it holds.</param>
/// <param name="CheckpointsHolding">Signed checkpoints, of the database and the file, that agree with the chain.</param>
/// <param name="CheckpointsBroken">Those that do not, one sentence each.</param>
public sealed record LogReport(long Rows, long Unsealed, LogBreak? Break, int CheckpointsHolding, IReadOnlyList<string> CheckpointsBroken)
{
    /// <summary>Whether the chain is whole and every checkpoint agrees.</summary>
    public bool Holds => Break is null && CheckpointsBroken.Count == 0;
}

/// <summary>Where a chain breaks.</summary>
/// <param name="Position">The place.</param>
/// <param name="Why">What is wrong there, a sentence in English.</param>
public sealed record LogBreak(long Position, string Why);

/// <summary>Checks the chain and its checkpoints.</summary>
internal sealed class LogVerifier(AppDbContext db, LogSigning signing, LogMac mac, CheckpointFile file)
{
    private const int AtOnce = 2000;

    public async Task<LogReport> VerifyAsync(CancellationToken cancellation)
    {
        var marks = (await db.Set<LogCheckpoint>().AsNoTracking().ToListAsync(cancellation)).Select(c => ($"Checkpoint {c.Position} of the database", (LogCheckpoint?)c))
            .Concat(file.Read().Select(l => ($"Line {l.Line} of {file.Path}", l.Checkpoint))).ToList();
        var wanted = marks.Select(m => m.Item2?.Position ?? 0).ToHashSet();
        var (verified, seals, found) = await WalkAsync(wanted, cancellation);
        found ??= await WaitingAsync(verified, cancellation);
        var broken = marks.Select(m => Wrong(m.Item1, m.Item2, seals, found is null ? long.MaxValue : found.Position)).OfType<string>().ToList();
        var unsealed = await db.Set<LogEntry>().LongCountAsync(e => e.Position == null, cancellation);
        return new(verified, unsealed, found, marks.Count - broken.Count, broken);
    }

    /// <summary>Checks the newest rows only, and that the chain ends where the signed head says; for a page.</summary>
    public async Task<LogReport> GlanceAsync(int rows, CancellationToken cancellation)
    {
        var newest = await db.Set<LogEntry>().AsNoTracking().Where(e => e.Position != null).OrderByDescending(e => e.Position).Take(rows + 1).ToListAsync(cancellation);
        newest.Reverse();
        var found = await EndAsync(newest.Count == 0 ? (0, Chain.Beginning) : (newest[^1].Position!.Value, newest[^1].Seal!), cancellation);
        for (var i = 0; i < newest.Count && found is null; i++)
        {
            if (i == 0 && newest.Count > rows) continue;
            found = BreakAt(newest[i], i == 0 ? 1 : newest[i - 1].Position!.Value + 1, i == 0 ? Chain.Beginning : newest[i - 1].Seal!);
        }

        found ??= await WaitingAsync(newest.Count == 0 ? 0 : newest[^1].Position!.Value, cancellation);
        var unsealed = await db.Set<LogEntry>().LongCountAsync(e => e.Position == null, cancellation);
        return new(newest.Count == 0 ? 0 : newest[^1].Position!.Value, unsealed, found, await db.Set<LogCheckpoint>().CountAsync(cancellation), []);
    }

    private async Task<(long Verified, Dictionary<long, byte[]> Seals, LogBreak? Break)> WalkAsync(HashSet<long> wanted, CancellationToken cancellation)
    {
        var seals = new Dictionary<long, byte[]>();
        var (last, seal) = (0L, Chain.Beginning);
        while (true)
        {
            var from = last;
            var rows = await db.Set<LogEntry>().AsNoTracking().Where(e => e.Position > from).OrderBy(e => e.Position).Take(AtOnce).ToListAsync(cancellation);
            foreach (var row in rows)
            {
                if (BreakAt(row, last + 1, seal) is { } found) return (last, seals, found);
                (last, seal) = (row.Position!.Value, row.Seal!);
                if (wanted.Contains(last)) seals[last] = seal;
            }

            if (rows.Count < AtOnce) return (last, seals, await EndAsync((last, seal), cancellation));
        }
    }

    private LogBreak? BreakAt(LogEntry row, long expected, byte[] previous) =>
        row.Position != expected ? new(expected, $"row {expected} is missing.")
        : row.Seal is null || !Chain.SealOf(previous, expected, row).AsSpan().SequenceEqual(row.Seal) ? new(expected, $"row {expected} is not what was sealed.")
        : !mac.Holds(row) ? new(expected, $"row {expected} was changed before it was sealed.")
        : null;

    /// <summary>Whether the rows that wait to be sealed are what was written.</summary>
    private async Task<LogBreak?> WaitingAsync(long last, CancellationToken cancellation)
    {
        await foreach (var row in db.Set<LogEntry>().AsNoTracking().Where(e => e.Position == null).OrderBy(e => e.Id).AsAsyncEnumerable().WithCancellation(cancellation))
            if (!mac.Holds(row)) return new(last + 1, "a row that waits to be sealed is not what was written.");
        return null;
    }

    /// <summary>Whether the chain ends where its signed head says: rows cut off at the end leave no gap.</summary>
    private async Task<LogBreak?> EndAsync((long Position, byte[] Seal) end, CancellationToken cancellation)
    {
        var head = await db.Set<LogHead>().AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (head is null) return end.Position == 0 ? null : new(end.Position, "the signed end of the chain is missing.");
        if (!signing.Holds(head)) return new(head.Position, "the signature of the chain's end does not hold.");
        return head.Position > end.Position ? new(end.Position + 1, $"the rows from {end.Position + 1} to {head.Position} are missing.")
            : head.Position < end.Position || !head.Seal.AsSpan().SequenceEqual(end.Seal) ? new(end.Position, "the chain does not end where its signed end says.")
            : null;
    }

    private string? Wrong(string name, LogCheckpoint? mark, Dictionary<long, byte[]> seals, long breakAt) =>
        mark is null ? $"{name} cannot be read."
        : !signing.Holds(mark) ? $"{name}: the signature does not hold."
        : mark.Position >= breakAt ? $"{name} lies behind the break."
        : !seals.TryGetValue(mark.Position, out var seal) ? $"{name}: there is no such row."
        : !seal.AsSpan().SequenceEqual(mark.Seal) ? $"{name}: the row has another seal."
        : null;
}
