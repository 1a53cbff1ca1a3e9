using Entente.Foundation.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Import;

/// <summary>How the import of tables is added, and how a room adds a kind to it.</summary>
public static class ImportSetup
{
    internal static void AddImport(this IServiceCollection services)
    {
        services.AddSingleton<ICommandSource, ImportCommands>();
    }
}
