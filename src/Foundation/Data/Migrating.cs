using System.Data.Common;
using Entente.Foundation.Keys;
using Entente.Foundation.Log;
using Entente.Foundation.Search;
using Entente.Foundation.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Data;

/// <summary>Brings a database to the newest state; keeps a copy of an SQLite database first.</summary>
public static class Migrating
{
    /// <summary>Applies what is pending.</summary>
    public static async Task BringUpToDateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (db.Database.IsSqlite()) PrepareFolder(db.Database.GetConnectionString()!);
        if (await PendingAsync(db, cancellation) is { Count: > 0 } pending) await MigrateAsync(db, pending, cancellation);
        await KeyCheck.RunAsync(db, cancellation);
        scope.ServiceProvider.GetRequiredService<LogSigning>().Prepare();
        scope.ServiceProvider.GetRequiredService<LogMac>().Prepare();
    }

    private static async Task MigrateAsync(AppDbContext db, List<string> pending, CancellationToken cancellation)
    {
        if (db.Database.IsSqlite() && (await db.Database.GetAppliedMigrationsAsync(cancellation)).Any())
            await CopyBeforeAsync(db, pending[0], cancellation);
        await db.Database.MigrateAsync(cancellation);
        await SearchSchema.EnsureAsync(db, cancellation);
    }

    private static async Task<List<string>> PendingAsync(AppDbContext db, CancellationToken cancellation)
    {
        try
        {
            return [.. await db.Database.GetPendingMigrationsAsync(cancellation)];
        }
        catch (DbException unreachable)
        {
            throw new SettingException("Entente__Database", $"the database cannot be opened: {unreachable.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static void PrepareFolder(string connection)
    {
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) System.IO.Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("Entente__Database", $"the folder of {file} cannot be made: {error.Message}");
        }
    }

    private static async Task CopyBeforeAsync(AppDbContext db, string migration, CancellationToken cancellation)
    {
        var source = (SqliteConnection)db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancellation);
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = $"{source.DataSource}.before-{migration}" }.ToString());
        source.BackupDatabase(copy);
    }
}
