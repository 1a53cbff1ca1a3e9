using System.CommandLine;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Search;

/// <summary>The command <c>search rebuild</c>.</summary>
internal sealed class SearchCommands : ICommandSource
{
    public IEnumerable<Command> Commands(IServiceProvider services)
    {
        var rebuild = new Command("rebuild", "Writes the index of the search anew from the records.");
        rebuild.SetAction((_, cancellation) => RebuildAsync(services, cancellation));
        return [new Command("search", "The index of the search.") { rebuild }];
    }

    private static async Task<int> RebuildAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await Migrating.BringUpToDateAsync(services, cancellation);
        await using var scope = services.CreateAsyncScope();
        var written = await SearchRebuild.RunAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), cancellation);
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{written} records indexed"));
        return 0;
    }
}

/// <summary>Writes the whole index anew, in one transaction.</summary>
internal static class SearchRebuild
{
    /// <returns>How many records are in it now.</returns>
    public static async Task<int> RunAsync(AppDbContext db, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Set<SearchEntry>().ExecuteDeleteAsync(cancellation);
        foreach (var source in db.Write.Services.GetServices<ISearchSource>())
            await SearchUpkeep.IndexAsync(db, source, await source.AllAsync(db, cancellation), cancellation);
        await transaction.CommitAsync(cancellation);
        return await db.Set<SearchEntry>().CountAsync(cancellation);
    }
}
