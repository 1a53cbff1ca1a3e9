using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Entente.Testing;

/// <summary>The whole product on a real Kestrel of the loopback, over a database of its own: what a browser or a script meets.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    /// <summary>The password of every account that <see cref="AccountAsync"/> opens.</summary>
    public const string Password = "calm green river stone";

    private readonly TestDatabase database;
    private readonly WebApplication app;
    private readonly WebApplication? second;
    private readonly string folder;

    private RunningHost(TestDatabase database, WebApplication app, WebApplication? second, Balancer? balancer, FixedClock clock, string folder)
    {
        this.database = database;
        this.app = app;
        this.second = second;
        this.folder = folder;
        Balancer = balancer;
        Clock = clock;
    }

    /// <summary>What stands before the two nodes of a host that has two.</summary>
    public Balancer? Balancer { get; }

    public FixedClock Clock { get; }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => Balancer?.Address ?? app.Urls.First();

    public IServiceProvider Services => app.Services;

    public string Connection => database.Connection;

    public bool IsSqlite => Connection.StartsWith("Data Source", StringComparison.Ordinal);

    public TestDatabase Database => database;

    /// <summary>What a process of the product needs in its environment to work on this host's records, files and keys.</summary>
    public (string Name, string Value)[] Environment =>
    [
        ("Entente__Database", Connection),
        ("Entente__Files", Configured("Files")),
        ("Entente__Keys", Configured("Keys")),
        ("Entente__Demo", "false"),
    ];

    /// <summary>Starts a host over a fresh, migrated database: empty, or with the demonstration school, whose accounts have its own password.</summary>
    /// <param name="engine">The database.</param>
    /// <param name="adjust">Settings and services a test replaces, on every node.</param>
    /// <param name="demo">Whether the demonstration school is there.</param>
    /// <param name="twoNodes">Whether two nodes work on the database, with requests going to one and the other in turn.</param>
    public static async Task<RunningHost> StartAsync(Engine engine, Action<WebApplicationBuilder>? adjust = null, bool demo = false, bool twoNodes = false)
    {
        var database = await TestDatabase.CreateAsync(engine, demo);
        var clock = FixedClock.AtTheSchool();
        var folder = System.IO.Directory.CreateTempSubdirectory("entente-host-").FullName;
        if (demo) Templates.CopyDemoFiles(Path.Combine(folder, "files"));
        var app = await NodeAsync();
        var second = twoNodes ? await NodeAsync() : null;
        var balancer = second is null ? null : await Balancer.StartAsync(app.Urls.First(), second.Urls.First());
        return new(database, app, second, balancer, clock, folder);

        async Task<WebApplication> NodeAsync()
        {
            var node = Built();
            node.Urls.Add("http://127.0.0.1:0");
            await node.StartAsync();
            return node;
        }

        WebApplication Built() => Entente.Web.Host.Build([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Entente:Database"] = database.Connection,
                ["Entente:Urls"] = "http://127.0.0.1:0",
                ["Entente:Files"] = Path.Combine(folder, "files"),
                ["Entente:Keys"] = Templates.Keys,
                ["Entente:Demo"] = "false",
            });
            builder.Services.Replace(ServiceDescriptor.Singleton<IClock>(clock));
            adjust?.Invoke(builder);
        });
    }

    /// <summary>Runs some work in a scope of its own, as the house itself or as a viewer.</summary>
    public async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work, Viewer? viewer = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<WriteContext>().Viewer = viewer ?? Viewer.System;
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs some work in a scope of its own.</summary>
    public Task InAsync(Func<IServiceProvider, Task> work, Viewer? viewer = null) => InAsync(
        async services =>
        {
            await work(services);
            return true;
        },
        viewer);

    /// <summary>A browser of its own: cookies, no following of redirects.</summary>
    public TestBrowser Browser(string language = "en") => new(Address, language);

    /// <summary>Opens an account with a role for a unit (its code; the university where none is named; units are made as needed).</summary>
    public Task<AccountId> AccountAsync(string email, string? role = null, string? unit = null, string? name = null) =>
        InAsync(services => TestAccounts.OpenAsync(services, email, name ?? email.Split('@')[0], Password, role, unit));

    /// <summary>A browser in which an account with a role is signed in.</summary>
    public async Task<TestBrowser> SignedInAsync(string role = BuiltInRole.Coordinator, string? unit = null, string language = "en")
    {
        var email = $"{role}-{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4))}@example.edu";
        await AccountAsync(email, role, unit);
        var browser = Browser(language);
        await browser.SignInAsync(email, Password);
        return browser;
    }

    private string Configured(string name) => app.Configuration["Entente:" + name]!;

    public async ValueTask DisposeAsync()
    {
        if (Balancer is not null) await Balancer.DisposeAsync();
        foreach (var node in new[] { second, app }.OfType<WebApplication>())
        {
            await node.StopAsync();
            await node.DisposeAsync();
        }

        await database.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }
}
