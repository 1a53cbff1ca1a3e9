using Entente.Foundation.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Search;

/// <summary>Indexes records that a large save wrote.</summary>
internal sealed record IndexRecords(string Source, IReadOnlyList<Guid> Keys) : IJobPayload
{
    public static string Kind => "foundation.index-records";
}

/// <summary>Does it in portions; those done twice after a fall are written alike.</summary>
internal sealed class IndexRecordsHandler : IJob<IndexRecords>
{
    public async Task RunAsync(IndexRecords payload, JobRun run, CancellationToken cancellation)
    {
        var source = run.Db.Write.Services.GetServices<ISearchSource>().First(s => s.Kind == payload.Source);
        await SearchUpkeep.IndexInPortionsAsync(run.Db, source, payload.Keys, cancellation);
    }
}
