using Entente.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Foundation.Files;

/// <summary>Every night: takes away contents that no record names for two days, and what was never received to its end.</summary>
internal sealed record SweepFiles : IJobPayload
{
    public static string Kind => "foundation.sweep-files";
}

internal sealed class SweepFilesHandler(ContentFolder folder) : IJob<SweepFiles>
{
    private static readonly Duration Grace = Duration.FromDays(2);

    public async Task RunAsync(SweepFiles payload, JobRun run, CancellationToken cancellation)
    {
        var before = (run.Now - Grace).ToDateTimeUtc();
        folder.ClearIncoming(before);
        foreach (var some in folder.OlderThan(before).Chunk(500))
        {
            var named = await run.Db.Set<StoredFile>().Where(f => some.Contains(f.Hash)).Select(f => f.Hash).Distinct().ToListAsync(cancellation);
            foreach (var hash in some.Except(named, StringComparer.Ordinal)) folder.Sweep(hash, before);
        }
    }
}
