using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Entente.Testing;

/// <summary>The rooms' real services over a real database, without the web: a test calls handlers with what they take.</summary>
public sealed class TestHouse : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private TestHouse(TestDatabase database, FixedClock clock, Action<IServiceCollection>? adjust, string files)
    {
        this.database = database;
        Clock = clock;
        services = Services(database.Connection, clock, adjust, files);
    }

    /// <summary>The place of keys that all tests share.</summary>
    public static string Keys => Templates.Keys;

    public FixedClock Clock { get; }

    public string Connection => database.Connection;

    public IServiceProvider Root => services;

    public static async Task<TestHouse> OpenAsync(Engine engine, Action<IServiceCollection>? adjust = null, bool demo = false) =>
        new(await TestDatabase.CreateAsync(engine, demo), FixedClock.AtTheSchool(), adjust, demo ? Templates.DemoFiles : Templates.Files);

    /// <summary>A scope that writes as the viewer; the house itself by default.</summary>
    public AsyncServiceScope Enter(Viewer? viewer = null)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<WriteContext>().Viewer = viewer ?? Viewer.System;
        return scope;
    }

    /// <summary>Runs some work in a scope of its own.</summary>
    public async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work, Viewer? viewer = null)
    {
        await using var scope = Enter(viewer);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs some work in a scope of its own.</summary>
    public async Task InAsync(Func<IServiceProvider, Task> work, Viewer? viewer = null)
    {
        await using var scope = Enter(viewer);
        await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>The same services as of a house, over any database.</summary>
    public static ServiceProvider Services(string connection, IClock clock, Action<IServiceCollection>? adjust = null, string? files = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Entente:Database"] = connection,
            ["Entente:Files"] = files ?? Templates.Files,
            ["Entente:Keys"] = Templates.Keys,
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        Entente.Web.Host.AddRooms(services);
        services.Replace(ServiceDescriptor.Singleton(clock));
        adjust?.Invoke(services);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
