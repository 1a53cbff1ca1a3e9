using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Entente.Testing;

/// <summary>The templates tests copy, empty and with the demonstration school: made once a build and shared by all test processes.</summary>
internal static class Templates
{
    private static readonly SemaphoreSlim Once = new(1);
    private static readonly Dictionary<(Engine, bool), string> Made = [];

    public static string Folder { get; } = System.IO.Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "entente-tests")).FullName;

    /// <summary>The keys the templates were made under; a host over a copy of the demonstration school uses them too.</summary>
    public static string Keys { get; } = Path.Combine(Folder, "files", "keys");

    /// <summary>The files of what tests store without a host.</summary>
    public static string Files { get; } = Path.Combine(Folder, "files", "files");

    /// <summary>The files of the demonstration school; a host over a copy of it gets a copy of them.</summary>
    public static string DemoFiles { get; } = Path.Combine(Folder, "demo-files");

    // Whatever is built anew makes new templates.
    private static string Build { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
        [.. Assemblies().SelectMany(a => a.ManifestModule.ModuleVersionId.ToByteArray())]))[..16];

    public static Task<string> SqliteAsync(bool demo) => OnceAsync(Engine.Sqlite, demo, async () =>
    {
        var file = Path.Combine(Folder, $"template-{Build}{(demo ? "-demo" : "")}.db");
        await using var held = await HoldAsync(file + ".lock");
        if (File.Exists(file)) return file;
        var unfinished = file + ".making";
        File.Delete(unfinished);
        await FillAsync($"Data Source={unfinished};Pooling=False", demo);
        File.Move(unfinished, file);
        return file;
    });

    public static Task<string> PostgresAsync(bool demo) => OnceAsync(Engine.Postgres, demo, async () =>
    {
        var name = "template_" + Build + (demo ? "_demo" : "");
        await using var held = await HoldAsync(Path.Combine(Folder, name + ".lock"));
        if (await OnServerAsync($"SELECT 1 FROM pg_database WHERE datname = '{name}'") is not null) return name;
        await OnServerAsync($"DROP DATABASE IF EXISTS {name}_making WITH (FORCE)");
        await OnServerAsync($"CREATE DATABASE {name}_making");
        await FillAsync(new NpgsqlConnectionStringBuilder(Engines.PostgresServer) { Database = name + "_making", Pooling = false }.ToString(), demo);
        await OnServerAsync($"ALTER DATABASE {name}_making RENAME TO {name}");
        return name;
    });

    /// <summary>Copies the demonstration school's files to where a host keeps its own.</summary>
    public static void CopyDemoFiles(string to)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(DemoFiles, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f).Length == 64))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(DemoFiles, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static async Task<object?> OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Engines.PostgresServer) { Database = "postgres" }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<string> OnceAsync(Engine engine, bool demo, Func<Task<string>> make)
    {
        await Once.WaitAsync();
        try
        {
            return Made.TryGetValue((engine, demo), out var there) ? there : Made[(engine, demo)] = await make();
        }
        finally
        {
            Once.Release();
        }
    }

    private static async Task FillAsync(string connection, bool demo)
    {
        await using var house = TestHouse.Services(connection, FixedClock.AtTheSchool(), files: demo ? DemoFiles : Files);
        await Migrating.BringUpToDateAsync(house, CancellationToken.None);
        if (demo) await DemoSchool.LoadAsync(house, CancellationToken.None);
        SqliteConnection.ClearAllPools();
    }

    private static IEnumerable<System.Reflection.Assembly> Assemblies()
    {
        var services = new ServiceCollection();
        Entente.Web.Host.AddRooms(services);
        using var provider = services.BuildServiceProvider();
        return
        [
            .. provider.GetRequiredService<Entente.Foundation.Rooms.RoomCatalog>().Rooms.Select(r => r.Assembly),
            System.Reflection.Assembly.Load(DatabaseRegistration.SqliteMigrations),
            System.Reflection.Assembly.Load(DatabaseRegistration.PostgresMigrations),
        ];
    }

    /// <summary>Holds a lock between processes by an exclusively opened file; the operating system frees it with the process.</summary>
    private static async Task<FileStream> HoldAsync(string path)
    {
        using var between = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await between.WaitForNextTickAsync();
            }
        }
    }
}
