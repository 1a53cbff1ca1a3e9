using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Tests.Log;

public sealed class LogTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("entente-log-");

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_was_changed_removed_or_cut_off_is_found_where_it_is(Engine engine)
    {
        await using var house = await OpenAsync(engine);
        await WriteAsync(house, 8);
        Assert.Equal(8, await SealAsync(house));
        await WriteAsync(house, 2);
        Assert.Equal(("10 rows verified, 0 not sealed yet.", "The chain is whole.", "4 checkpoints hold, 0 do not.", 0), await VerifyAsync(house, seal: true));
        await WriteAsync(house, 1);
        Assert.Equal("10 rows verified, 1 not sealed yet.", (await VerifyAsync(house)).Rows);
        await SealAsync(house);

        await ChangedAsync(house, $"""UPDATE "foundation_log_entry" SET "Action" = 'x' WHERE "Position" = 5""", "The chain breaks at 5: row 5 is not what was sealed.");
        await ChangedAsync(house, $"""UPDATE "foundation_log_entry" SET "Action" = {TestAction} WHERE "Position" = 5""", "The chain is whole.", 0);
        await ChangedAsync(house, $"""DELETE FROM "foundation_log_entry" WHERE "Position" = 11""", "The chain breaks at 11: the rows from 11 to 11 are missing.");
        await ChangedAsync(house, $"""DELETE FROM "foundation_log_entry" WHERE "Position" = 7""", "The chain breaks at 7: row 7 is missing.");
        await WriteAsync(house, 1);
        await SealAsync(house);
        Assert.Equal(7, (await house.InAsync(s => s.GetRequiredService<LogVerifier>().VerifyAsync(CancellationToken.None))).Break!.Position);
        Assert.NotNull((await house.InAsync(s => s.GetRequiredService<LogVerifier>().GlanceAsync(500, CancellationToken.None))).Break);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_was_changed_or_put_in_before_it_was_sealed_is_found_too(Engine engine)
    {
        await using var house = await OpenAsync(engine);
        await WriteAsync(house, 3);
        await SealAsync(house);
        await WriteAsync(house, 2);
        const string Waits = "The chain breaks at 4: a row that waits to be sealed is not what was written.";
        await ChangedAsync(house, $"""UPDATE "foundation_log_entry" SET "Action" = 'x' WHERE "Id" = (SELECT MAX("Id") FROM "foundation_log_entry")""", Waits);
        Assert.NotNull((await house.InAsync(s => s.GetRequiredService<LogVerifier>().GlanceAsync(500, CancellationToken.None))).Break);
        await SealAsync(house);
        Assert.Equal("The chain breaks at 5: row 5 was changed before it was sealed.", (await VerifyAsync(house)).Chain);

        await using var another = await OpenAsync(engine);
        await WriteAsync(another, 1);
        await ChangedAsync(
            another,
            $"""
            INSERT INTO "foundation_log_entry" ("At", "Action", "Kind", "Record", "RecordVersion", "Changes", "Mac")
            SELECT "At", 'tests.forged', "Kind", "Record", 1, "Changes", "Mac" FROM "foundation_log_entry"
            """,
            "The chain breaks at 1: a row that waits to be sealed is not what was written.");
        await SealAsync(another);
        Assert.Equal("The chain breaks at 2: row 2 was changed before it was sealed.", (await VerifyAsync(another)).Chain);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_first_rows_are_sealed_with_keys_in_the_database_too(Engine engine)
    {
        await using var house = await Settled.OpenAsync(engine, settings => settings with { Keys = "database", Checkpoints = Path.Combine(folder.FullName, "c.jsonl") });
        await house.InAsync(s => s.GetRequiredService<AppDbContext>().Database.ExecuteSqlAsync($"DELETE FROM foundation_key_mark"));
        await Migrating.BringUpToDateAsync(house.Root, CancellationToken.None);
        await WriteAsync(house, 1);

        Assert.Equal(1, await SealAsync(house));
        Assert.True((await house.InAsync(s => s.GetRequiredService<LogVerifier>().VerifyAsync(CancellationToken.None))).Holds);
    }

    [Fact]
    public async Task A_chain_written_anew_does_not_agree_with_the_checkpoints_outside()
    {
        await using var house = await OpenAsync(Engine.Sqlite);
        await WriteAsync(house, 3);
        await SealAsync(house);
        await house.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            foreach (var row in await db.Set<LogEntry>().AsNoTracking().ToListAsync())
            {
                // Whoever has the keys too can mark it as if it had been written so.
                var mac = db.LogMac.Marked(new LogEntry { At = row.At, Action = "x", Kind = row.Kind, Record = row.Record, Changes = row.Changes }).Mac;
                await db.Database.ExecuteSqlAsync($"""UPDATE "foundation_log_entry" SET "Action" = 'x', "Mac" = {mac}, "Position" = NULL, "Seal" = NULL WHERE "Id" = {row.Id}""");
            }

            await db.Database.ExecuteSqlAsync($"""DELETE FROM "foundation_log_head" """);
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "foundation_log_checkpoint" """);
        });
        await SealAsync(house);

        var report = await house.InAsync(s => s.GetRequiredService<LogVerifier>().VerifyAsync(CancellationToken.None));
        Assert.Null(report.Break);
        Assert.Equal([$"Line 1 of {Path.Combine(folder.FullName, "checkpoints.jsonl")}: the row has another seal."], report.CheckpointsBroken);
        Assert.False(report.Holds);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Several_sealers_and_writers_at_once_make_one_chain(Engine engine)
    {
        await using var house = await OpenAsync(engine);
        var other = new LogSealer(
            house.Root.GetRequiredService<IServiceScopeFactory>(), house.Root.GetRequiredService<LogSigning>(),
            house.Root.GetRequiredService<CheckpointFile>(), house.Clock);
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => WriteAsync(house, 25))));
        var sealing = Task.WhenAll(Enumerable.Range(0, 2).Select(n => Task.Run(async () =>
        {
            while (!writing.IsCompleted) await (n == 0 ? other : house.Root.GetRequiredService<LogSealer>()).SealAsync(CancellationToken.None);
        })));
        await writing;
        await sealing;
        await SealAsync(house);

        var report = await house.InAsync(s => s.GetRequiredService<LogVerifier>().VerifyAsync(CancellationToken.None));
        Assert.Equal((100, 0, true), (report.Rows, report.Unsealed, report.Holds));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Personal_values_stand_as_hashes_of_their_person_that_erasure_makes_worthless(Engine engine)
    {
        await using var house = await OpenAsync(engine);
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var first = await HashAsync(house, one, "Li Wei");
        Assert.Matches("^personal:[0-9a-f]{32}$", first);
        Assert.Equal(first, await HashAsync(house, one, "Li Wei"));
        Assert.NotEqual(first, await HashAsync(house, one, "Li Wen"));
        Assert.NotEqual(first, await HashAsync(house, other, "Li Wei"));

        await house.InAsync(async s =>
        {
            Assert.Equal(1, await s.GetRequiredService<ILogErasure>().ForgetAsync([one], "A-1", CancellationToken.None));
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });
        Assert.Equal(0, await house.InAsync(s => s.GetRequiredService<ILogErasure>().ForgetAsync([one], "A-1", CancellationToken.None)));
        Assert.NotEqual(first, await HashAsync(house, one, "Li Wei"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private const string TestAction = "tests.write";

    private Task<TestHouse> OpenAsync(Engine engine) =>
        Settled.OpenAsync(engine, settings => settings with { Checkpoints = Path.Combine(folder.FullName, "checkpoints.jsonl") });

    private static async Task<string> HashAsync(TestHouse house, Guid subject, string value) => PersonalHash.Of(
        (await house.InAsync(s => LogKeys.OfAsync(s.GetRequiredService<AppDbContext>(), new Dictionary<Guid, bool> { [subject] = false }, CancellationToken.None)))[subject],
        value);

    private static Task WriteAsync(TestHouse house, int rows) => house.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        for (var i = 0; i < rows; i++)
        {
            var at = house.Clock.GetCurrentInstant() + Duration.FromTicks(i);
            db.Add(db.LogMac.Marked(new LogEntry { At = at, Action = TestAction, Kind = "tests_record", Record = Guid.CreateVersion7(), Changes = "{}" }));
            await db.SaveChangesAsync();
        }
    });

    private static async Task<int> SealAsync(TestHouse house)
    {
        var sealedRows = await house.Root.GetRequiredService<LogSealer>().SealAsync(CancellationToken.None);
        house.Clock.Move(LogSealer.LongestWithoutCheckpoint);
        return sealedRows;
    }

    private static async Task ChangedAsync(TestHouse house, FormattableString sql, string expected, int code = 1)
    {
        Assert.Equal(1, await house.InAsync(s => s.GetRequiredService<AppDbContext>().Database.ExecuteSqlAsync(sql)));
        var verified = await VerifyAsync(house);
        Assert.Equal((expected, code), (verified.Chain, verified.Code));
    }

    private static async Task<(string Rows, string Chain, string Checkpoints, int Code)> VerifyAsync(TestHouse house, bool seal = false)
    {
        if (seal) await SealAsync(house);
        await using var written = new StringWriter { NewLine = "\n" };
        var code = await LogCommands.VerifyAsync(house.Root, written, CancellationToken.None);
        var lines = written.ToString().Split('\n');
        return (lines[0], lines[1], lines[2], code);
    }
}
