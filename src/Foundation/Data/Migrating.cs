using Entente.Foundation.Search;
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
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (pending.Count == 0) return;
        if (db.Database.IsSqlite() && (await db.Database.GetAppliedMigrationsAsync(cancellation)).Any())
            await CopyBeforeAsync(db, pending[0], cancellation);
        await db.Database.MigrateAsync(cancellation);
        await SearchSchema.EnsureAsync(db, cancellation);
    }

    private static void PrepareFolder(string connection)
    {
        var file = new SqliteConnectionStringBuilder(connection).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) System.IO.Directory.CreateDirectory(folder);
    }

    private static async Task CopyBeforeAsync(AppDbContext db, string migration, CancellationToken cancellation)
    {
        var source = (SqliteConnection)db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancellation);
        await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = $"{source.DataSource}.before-{migration}" }.ToString());
        source.BackupDatabase(copy);
    }
}
