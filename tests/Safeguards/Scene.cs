using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

/// <summary>A school with two departments to test in, and viewers that hold roles there.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly Dictionary<string, AccountId> accounts = [];

    private Scene(TestHouse house) => House = house;

    public TestHouse House { get; }

    public UnitId University { get; private set; }

    public UnitId School { get; private set; }

    public UnitId Water { get; private set; }

    public UnitId Air { get; private set; }

    public static DateOnly Today { get; } = new(2026, 3, 12);

    public static async Task<Scene> OpenAsync(Engine engine, Action<IServiceCollection>? adjust = null)
    {
        var scene = new Scene(await TestHouse.OpenAsync(engine, adjust));
        await scene.House.InAsync(async services =>
        {
            scene.University = await TestAccounts.UnitAsync(services);
            scene.School = await TestAccounts.UnitAsync(services, "SOE");
            scene.Water = await TestAccounts.UnitAsync(services, "WSE", scene.School);
            scene.Air = await TestAccounts.UnitAsync(services, "AQE", scene.School);
        });
        return scene;
    }

    /// <summary>The viewer of an account by name; opened at first mention, with a role for a unit where one is given.</summary>
    public async Task<Viewer> ViewerAsync(string name, string? role = null, UnitId? unit = null)
    {
        if (!accounts.TryGetValue(name, out var id))
        {
            id = accounts[name] = await House.InAsync(s => TestAccounts.OpenAsync(s, $"{name}@example.edu", name, null, null, null));
            if (role is not null) await House.InAsync(s => TestAccounts.GrantAsync(s, id, role, unit ?? University));
        }

        return await House.InAsync(s => TestViewers.OfAsync(s, id, name));
    }

    public Task In(Func<AppDbContext, IServiceProvider, Task> work, Viewer? viewer = null) =>
        House.InAsync(s => work(s.GetRequiredService<AppDbContext>(), s), viewer);

    public Task<T> In<T>(Func<AppDbContext, IServiceProvider, Task<T>> work, Viewer? viewer = null) =>
        House.InAsync(s => work(s.GetRequiredService<AppDbContext>(), s), viewer);

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
