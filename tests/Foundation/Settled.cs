using Entente.Foundation.Settings;
using Entente.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Tests;

/// <summary>A house with some settings of its own.</summary>
internal static class Settled
{
    public static Task<TestHouse> OpenAsync(Engine engine, Func<EntenteSettings, EntenteSettings> change, Action<IServiceCollection>? adjust = null) =>
        TestHouse.OpenAsync(engine, services =>
        {
            services.AddSingleton(provider => change(EntenteSettings.Read(provider.GetRequiredService<IConfiguration>())));
            adjust?.Invoke(services);
        });
}
