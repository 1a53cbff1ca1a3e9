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

/// <summary>Writes the whole index anew, in portions: the search answers meanwhile, and nobody waits long for the right to write.</summary>
internal static class SearchRebuild
{
    /// <returns>How many records are in it now.</returns>
    public static async Task<int> RunAsync(AppDbContext db, CancellationToken cancellation)
    {
        var sources = db.Write.Services.GetServices<ISearchSource>().ToList();
        var kinds = sources.Select(s => s.Kind).ToList();
        await db.Set<SearchEntry>().Where(e => !kinds.Contains(e.Kind)).ExecuteDeleteAsync(cancellation);
        foreach (var source in sources) await WriteAsync(db, source, cancellation);
        return await db.Set<SearchEntry>().CountAsync(cancellation);
    }

    private static async Task WriteAsync(AppDbContext db, ISearchSource source, CancellationToken cancellation)
    {
        var keys = await source.AllAsync(db, cancellation);
        await SearchUpkeep.IndexInPortionsAsync(db, source, keys, cancellation);

        // What was not there when the keys were read: gone, and removed, or added since, and written once more.
        var known = keys.ToHashSet();
        var indexed = await db.Set<SearchEntry>().Where(e => e.Kind == source.Kind).Select(e => e.Record).ToListAsync(cancellation);
        await SearchUpkeep.IndexInPortionsAsync(db, source, [.. indexed.Where(k => !known.Contains(k))], cancellation);
    }
}
