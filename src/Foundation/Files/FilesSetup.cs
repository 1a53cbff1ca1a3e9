using Entente.Foundation.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Entente.Foundation.Files;

internal static class FilesSetup
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<ContentFolder>();
        services.AddScoped<IFileStore, FileStore>();
        services.AddScoped(provider => new FileSending(provider.GetRequiredService<IFileStore>(), provider.GetRequiredService<ILogger<FileSending>>()));
        services.AddRecurringJob<SweepFiles, SweepFilesHandler>("20 3 * * *");
    }
}
