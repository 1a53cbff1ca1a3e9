using Entente.Foundation.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Entente.Foundation.Jobs;

internal static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobCatalog>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton(new JobHeartbeat(TimeProvider.System));
        services.AddSingleton<JobPlanner>();
        services.AddSingleton(provider => new JobRunner(
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<JobCatalog>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<ILogger<JobRunner>>()));
        services.AddSingleton<JobWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<JobWorker>());
        services.AddScoped(provider => new JobBoard(provider.GetRequiredService<AppDbContext>(), provider.GetRequiredService<JobCatalog>()));
        services.AddRecurringJob<ClearDoneJobs, ClearDoneJobsHandler>("40 3 * * *");
        return services;
    }
}
