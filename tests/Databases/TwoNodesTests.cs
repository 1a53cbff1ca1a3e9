using System.Net;
using Entente.Testing;
using Npgsql;

namespace Entente.Databases.Tests;

/// <summary>Two nodes, each a process of its own, work on one PostgreSQL behind a proxy that sends each request to the next of them.</summary>
public sealed class TwoNodesTests : IDisposable
{
    private const string Password = "clear-river-2026";
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("entente-nodes-");

    [Fact]
    public async Task Work_goes_on_when_one_of_two_nodes_is_killed()
    {
        await using var sink = SmtpSink.Start();
        await using var database = await TestDatabase.CreateAsync(Engine.Postgres, demo: true);
        (string, string)[] settings =
        [
            ("Entente__Database", database.Connection), ("Entente__Files", Path.Combine(folder.FullName, "files")), ("Entente__Keys", TestHouse.Keys),
            ("Entente__Urls", "http://127.0.0.1:0"), ("Entente__Smtp", sink.Address), ("Entente__Demo", "false"),
        ];
        await using var first = await Product.StartAsync(settings);
        await using var second = await Product.StartAsync(settings);
        await using var balancer = await Balancer.StartAsync(await first.ListensAsync(), await second.ListensAsync());

        // Signed in on one node, known to the other; what one node wrote the other shows at once, in the list and on the page.
        using var office = new TestBrowser(balancer.Address, "en");
        await office.SignInAsync("tang.yuan@qinghe.example", Password);
        using var operators = new TestBrowser(balancer.Address, "en");
        await operators.SignInAsync("fang.mu@qinghe.example", Password);
        var partner = "/partners/" + (await ReadAsync(database.Connection, """SELECT "OrganisationId" FROM partners_contact ORDER BY "Id" LIMIT 1""")).Single();
        await WriteAndReadAsync(office, partner, 6);
        Assert.All(balancer.Answered, count => Assert.True(count > 5, $"{count} requests"));
        var public1 = await office.PageAsync("/en");

        // Mails are queued on both; one node dies while it holds some of them.
        var accounts = await ReadAsync(database.Connection, """SELECT "Id" FROM directory_account WHERE "EndedAt" IS NULL AND "Email" LIKE '%.%@qinghe.example' ORDER BY "Email" LIMIT 6""");
        foreach (var account in accounts.Take(4)) await ResetAsync(operators, account);
        await first.KillAsync();
        var before = balancer.Answered[0];
        foreach (var account in accounts.Skip(4)) await ResetAsync(operators, account);
        await WriteAndReadAsync(office, partner, 4);
        Assert.Equal(public1, await office.PageAsync("/en"));
        Assert.Equal(before, balancer.Answered[0]);

        // None lost: what the dead node held is taken over when its lease ends.
        await NoneAsync(database.Connection, """SELECT "Id" FROM foundation_job WHERE "State" = 'Waiting' AND "RunAfter" <= now()""");
        await ReadAsync(database.Connection, """UPDATE foundation_job SET "LeasedUntil" = now() WHERE "State" = 'Running' RETURNING "Id" """);
        await NoneAsync(database.Connection, """SELECT "Id" FROM foundation_mail WHERE "State" = 'Queued'""");
        var sent = await ReadAsync(database.Connection, """SELECT "Id" FROM foundation_mail WHERE "State" = 'Sent'""");
        Assert.Equal(accounts.Count, (await ReadAsync(database.Connection, """SELECT "Id" FROM foundation_mail WHERE "State" = 'Sent' AND "Key" LIKE 'directory.link/%'""")).Count);
        Assert.Equal(sent.Count, sink.Mails().Select(m => m.MessageId).Distinct(StringComparer.Ordinal).Count());
        var verified = await Product.RunAsync(["log", "verify"], settings);
        Assert.True(verified.Code == 0, verified.Output);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task WriteAndReadAsync(TestBrowser office, string partner, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var text = $"Spoke about the programme, {Guid.CreateVersion7():N}";
            var answer = await office.SendAsync(partner, partner + "/notes", ("kind", "Remark"), ("on", "2026-03-01"), ("text", text));
            Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
            Assert.Contains(text, await office.PageAsync(partner), StringComparison.Ordinal);
            Assert.Contains(text, await office.PageAsync(partner), StringComparison.Ordinal);
        }
    }

    private static async Task ResetAsync(TestBrowser operators, string account) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync("/accounts/" + account, $"/accounts/{account}/reset")).Status);

    private static Task NoneAsync(string connection, string sql) => Until.TrueAsync(async () => (await ReadAsync(connection, sql)).Count == 0);

    private static async Task<List<string>> ReadAsync(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(sql, open);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetValue(0).ToString()!);
        return values;
    }
}
