using Entente.Foundation.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Files;

internal static class FilesSetup
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<ContentFolder>();
        services.AddScoped<IFileStore, FileStore>();
        services.AddRecurringJob<SweepFiles, SweepFilesHandler>("20 3 * * *");
    }
}
