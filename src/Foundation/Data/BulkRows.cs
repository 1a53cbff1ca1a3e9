using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Entente.Foundation.Data;

/// <summary>
/// Many rows of one record type, made ready before a transaction begins and written in it past the change tracker: for imports that
/// enter the log as one row with counts and digest. Versions rise as they do in a save; nothing is told and nothing is logged.
/// </summary>
public sealed class BulkRows
{
    private readonly string table;
    private readonly IReadOnlyList<BulkColumn> columns;
    private readonly IReadOnlyList<object?[]> rows;

    private BulkRows(IEntityType type, IReadOnlyList<BulkColumn> columns, IEnumerable<object> records)
    {
        table = type.GetTableName()!;
        this.columns = columns;
        rows = [.. records.Select(r => columns.Select(c => c.ValueOf(r)).ToArray())];
    }

    /// <summary>How many there are.</summary>
    public int Count => rows.Count;

    /// <summary>Reads what is to be written from records, as they are now.</summary>
    public static BulkRows Of<T>(AppDbContext db, IEnumerable<T> records)
        where T : class, IEntity
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        return new(type, BulkColumn.Of(type), records);
    }

    /// <summary>The same of records that a save prepared: their versions have risen, and keys the database gives are left to it.</summary>
    internal static BulkRows OfSaved(IEntityType type, IEnumerable<object> records) => new(type, BulkColumn.OfSaved(type), records);

    /// <summary>Adds them, in the transaction that is open.</summary>
    public async Task InsertAsync(AppDbContext db, CancellationToken cancellation)
    {
        if (rows.Count == 0) return;
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres) await CopyAsync(postgres, table, cancellation);
        else await RunAsync(db, $"INSERT INTO {table} ({BulkColumn.List(columns)}) VALUES ({BulkColumn.Places(columns)})", cancellation);
    }

    /// <summary>Writes every column of rows that are there already, each only in the version that was read, in the transaction that is open.</summary>
    /// <exception cref="DbUpdateConcurrencyException">One was changed meanwhile.</exception>
    public async Task UpdateAsync(AppDbContext db, CancellationToken cancellation)
    {
        if (rows.Count == 0) return;
        var changed = columns.Where(c => !c.IsKey).ToList();
        var (key, version) = (columns.Single(c => c.IsKey), columns.Single(c => c.IsVersion));
        int written;
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            var staged = "bulk_" + table;
            await ExecuteAsync(db, $"CREATE TEMP TABLE {staged} (LIKE {table}) ON COMMIT DROP", cancellation);
            await CopyAsync(postgres, staged, cancellation);
            written = await ExecuteAsync(
                db,
                $"""
                UPDATE {table} AS t SET {string.Join(", ", changed.Select(c => $"{c.Name} = s.{c.Name}"))}
                FROM {staged} AS s WHERE t.{key.Name} = s.{key.Name} AND t.{version.Name} = s.{version.Name} - 1
                """,
                cancellation);
            await ExecuteAsync(db, $"DROP TABLE {staged}", cancellation);
        }
        else
        {
            var set = string.Join(", ", changed.Select(c => $"{c.Name} = {c.Place}"));
            written = await RunAsync(db, $"UPDATE {table} SET {set} WHERE {key.Name} = {key.Place} AND {version.Name} = {version.Place} - 1", cancellation);
        }

        if (written != rows.Count) throw new DbUpdateConcurrencyException($"Rows of {table} changed meanwhile.");
    }

    /// <summary>Removes records, each only in the version that was read, in the transaction that is open.</summary>
    /// <returns>How many there were.</returns>
    internal static async Task<int> DeleteAsync(AppDbContext db, IEntityType type, IReadOnlyCollection<IEntity> records, CancellationToken cancellation)
    {
        var table = type.GetTableName()!;
        await using var command = CommandFor(db, "");
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            command.CommandText = $"DELETE FROM {table} AS t USING unnest(@ids, @versions) AS gone (id, version) WHERE t.\"Id\" = gone.id AND t.\"Version\" = gone.version";
            command.Parameters.Add(new NpgsqlParameter("ids", records.Select(r => r.Key).ToArray()));
            command.Parameters.Add(new NpgsqlParameter("versions", records.Select(r => r.Version).ToArray()));
            return await command.ExecuteNonQueryAsync(cancellation);
        }

        command.CommandText = $"DELETE FROM {table} WHERE \"Id\" = @id AND \"Version\" = @version";
        command.Parameters.Add(new Microsoft.Data.Sqlite.SqliteParameter("@id", Microsoft.Data.Sqlite.SqliteType.Text));
        command.Parameters.Add(new Microsoft.Data.Sqlite.SqliteParameter("@version", Microsoft.Data.Sqlite.SqliteType.Integer));
        await command.PrepareAsync(cancellation);
        var gone = 0;
        foreach (var record in records)
        {
            (command.Parameters[0].Value, command.Parameters[1].Value) = (record.Key, record.Version);
            gone += await command.ExecuteNonQueryAsync(cancellation);
        }

        return gone;
    }

    private async Task<int> RunAsync(AppDbContext db, string sql, CancellationToken cancellation)
    {
        await using var command = CommandFor(db, sql);
        foreach (var column in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = column.Place;
            command.Parameters.Add(parameter);
        }

        await command.PrepareAsync(cancellation);
        var written = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            written += await command.ExecuteNonQueryAsync(cancellation);
        }

        return written;
    }

    private async Task CopyAsync(NpgsqlConnection connection, string into, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {into} ({BulkColumn.List(columns)}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            for (var i = 0; i < columns.Count; i++)
            {
                if (row[i] is { } value) await copy.WriteAsync(value, columns[i].StoreType, cancellation);
                else await copy.WriteNullAsync(cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task<int> ExecuteAsync(AppDbContext db, string sql, CancellationToken cancellation)
    {
        await using var command = CommandFor(db, sql);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private static DbCommand CommandFor(AppDbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Rows are written in bulk inside a transaction.");
        return command;
    }
}
