using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Log;

internal static class LogSetup
{
    public static void AddLog(this IServiceCollection services)
    {
        services.AddSingleton<LogSigning>();
        services.AddSingleton<LogMac>();
        services.AddSingleton<CheckpointFile>();
        services.AddSingleton<LogSealer>();
        services.AddHostedService<LogSealing>();
        services.AddScoped<LogVerifier>();
        services.AddScoped(provider => new LogBoard(provider.GetRequiredService<AppDbContext>(), provider.GetRequiredService<LogVerifier>()));
        services.AddScoped<LawBook>();
        services.AddScoped<ILogErasure, LogErasure>();
        services.AddSingleton<ICommandSource, LogCommands>();
    }
}
