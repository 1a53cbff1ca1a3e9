using Entente.Foundation.Data;
using Microsoft.Data.Sqlite;
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

    /// <summary>A fresh, migrated database: empty, or with the demonstration school as of <see cref="FixedClock.AtTheSchool"/>.</summary>
    public static async Task<TestDatabase> CreateAsync(Engine engine, bool demo = false)
    {
        Engines.Need(engine);
        var name = "t" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        if (engine == Engine.Sqlite)
        {
            var template = await Templates.SqliteAsync(demo);
            var file = Path.Combine(Templates.Folder, name + ".db");
            File.Copy(template, file);
            return new(engine, file, $"Data Source={file}");
        }

        var source = await Templates.PostgresAsync(demo);
        await Templates.OnServerAsync($"CREATE DATABASE {name} TEMPLATE {source}");
        return new(engine, name, new NpgsqlConnectionStringBuilder(Engines.PostgresServer) { Database = name, MaxPoolSize = 20 }.ToString());
    }

    /// <summary>A place of SQLite at which there is no file yet.</summary>
    public static TestDatabase Nothing(string file) => new(Engine.Sqlite, file, $"Data Source={file}");

    /// <summary>A database of PostgreSQL with nothing in it: where a backup is put.</summary>
    public static async Task<TestDatabase> BareAsync()
    {
        Engines.Need(Engine.Postgres);
        var name = "t" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        await Templates.OnServerAsync($"CREATE DATABASE {name}");
        return new(Engine.Postgres, name, new NpgsqlConnectionStringBuilder(Engines.PostgresServer) { Database = name, Pooling = false }.ToString());
    }

    /// <summary>Takes it away, as a server that is down or a disk that is gone; what is connected is cut off.</summary>
    public async Task TakeAwayAsync()
    {
        if (engine == Engine.Postgres)
        {
            await Templates.OnServerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
            await Templates.OnServerAsync($"SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'");
            return;
        }

        // A folder in its place: nobody can make a new file there.
        foreach (var file in System.IO.Directory.GetFiles(Templates.Folder, Path.GetFileName(name) + "*")) File.Move(file, file + ".away", overwrite: true);
        while (!System.IO.Directory.Exists(name))
        {
            try
            {
                System.IO.Directory.CreateDirectory(name);
            }
            catch (IOException) when (File.Exists(name))
            {
                // Somebody asked in between, and SQLite made an empty one.
                File.Delete(name);
            }
        }

        SqliteConnection.ClearAllPools();
    }

    /// <summary>Brings it back.</summary>
    public async Task BringBackAsync()
    {
        if (engine == Engine.Postgres)
        {
            await Templates.OnServerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
            return;
        }

        System.IO.Directory.Delete(name);
        foreach (var file in System.IO.Directory.GetFiles(Templates.Folder, Path.GetFileName(name) + "*.away")) File.Move(file, file[..^".away".Length], overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (engine == Engine.Sqlite)
        {
            SqliteConnection.ClearPool(new SqliteConnection(Connection));
            if (Path.GetDirectoryName(name) is { } folder && System.IO.Directory.Exists(folder))
                foreach (var file in System.IO.Directory.GetFiles(folder, Path.GetFileName(name) + "*")) File.Delete(file);
            return;
        }

        NpgsqlConnection.ClearPool(new NpgsqlConnection(Connection));
        await Templates.OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }
}
