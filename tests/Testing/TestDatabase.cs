using Entente.Foundation.Data;
using Entente.Foundation.Rooms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Entente.Testing;

/// <summary>A database of one test: a copy of a template that was migrated once, so that a test costs milliseconds.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Engine engine;
    private readonly string name;

    private TestDatabase(Engine engine, string name, string connection)
    {
        this.engine = engine;
        this.name = name;
        Connection = connection;
    }

    /// <summary>The connection string, as the setting takes it.</summary>
    public string Connection { get; }

    /// <summary>A fresh, migrated, empty database.</summary>
    public static async Task<TestDatabase> CreateAsync(Engine engine)
    {
        Engines.Need(engine);
        var name = "t" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        if (engine == Engine.Sqlite)
        {
            var template = await Templates.SqliteAsync();
            var file = Path.Combine(Templates.Folder, name + ".db");
            File.Copy(template, file);
            return new(engine, file, $"Data Source={file}");
        }

        var source = await Templates.PostgresAsync();
        await Templates.OnServerAsync($"CREATE DATABASE {name} TEMPLATE {source}");
        return new(engine, name, new NpgsqlConnectionStringBuilder(Engines.PostgresServer) { Database = name, MaxPoolSize = 20 }.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (engine == Engine.Sqlite)
        {
            SqliteConnection.ClearPool(new SqliteConnection(Connection));
            foreach (var file in System.IO.Directory.GetFiles(Templates.Folder, Path.GetFileName(name) + "*")) File.Delete(file);
            return;
        }

        NpgsqlConnection.ClearPool(new NpgsqlConnection(Connection));
        await Templates.OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }
}

/// <summary>The migrated templates, made once a build and shared by all test processes.</summary>
internal static class Templates
{
    private static readonly SemaphoreSlim Once = new(1);
    private static string? sqlite;
    private static string? postgres;

    public static string Folder { get; } = System.IO.Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "entente-tests")).FullName;

    private static string Build { get; } =
        typeof(Entente.Web.Host).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8]
        + typeof(AppDbContext).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8]
        + System.Reflection.Assembly.Load(DatabaseRegistration.SqliteMigrations).ManifestModule.ModuleVersionId.ToString("N")[..8];

    public static async Task<string> SqliteAsync()
    {
        await Once.WaitAsync();
        try
        {
            if (sqlite is not null) return sqlite;
            var file = Path.Combine(Folder, $"template-{Build}.db");
            await using var held = await HoldAsync(file + ".lock");
            if (!File.Exists(file))
            {
                var unfinished = file + ".making";
                File.Delete(unfinished);
                await MigrateAsync($"Data Source={unfinished};Pooling=False");
                File.Move(unfinished, file);
            }

            return sqlite = file;
        }
        finally
        {
            Once.Release();
        }
    }

    public static async Task<string> PostgresAsync()
    {
        await Once.WaitAsync();
        try
        {
            if (postgres is not null) return postgres;
            var name = "template_" + Build;
            await using var held = await HoldAsync(Path.Combine(Folder, name + ".lock"));
            if (await OnServerAsync($"SELECT 1 FROM pg_database WHERE datname = '{name}'") is null)
            {
                await OnServerAsync($"DROP DATABASE IF EXISTS {name}_making WITH (FORCE)");
                await OnServerAsync($"CREATE DATABASE {name}_making");
                await MigrateAsync(new NpgsqlConnectionStringBuilder(Engines.PostgresServer) { Database = name + "_making", Pooling = false }.ToString());
                await OnServerAsync($"ALTER DATABASE {name}_making RENAME TO {name}");
            }

            return postgres = name;
        }
        finally
        {
            Once.Release();
        }
    }

    public static async Task<object?> OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Engines.PostgresServer) { Database = "postgres" }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task MigrateAsync(string connection)
    {
        await using var house = TestHouse.Services(connection, FixedClock.AtTheSchool());
        await Migrating.BringUpToDateAsync(house, CancellationToken.None);
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Holds a lock between processes by an exclusively opened file; the operating system frees it with the process.</summary>
    private static async Task<FileStream> HoldAsync(string path)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Yield();
            }
        }
    }
}
