using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Import;

/// <summary>Checks a large import while the person does something else.</summary>
internal sealed record CheckImport(Id<ImportRun> Run) : IJobPayload
{
    public static string Kind => "foundation.check-import";
}

internal sealed class CheckImportHandler(ImportKinds kinds, IServiceScopeFactory scopes) : IJob<CheckImport>
{
    public async Task RunAsync(CheckImport payload, JobRun run, CancellationToken cancellation)
    {
        var import = await run.Db.Set<ImportRun>().ViewerNamed().SingleOrDefaultAsync(r => r.Id == payload.Run, cancellation);
        if (import is not { CheckingSince: not null, IsOpen: true } || kinds.Find(import.Kind) is not { } kind) return;
        await ImportChecking.CheckAsync(run.Db, kind, import, cancellation, looked => TellAsync(payload.Run, looked, cancellation));
    }

    /// <summary>Written apart from the job's own transaction, so that the page that waits can see it.</summary>
    private async Task TellAsync(Id<ImportRun> import, int looked, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<ImportRun>().ViewerNamed().Where(r => r.Id == import)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Looked, looked), cancellation);
    }
}
