using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Entente.Foundation.Data;

/// <summary>
/// Writes many rows of one record type past the change tracker, in the transaction that is open: for imports that enter the log
/// as one row with counts and digest. Versions rise as they do in a save; nothing is told and nothing is logged.
/// </summary>
public static class BulkRows
{
    /// <summary>Adds rows.</summary>
    public static async Task InsertAsync<T>(AppDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellation)
        where T : class, IEntity
    {
        if (rows.Count == 0) return;
        var columns = Column.Of(db, typeof(T));
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName()!;
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres) await CopyAsync(postgres, table, columns, rows, cancellation);
        else await RunAsync(db, $"INSERT INTO {table} ({Column.List(columns)}) VALUES ({Column.Places(columns)})", columns, rows, cancellation);
    }

    /// <summary>Adds records that a save prepared: their versions have risen, and keys the database gives are left to it.</summary>
    internal static async Task InsertPreparedAsync(AppDbContext db, IEntityType type, IReadOnlyCollection<object> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0) return;
        var columns = Column.Prepared(type);
        var table = type.GetTableName()!;
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres) await CopyAsync(postgres, table, columns, rows, cancellation);
        else await RunAsync(db, $"INSERT INTO {table} ({Column.List(columns)}) VALUES ({Column.Places(columns)})", columns, rows, cancellation);
    }

    /// <summary>Removes records, each only in the version that was read.</summary>
    /// <returns>How many there were.</returns>
    internal static async Task<int> DeleteAsync(AppDbContext db, IEntityType type, IReadOnlyCollection<IEntity> rows, CancellationToken cancellation)
    {
        var table = type.GetTableName()!;
        await using var command = CommandFor(db, "");
        if (db.Database.GetDbConnection() is NpgsqlConnection)
        {
            command.CommandText = $"DELETE FROM {table} AS t USING unnest(@ids, @versions) AS gone (id, version) WHERE t.\"Id\" = gone.id AND t.\"Version\" = gone.version";
            command.Parameters.Add(new NpgsqlParameter("ids", rows.Select(r => r.Key).ToArray()));
            command.Parameters.Add(new NpgsqlParameter("versions", rows.Select(r => r.Version).ToArray()));
            return await command.ExecuteNonQueryAsync(cancellation);
        }

        command.CommandText = $"DELETE FROM {table} WHERE \"Id\" = @id AND \"Version\" = @version";
        command.Parameters.Add(new Microsoft.Data.Sqlite.SqliteParameter("@id", Microsoft.Data.Sqlite.SqliteType.Text));
        command.Parameters.Add(new Microsoft.Data.Sqlite.SqliteParameter("@version", Microsoft.Data.Sqlite.SqliteType.Integer));
        await command.PrepareAsync(cancellation);
        var gone = 0;
        foreach (var row in rows)
        {
            (command.Parameters[0].Value, command.Parameters[1].Value) = (row.Key, row.Version);
            gone += await command.ExecuteNonQueryAsync(cancellation);
        }

        return gone;
    }

    /// <summary>Writes every column of rows that are there already.</summary>
    public static async Task UpdateAsync<T>(AppDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellation)
        where T : class, IEntity
    {
        if (rows.Count == 0) return;
        var columns = Column.Of(db, typeof(T));
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName()!;
        var changed = columns.Where(c => !c.IsKey).ToList();
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            var staged = "bulk_" + table;
            await ExecuteAsync(db, $"CREATE TEMP TABLE {staged} (LIKE {table}) ON COMMIT DROP", cancellation);
            await CopyAsync(postgres, staged, columns, rows, cancellation);
            await ExecuteAsync(
                db, $"UPDATE {table} AS t SET {string.Join(", ", changed.Select(c => $"{c.Name} = s.{c.Name}"))} FROM {staged} AS s WHERE t.\"Id\" = s.\"Id\"", cancellation);
            await ExecuteAsync(db, $"DROP TABLE {staged}", cancellation);
            return;
        }

        var set = string.Join(", ", changed.Select(c => $"{c.Name} = {c.Place}"));
        await RunAsync(db, $"UPDATE {table} SET {set} WHERE \"Id\" = {columns.Single(c => c.IsKey).Place}", columns, rows, cancellation);
    }

    private static async Task RunAsync<T>(AppDbContext db, string sql, IReadOnlyList<Column> columns, IEnumerable<T> rows, CancellationToken cancellation)
        where T : class
    {
        await using var command = CommandFor(db, sql);
        foreach (var column in columns)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = column.Place;
            command.Parameters.Add(parameter);
        }

        await command.PrepareAsync(cancellation);
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++) command.Parameters[i].Value = columns[i].ValueOf(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection, string table, IReadOnlyList<Column> columns, IEnumerable<T> rows, CancellationToken cancellation)
        where T : class
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table} ({Column.List(columns)}) FROM STDIN (FORMAT BINARY)", cancellation);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var column in columns)
            {
                if (column.ValueOf(row) is { } value) await copy.WriteAsync(value, column.StoreType, cancellation);
                else await copy.WriteNullAsync(cancellation);
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    private static async Task ExecuteAsync(AppDbContext db, string sql, CancellationToken cancellation)
    {
        await using var command = CommandFor(db, sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static DbCommand CommandFor(AppDbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvalidOperationException("Rows are written in bulk inside a transaction.");
        return command;
    }

    /// <summary>One column of a table and how it is read from a record.</summary>
    private sealed record Column(string Name, string Place, string StoreType, bool IsKey, Func<object, object?> ValueOf)
    {
        public static IReadOnlyList<Column> Of(AppDbContext db, Type type) =>
            [.. db.Model.FindEntityType(type)!.GetProperties().Select((p, i) => Of(p, i, raises: true))];

        public static IReadOnlyList<Column> Prepared(IEntityType type) => [.. type.GetProperties()
            .Where(p => !(p.IsPrimaryKey() && p.ClrType == typeof(long))).Select((p, i) => Of(p, i, raises: false))];

        public static string List(IEnumerable<Column> columns) => string.Join(", ", columns.Select(c => c.Name));

        public static string Places(IEnumerable<Column> columns) => string.Join(", ", columns.Select(c => c.Place));

        private static Column Of(IProperty property, int index, bool raises)
        {
            var mapping = property.GetRelationalTypeMapping();
            var getter = property.GetGetter();
            var version = raises && property.Name == nameof(IEntity.Version);
            object? ValueOf(object row)
            {
                var value = version ? ((IEntity)row).Version + 1 : getter.GetClrValue(row);
                return value is null || mapping.Converter is not { } converter ? value : converter.ConvertToProvider(value);
            }

            return new($"\"{property.GetColumnName()}\"", "@p" + index.ToString(CultureInfo.InvariantCulture), mapping.StoreTypeNameBase, property.IsPrimaryKey(), ValueOf);
        }
    }
}
