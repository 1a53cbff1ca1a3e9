using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Import;

/// <summary>How the import of tables is added, and how a room adds a kind to it.</summary>
public static class ImportSetup
{
    /// <summary>Adds a kind of table to the wizard and to the command <c>import</c>.</summary>
    public static IServiceCollection AddImportKind<TKind>(this IServiceCollection services)
        where TKind : class, IImportKind
    {
        services.AddScoped<TKind>();
        services.AddScoped<IImportKind>(provider => provider.GetRequiredService<TKind>());
        services.AddScoped<IImportCommandKind>(provider => new TableImportCommand(
            provider.GetRequiredService<TKind>(), provider.GetRequiredService<AppDbContext>(), provider.GetRequiredService<TextCatalog>()));
        return services;
    }

    internal static void AddImport(this IServiceCollection services)
    {
        services.AddSingleton<ICommandSource, ImportCommands>();
        services.AddScoped<ImportKinds>();
        services.AddJob<CheckImport, CheckImportHandler>();
    }
}
