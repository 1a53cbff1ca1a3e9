using Entente.Foundation.Commands;
using Entente.Foundation.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Search;

/// <summary>How the search is added.</summary>
internal static class SearchSetup
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddScoped<ISearch, Search>();
        services.AddSingleton<ICommandSource, SearchCommands>();
        services.AddJob<IndexRecords, IndexRecordsHandler>();
    }
}
