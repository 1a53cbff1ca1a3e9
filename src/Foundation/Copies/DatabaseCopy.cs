using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Entente.Foundation.Commands;
using Entente.Foundation.Settings;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Entente.Foundation.Copies;

/// <summary>
/// Copies the database into one file and back: SQLite by its own backup, which others may write beside; PostgreSQL by pg_dump and pg_restore,
/// which have to be on the machine.
/// </summary>
internal sealed class DatabaseCopy(EntenteSettings settings)
{
    public const string Sqlite = "SQLite";

    public string Engine => settings.IsPostgres ? "PostgreSQL" : Sqlite;

    /// <exception cref="RefusedException">The database is not there or its tool failed.</exception>
    public async Task TakeAsync(string file, CancellationToken cancellation)
    {
        if (settings.IsPostgres)
        {
            await RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--file=" + file], cancellation);
            return;
        }

        if (!File.Exists(SqliteFile)) throw new RefusedException($"There is no database at {SqliteFile}.");
        await using var source = new SqliteConnection(new SqliteConnectionStringBuilder(settings.Database) { Mode = SqliteOpenMode.ReadWrite }.ToString());
        await source.OpenAsync(cancellation);
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        source.BackupDatabase(copy);
    }

    /// <exception cref="RefusedException">Something stands where the database would be put.</exception>
    public async Task NeedRoomAsync(CancellationToken cancellation)
    {
        if (!settings.IsPostgres)
        {
            if (File.Exists(SqliteFile)) throw new RefusedException($"A database stands at {SqliteFile} already. Move it away or name another in Entente__Database.");
            return;
        }

        try
        {
            await using var connection = new NpgsqlConnection(settings.Database);
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'", connection);
            if (await command.ExecuteScalarAsync(cancellation) is > 0L) throw new RefusedException($"The database {connection.Database} is not empty. Make an empty one and name it in Entente__Database.");
        }
        catch (NpgsqlException unreachable)
        {
            throw new SettingException("Entente__Database", $"the database cannot be opened: {unreachable.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <exception cref="RefusedException">The tool failed.</exception>
    public async Task PutAsync(string file, CancellationToken cancellation)
    {
        if (settings.IsPostgres)
        {
            var database = new NpgsqlConnectionStringBuilder(settings.Database).Database!;
            await RunAsync("pg_restore", ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "--dbname=" + database, file], cancellation);
            return;
        }

        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(SqliteFile)!);
        File.Move(file, SqliteFile, overwrite: false);
    }

    private string SqliteFile => Path.GetFullPath(new SqliteConnectionStringBuilder(settings.Database).DataSource);

    private async Task RunAsync(string tool, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var server = new NpgsqlConnectionStringBuilder(settings.Database);
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = server.Database;
        if (server.Username is { Length: > 0 } user) start.Environment["PGUSER"] = user;
        if (server.Password is { Length: > 0 } password) start.Environment["PGPASSWORD"] = password;
        try
        {
            using var process = Process.Start(start)!;
            var errors = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0) throw new RefusedException([$"{tool} failed.", .. errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(5)]);
        }
        catch (Win32Exception missing)
        {
            throw new RefusedException($"{tool} is not on this machine ({missing.Message}). It comes with the client of PostgreSQL.");
        }
    }
}
