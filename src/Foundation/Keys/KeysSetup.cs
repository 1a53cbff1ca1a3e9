using Entente.Foundation.Commands;
using Entente.Foundation.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Entente.Foundation.Keys;

internal static class KeysSetup
{
    /// <summary>The word that puts the keys into the database instead of a folder.</summary>
    public const string InDatabase = "database";

    public static void AddKeys(this IServiceCollection services)
    {
        services.AddSingleton<IKeyPlace>(provider => provider.GetRequiredService<EntenteSettings>() is var settings && settings.Keys == InDatabase
            ? new KeyTable(settings)
            : new KeyFolder(settings.Keys));
        services.AddSingleton<FieldKeys>();
        services.AddSingleton<ICommandSource, KeyCommands>();
        services.AddDataProtection().SetApplicationName("entente");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new ProtectionKeys(provider.GetRequiredService<IKeyPlace>())));
    }
}
