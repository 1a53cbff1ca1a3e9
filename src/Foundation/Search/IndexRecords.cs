using Entente.Foundation.Jobs;

namespace Entente.Foundation.Search;

/// <summary>Indexes records that a large save wrote.</summary>
internal sealed record IndexRecords(string Source, IReadOnlyList<Guid> Keys) : IJobPayload
{
    public static string Kind => "foundation.index-records";
}

/// <summary>Does it in a transaction of its own.</summary>
internal sealed class IndexRecordsHandler : IJob<IndexRecords>
{
    public async Task RunAsync(IndexRecords payload, JobRun run, CancellationToken cancellation)
    {
        await using var transaction = await run.Db.Database.BeginTransactionAsync(cancellation);
        await SearchUpkeep.IndexAsync(run.Db, payload.Source, payload.Keys, cancellation);
        await run.Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
