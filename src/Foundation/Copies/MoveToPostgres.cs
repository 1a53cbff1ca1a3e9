using System.Data.Common;
using System.Reflection;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Rooms;
using Entente.Foundation.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Entente.Foundation.Copies;

/// <summary>
/// Moves what an SQLite database holds into an empty PostgreSQL, row by row as it stands: keys, versions, the log and its seals included. The tables are made by
/// PostgreSQL's own migrations; the whole is one transaction, in which the foreign keys are taken off first and put back, and thereby checked, last.
/// </summary>
internal sealed class MoveToPostgres(IServiceScopeFactory scopes)
{
    private static readonly MethodInfo Field = typeof(Carried).GetMethod(nameof(Carried.ReaderOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <param name="file">The SQLite database; brought up to date where it is of an older Entente.</param>
    /// <param name="cancellation">Ends it; nothing is there then.</param>
    /// <exception cref="RefusedException">A row contradicts the tables.</exception>
    public async Task MoveAsync(string file, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var target = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await target.Database.MigrateAsync(cancellation);
        await SearchSchema.EnsureAsync(target, cancellation);
        await using var source = SourceOf(scope.ServiceProvider, file);
        await source.Database.MigrateAsync(cancellation);
        await using var whole = await target.Database.BeginTransactionAsync(cancellation);
        try
        {
            var to = (NpgsqlConnection)target.Database.GetDbConnection();
            var keys = await ForeignKeysAsync(to, cancellation);
            foreach (var key in keys) await RunAsync(to, $"ALTER TABLE {key.Table} DROP CONSTRAINT {key.Name}", cancellation);
            await source.Database.OpenConnectionAsync(cancellation);
            foreach (var table in target.Model.GetRelationalModel().Tables)
                await CopyAsync((SqliteConnection)source.Database.GetDbConnection(), SameIn(source, table), to, table, cancellation);
            foreach (var key in keys) await RunAsync(to, $"ALTER TABLE {key.Table} ADD CONSTRAINT {key.Name} {key.Rule}", cancellation);
            await whole.CommitAsync(cancellation);
        }
        catch (PostgresException contradicts)
        {
            throw new RefusedException(["The database of the backup cannot be put into PostgreSQL.", contradicts.MessageText]);
        }
        finally
        {
            SqliteConnection.ClearPool((SqliteConnection)source.Database.GetDbConnection());
        }
    }

    private static AppDbContext SourceOf(IServiceProvider services, string file)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        options.UseEntente(new SqliteConnectionStringBuilder { DataSource = file }.ToString());
        return new(options.Options, services.GetRequiredService<RoomCatalog>(), services.GetRequiredService<WriteContext>());
    }

    private static ITable SameIn(AppDbContext source, ITable table) => source.Model.GetRelationalModel().FindTable(table.Name, null)
        ?? throw new RefusedException($"The backup has no table {table.Name}.");

    private static async Task CopyAsync(SqliteConnection from, ITable source, NpgsqlConnection to, ITable target, CancellationToken cancellation)
    {
        var columns = target.Columns.Select(c => new Carried(source.FindColumn(c.Name)!, c)).ToList();
        var names = string.Join(", ", columns.Select(c => Quoted(c.Name)));
        await RunAsync(to, $"TRUNCATE {Quoted(target.Name)}", cancellation);
        await using var read = from.CreateCommand();
        read.CommandText = $"SELECT {names} FROM {Quoted(source.Name)}";
        await using var rows = await read.ExecuteReaderAsync(cancellation);
        await using (var writer = await to.BeginBinaryImportAsync($"COPY {Quoted(target.Name)} ({names}) FROM STDIN (FORMAT BINARY)", cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                await writer.StartRowAsync(cancellation);
                for (var i = 0; i < columns.Count; i++)
                {
                    if (columns[i].Read(rows, i) is { } value) await writer.WriteAsync(value, columns[i].StoreType, cancellation);
                    else await writer.WriteNullAsync(cancellation);
                }
            }

            await writer.CompleteAsync(cancellation);
        }

        foreach (var counted in columns.Where(c => c.IsCounted))
            await RunAsync(to, $"""SELECT setval(pg_get_serial_sequence('{Quoted(target.Name)}', '{counted.Name}'), COALESCE((SELECT MAX({Quoted(counted.Name)}) FROM {Quoted(target.Name)}), 0) + 1, false)""", cancellation);
    }

    private static async Task<List<(string Table, string Name, string Rule)>> ForeignKeysAsync(NpgsqlConnection to, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT quote_ident(t.relname), quote_ident(c.conname), pg_get_constraintdef(c.oid) FROM pg_constraint c
            JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE c.contype = 'f' AND n.nspname = current_schema()
            """, to);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(string, string, string)>();
        while (await reader.ReadAsync(cancellation)) found.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return found;
    }

    private static async Task RunAsync(NpgsqlConnection to, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, to);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static string Quoted(string name) => $"\"{name}\"";

    /// <summary>A column of both databases. What both keep in the same type is carried as it stands, encrypted values with it; the rest goes through the model.</summary>
    private sealed class Carried
    {
        private readonly RelationalTypeMapping source;
        private readonly RelationalTypeMapping target;
        private readonly Func<DbDataReader, int, object> read;
        private readonly bool asItStands;

        public Carried(IColumn from, IColumn to)
        {
            Name = to.Name;
            (source, target) = (from.PropertyMappings[0].TypeMapping, to.PropertyMappings[0].TypeMapping);
            IsCounted = to.PropertyMappings.Any(p => NpgsqlPropertyExtensions.GetValueGenerationStrategy(p.Property) is Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
            asItStands = Stored(source) == Stored(target);
            read = (Func<DbDataReader, int, object>)Field.MakeGenericMethod(Stored(source)).Invoke(null, [])!;
        }

        public string Name { get; }

        public bool IsCounted { get; }

        public string StoreType => target.StoreTypeNameBase;

        public object? Read(DbDataReader reader, int place)
        {
            if (reader.IsDBNull(place)) return null;
            var stored = read(reader, place);
            if (asItStands) return stored;
            var known = source.Converter?.ConvertFromProvider(stored) ?? stored;
            return target.Converter?.ConvertToProvider(known) ?? known;
        }

        internal static Func<DbDataReader, int, object> ReaderOf<T>() => (reader, place) => reader.GetFieldValue<T>(place)!;

        private static Type Stored(RelationalTypeMapping mapping)
        {
            var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
            return Nullable.GetUnderlyingType(type) ?? type;
        }
    }
}
