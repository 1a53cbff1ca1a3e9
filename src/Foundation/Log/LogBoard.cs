using System.Text.Json;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Log;

/// <summary>A changed record as the log shows it.</summary>
/// <param name="Id">The order of arrival.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who; none for the house itself.</param>
/// <param name="OnBehalfOf">Under whose lent role.</param>
/// <param name="Action">What was done.</param>
/// <param name="Kind">The table of the record.</param>
/// <param name="Record">The record.</param>
/// <param name="RecordVersion">Its version after it.</param>
/// <param name="Changes">What changed, as JSON.</param>
/// <param name="Position">The place in the chain; none until sealed.</param>
public sealed record LogLine(
    long Id, Instant At, Guid? Actor, Guid? OnBehalfOf, string Action, string Kind, Guid Record, int RecordVersion, string Changes, long? Position)
{
    /// <summary>What changed, field by field.</summary>
    public IReadOnlyList<FieldChange> Fields { get; } =
        [.. JsonSerializer.Deserialize<SortedDictionary<string, string?[]>>(Changes)!.Select(c => new FieldChange(c.Key, c.Value[0], c.Value[1]))];
}

/// <summary>One changed field.</summary>
/// <param name="Field">Its name in the record.</param>
/// <param name="Before">The value before; none where there was none.</param>
/// <param name="After">The value after.</param>
public sealed record FieldChange(string Field, string? Before, string? After)
{
    /// <summary>Whether a value is about a person and kept only as a keyed hash.</summary>
    public static bool IsHidden(string? value) => value?.StartsWith(PersonalHash.Prefix, StringComparison.Ordinal) == true;
}

/// <summary>What the log is narrowed to.</summary>
/// <param name="Action">An action or its beginning.</param>
/// <param name="Kind">A table.</param>
/// <param name="Record">A record.</param>
/// <param name="Account">Who acted.</param>
/// <param name="From">Not before.</param>
/// <param name="Until">Before.</param>
public sealed record LogFilter(string? Action, string? Kind, Guid? Record, Guid? Account, Instant? From, Instant? Until);

/// <summary>Reads and verifies the log.</summary>
public sealed class LogBoard
{
    private readonly AppDbContext db;
    private readonly LogVerifier verifier;

    internal LogBoard(AppDbContext db, LogVerifier verifier)
    {
        this.db = db;
        this.verifier = verifier;
    }

    /// <summary>The rows a viewer may see, the newest first: all where the permission holds everywhere, else those of the viewer's units.</summary>
    public IQueryable<LogLine> Lines(Viewer viewer, LogFilter filter)
    {
        var rows = db.Set<LogEntry>().AsNoTracking();
        var reach = viewer.Reach(FoundationPermissions.Log);
        if (!reach.IsEverywhere) rows = rows.Where(e => e.Unit != null && reach.Units.Contains(e.Unit.Value));
        if (filter.Action is { } action) rows = rows.Where(e => e.Action == action);
        if (filter.Kind is { } kind) rows = rows.Where(e => e.Kind == kind);
        if (filter.Record is { } record) rows = rows.Where(e => e.Record == record);
        if (filter.Account is { } account) rows = rows.Where(e => e.Actor == account);
        if (filter.From is { } from) rows = rows.Where(e => e.At >= from);
        if (filter.Until is { } until) rows = rows.Where(e => e.At < until);
        return rows.OrderByDescending(e => e.Id).Select(e => new LogLine(
            e.Id, e.At, e.Actor, e.OnBehalfOf, e.Action, e.Kind, e.Record, e.RecordVersion, e.Changes, e.Position));
    }

    /// <summary>The actions that stand in the log.</summary>
    public async Task<IReadOnlyList<string>> ActionsAsync(CancellationToken cancellation) =>
        await db.Set<LogEntry>().Select(e => e.Action).Distinct().OrderBy(a => a).ToListAsync(cancellation);

    /// <summary>Whether the newest rows hold and the chain ends where it should.</summary>
    public Task<LogReport> GlanceAsync(CancellationToken cancellation) => verifier.GlanceAsync(500, cancellation);

    /// <summary>Verifies all of it; as long as the log.</summary>
    public Task<LogReport> VerifyAsync(CancellationToken cancellation) => verifier.VerifyAsync(cancellation);
}
