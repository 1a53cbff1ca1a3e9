using System.IO.Compression;
using Entente.Contracts.Figures;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Databases.Tests;

/// <summary>The commands by which an installation is copied, put back and brought up to date, as an operator runs them.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("entente-backup-");

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_was_backed_up_while_it_ran_is_put_back_whole_elsewhere(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        var stored = await host.InAsync(async s =>
        {
            var card = await s.GetRequiredService<IFileStore>().AddAsync(
                new(new RecordRef("tests.record", Guid.CreateVersion7()), "a.pdf", new MemoryStream([.. "%PDF-1.7\n%%EOF\n"u8]), FileRules.Documents), CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return card;
        });
        var backup = Path.Combine(folder.FullName, "all.backup");
        var written = await Product.RunAsync(["backup", backup, "--with-keys"], host.Environment);
        Assert.Equal(0, written.Code);
        Assert.StartsWith((engine == Engine.Sqlite ? "SQLite" : "PostgreSQL") + " database, ", written.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Product.RunAsync(["backup", backup], host.Environment)).Code);

        var figures = await Product.RunAsync(["figures", "--as-of", "2026-03-12"], host.Environment);
        Assert.Equal(0, figures.Code);
        Assert.Contains("partners.agreements.active", figures.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Product.RunAsync(["figures", "--as-of", "12 March"], host.Environment)).Code);

        await using var room = await EmptyAsync(engine);
        var elsewhere = Settings(room.Connection);
        Assert.Equal(0, (await Product.RunAsync(["restore", backup], elsewhere)).Code);
        var verified = await Product.RunAsync(["log", "verify"], elsewhere);
        Assert.True(verified.Code == 0, verified.Output);
        Assert.Contains("The chain is whole.", verified.Output, StringComparison.Ordinal);
        Assert.Contains(", 0 do not.", verified.Output, StringComparison.Ordinal);
        Assert.Equal("%PDF-1.7\n%%EOF\n", await File.ReadAllTextAsync(
            Path.Combine(folder.FullName, "restored", "files", stored.Hash[..2], stored.Hash[2..4], stored.Hash), TestContext.Current.CancellationToken));
        Assert.Equal(await CountAsync(host.Connection), await CountAsync(room.Connection));

        // Equal figures with equal digests: the records behind them are the same.
        Assert.Equal(figures, await Product.RunAsync(["figures", "--as-of", "2026-03-12"], elsewhere));

        // A second time there is no room, and nothing is touched.
        Assert.Equal(1, (await Product.RunAsync(["restore", backup], elsewhere)).Code);
        var newest = await host.InAsync(s => Task.FromResult(s.GetRequiredService<AppDbContext>().Database.GetMigrations().Last()));
        Assert.Equal((0, $"The database is up to date: {newest}.\n"), await Product.RunAsync(["migrate"], elsewhere));
    }

    [Fact]
    public async Task An_installation_grows_from_SQLite_to_PostgreSQL_by_restoring_its_backup_there()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, demo: true);
        var backup = Path.Combine(folder.FullName, "small.backup");
        Assert.Equal(0, (await Product.RunAsync(["backup", backup, "--with-keys"], host.Environment)).Code);
        var figures = await Product.RunAsync(["figures", "--as-of", "2026-03-12"], host.Environment);
        await using var room = await EmptyAsync(Engine.Postgres);
        var elsewhere = Settings(room.Connection);

        Assert.Equal(0, (await Product.RunAsync(["restore", backup], elsewhere)).Code);
        Assert.Equal(figures, await Product.RunAsync(["figures", "--as-of", "2026-03-12"], elsewhere));
        var verified = await Product.RunAsync(["log", "verify"], elsewhere);
        Assert.True(verified.Code == 0, verified.Output);

        // It is worked on there as before: signed in, found, written.
        await using var product = await Product.StartAsync([.. elsewhere, ("Entente__Urls", "http://127.0.0.1:0")]);
        using var office = new TestBrowser(await product.ListensAsync(), "en");
        await office.SignInAsync("tang.yuan@qinghe.example", "clear-river-2026");
        Assert.Contains("Pennsylvania State University", await office.PageAsync("/partners?q=pennsylvania"), StringComparison.Ordinal);
        Assert.Equal(1, (await Product.RunAsync(["restore", backup], elsewhere)).Code);
    }

    [Fact]
    public async Task A_backup_that_was_changed_or_is_of_something_else_is_refused_before_anything_is_put()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        var backup = Path.Combine(folder.FullName, "a.backup");
        Assert.Equal(0, (await Product.RunAsync(["backup", backup], host.Environment)).Code);
        var target = Path.Combine(folder.FullName, "new", "e.db");
        var elsewhere = Settings($"Data Source={target}");

        await using (var archive = await ZipFile.OpenAsync(backup, ZipArchiveMode.Update, TestContext.Current.CancellationToken))
        {
            archive.GetEntry("database")!.Delete();
            await using var other = await archive.CreateEntry("database").OpenAsync(TestContext.Current.CancellationToken);
            other.Write("something else"u8);
        }

        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "text"), "text", TestContext.Current.CancellationToken);
        foreach (var wrong in new[] { "a.backup", "text", "nothing" })
        {
            Assert.Equal(1, (await Product.RunAsync(["restore", Path.Combine(folder.FullName, wrong)], elsewhere)).Code);
            Assert.False(File.Exists(target));
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private (string, string)[] Settings(string connection) =>
    [
        ("Entente__Database", connection), ("Entente__Files", Path.Combine(folder.FullName, "restored", "files")), ("Entente__Keys", Path.Combine(folder.FullName, "restored", "keys")), ("Entente__Demo", "false"),
    ];

    /// <summary>Where a backup can be put: no file, or a database with nothing in it.</summary>
    private async Task<TestDatabase> EmptyAsync(Engine engine) =>
        engine == Engine.Postgres ? await TestDatabase.BareAsync() : TestDatabase.Nothing(Path.Combine(folder.FullName, "restored", "e.db"));

    private static async Task<string> CountAsync(string connection)
    {
        await using var services = TestHouse.Services(connection, FixedClock.AtTheSchool());
        await using var scope = services.CreateAsyncScope();
        var agreements = (await scope.ServiceProvider.GetRequiredService<IFigureValues>().OfAsync(["partners.agreements.active"], null, Viewer.Public, CancellationToken.None)).Values.Single();
        return $"{agreements.Value} agreements";
    }
}
