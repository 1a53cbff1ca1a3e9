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
            // One migration at a time: a table built anew on SQLite has its references looked at again for the next.
            foreach (var step in states.SkipLast(1).Reverse().TakeWhile(s => string.CompareOrdinal(s, state) >= 0)) await host.InAsync(s => TakeBackAsync(s.GetRequiredService<AppDbContext>(), step));
            var tables = await TablesAsync(host);
            var before = await RowsAsync(host, tables);
            Assert.Contains(before, rows => rows.StartsWith("partners_agreement ", StringComparison.Ordinal) && rows.Contains("SOE-2025-", StringComparison.Ordinal));

            Assert.Equal((0, $"The database is up to date: {states[^1]}.\n"), await Product.RunAsync(["migrate"], host.Environment));

            Assert.Equal(before, WithoutNewPacks(await RowsAsync(host, tables), before));
            Assert.Equal(KnownThen(figures.Output, tables), KnownThen((await Product.RunAsync(["figures", "--as-of", "2026-03-12"], host.Environment)).Output, tables));
            var verified = await Product.RunAsync(["log", "verify"], host.Environment);
            Assert.True(verified.Code == 0, verified.Output);
            if (engine == Engine.Sqlite)
            {
                var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(host.Connection).DataSource;
                Assert.True(File.Exists($"{file}.before-{states[states.IndexOf(state) + 1]}"));
            }
        }
    }

    /// <summary>The figures of rooms that had tables in that state; those of later rooms begin at nothing.</summary>
    private static List<string> KnownThen(string figures, List<string> tables)
    {
        var known = figures.Split('\n').Where(line => tables.Exists(table => table.StartsWith(line.Split('.')[0] + "_", StringComparison.Ordinal))).ToList();
        Assert.Contains(known, line => line.StartsWith("partners.agreements.active", StringComparison.Ordinal));
        return known;
    }

    /// <summary>Packs that come with a migration are rows it adds; all else must be as it was.</summary>
    private static List<string> WithoutNewPacks(List<string> after, List<string> before)
    {
        var known = before.ToHashSet(StringComparer.Ordinal);
        return [.. after.Where(row => known.Contains(row) || !row.StartsWith("safeguards_pack_edition 019A0000-0003-7000-", StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>
    /// SQLite would look at the rows of a table before it drops it, in whichever order tables refer to each other; and on both a pack that came with a migration has
    /// verdicts standing on it by now. References are not looked at while a migration is taken back, and hold again once it is brought forward.
    /// </summary>
    private static async Task TakeBackAsync(AppDbContext db, string state)
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica");
        await db.GetService<IMigrator>().MigrateAsync(state);
        await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? "PRAGMA foreign_keys = ON" : "SET session_replication_role = DEFAULT");
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
