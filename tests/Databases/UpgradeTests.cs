using System.Globalization;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Databases.Tests;

/// <summary>
/// A populated database of each state there was before is brought up to date by <c>migrate</c> and keeps every row. The state is had by taking the newest
/// migrations back from the demonstration school: what is left are its tables and columns of then, filled.
/// </summary>
public sealed class UpgradeTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_filled_database_of_every_state_before_is_brought_up_to_date_and_keeps_its_rows(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true, adjust: builder => builder.Services.WithoutWorkers());
        var states = await host.InAsync(s => Task.FromResult(s.GetRequiredService<AppDbContext>().Database.GetMigrations().ToList()));
        var figures = await Product.RunAsync(["figures", "--as-of", "2026-03-12"], host.Environment);
        foreach (var state in states.SkipLast(1).Reverse())
        {
            await host.InAsync(s => TakeBackAsync(s.GetRequiredService<AppDbContext>(), state));
            var tables = await TablesAsync(host);
            var before = await RowsAsync(host, tables);
            Assert.Contains(before, rows => rows.StartsWith("partners_agreement ", StringComparison.Ordinal) && rows.Contains("SOE-2025-", StringComparison.Ordinal));

            Assert.Equal((0, $"The database is up to date: {states[^1]}.\n"), await Product.RunAsync(["migrate"], host.Environment));

            Assert.Equal(before, await RowsAsync(host, tables));
            Assert.Equal(figures, await Product.RunAsync(["figures", "--as-of", "2026-03-12"], host.Environment));
            var verified = await Product.RunAsync(["log", "verify"], host.Environment);
            Assert.True(verified.Code == 0, verified.Output);
            if (engine == Engine.Sqlite)
            {
                var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(host.Connection).DataSource;
                Assert.True(File.Exists($"{file}.before-{states[states.IndexOf(state) + 1]}"));
            }
        }
    }

    /// <summary>SQLite would look at the rows of a table before it drops it, in whichever order tables refer to each other.</summary>
    private static async Task TakeBackAsync(AppDbContext db, string state)
    {
        await db.Database.OpenConnectionAsync();
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        await db.GetService<IMigrator>().MigrateAsync(state);
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON");
    }

    /// <summary>Every table of the house with its columns.</summary>
    private static Task<List<string>> TablesAsync(RunningHost host) => ReadAsync(host, host.IsSqlite
        ? """
          SELECT m.name || ' ' || group_concat('"' || c.name || '"', ', ') FROM sqlite_master m JOIN pragma_table_info(m.name) c
          WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'foundation_search%' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\' GROUP BY m.name
          """
        : """
          SELECT table_name || ' ' || string_agg('"' || column_name || '"', ', ' ORDER BY ordinal_position) FROM information_schema.columns
          WHERE table_schema = 'public' AND table_name NOT LIKE 'foundation_search%' AND table_name NOT LIKE '\_\_EF%' GROUP BY table_name
          """);

    private static async Task<List<string>> RowsAsync(RunningHost host, List<string> tables)
    {
        var all = new List<string>();
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            var name = table[..table.IndexOf(' ', StringComparison.Ordinal)];
            all.AddRange((await ReadAsync(host, $"SELECT {table[(name.Length + 1)..]} FROM {name}")).Select(row => $"{name} {row}").Order(StringComparer.Ordinal));
        }

        return all;
    }

    private static Task<List<string>> ReadAsync(RunningHost host, string sql) => host.InAsync(async s =>
    {
        var connection = s.GetRequiredService<AppDbContext>().Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return rows;
    });
}
