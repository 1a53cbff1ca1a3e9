using System.Text.Json;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Log;

/// <summary>Erases persons and records from the log.</summary>
public interface ILogErasure
{
    /// <summary>What the log holds of records.</summary>
    Task<LogHolding> HoldingAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation);

    /// <summary>
    /// Destroys the keys of persons and records with the caller's save: what the log holds of them can no longer be matched to
    /// any value. The chain stays whole, because it seals the hashes and not the values. Who did it, when and why is logged.
    /// </summary>
    /// <param name="subjects">The persons and records.</param>
    /// <param name="reason">Why; stands in the log for ever, so it names nobody.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many keys were destroyed; none: nothing was there to erase, and nothing is logged.</returns>
    Task<int> ForgetAsync(IReadOnlyCollection<Guid> subjects, string reason, CancellationToken cancellation);
}

/// <summary>What the log holds of records.</summary>
/// <param name="Rows">How many changes.</param>
/// <param name="Keys">How many keys, under which personal values stand; none: nothing personal can be matched.</param>
/// <param name="Kind">The table the records are of; none where the log knows nothing of them.</param>
/// <param name="ErasedAt">When it was erased last; none: never.</param>
public sealed record LogHolding(int Rows, int Keys, string? Kind, Instant? ErasedAt);

/// <inheritdoc cref="ILogErasure"/>
internal sealed class LogErasure(AppDbContext db) : ILogErasure
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 400;

    private const string Table = "foundation_log_key";

    public async Task<LogHolding> HoldingAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation)
    {
        var rows = db.Set<LogEntry>().AsNoTracking().Where(e => subjects.Contains(e.Record));
        return new(
            await rows.CountAsync(e => e.Kind != Table, cancellation),
            await db.Set<LogKey>().CountAsync(k => subjects.Contains(k.Subject), cancellation),
            await rows.Where(e => e.Kind != Table).OrderBy(e => e.Id).Select(e => e.Kind).FirstOrDefaultAsync(cancellation),
            await rows.Where(e => e.Kind == Table).OrderByDescending(e => e.Id).Select(e => (Instant?)e.At).FirstOrDefaultAsync(cancellation));
    }

    public async Task<int> ForgetAsync(IReadOnlyCollection<Guid> subjects, string reason, CancellationToken cancellation)
    {
        var keys = await db.Set<LogKey>().Where(k => subjects.Contains(k.Subject)).ToListAsync(cancellation);
        db.RemoveRange(keys);
        db.AddRange(keys.Select(k => db.LogMac.Marked(new LogEntry
        {
            At = ChangeCapture.Moment(db.Write.Now),
            Actor = db.Write.Viewer.Account,
            OnBehalfOf = db.Write.Viewer.OnBehalfOf(FoundationPermissions.Erase, null),
            Action = FoundationPermissions.Erase,
            Kind = Table,
            Record = k.Subject,
            Changes = JsonSerializer.Serialize(new SortedDictionary<string, string?[]>(StringComparer.Ordinal) { ["Reason"] = [null, reason] }, LocalizedTextJson.Readable),
        })));
        return keys.Count;
    }
}
