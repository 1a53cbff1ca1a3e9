using System.Net;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Files;
using Entente.Foundation.Settings;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Tests.Files;

public sealed class FileStoreTests
{
    private static readonly Guid Open = Guid.CreateVersion7();
    private static readonly Guid Closed = Guid.CreateVersion7();

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_file_is_served_to_whoever_may_read_its_record_and_to_nobody_else(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, builder => builder.Services.AddScoped<IFileGuard, OpenRecords>());
        var card = await StoreAsync(host, new RecordRef("tests.record", Open), "合作协议 2026.pdf");
        var closed = await StoreAsync(host, new RecordRef("tests.record", Closed), "secret.pdf");
        var unguarded = await StoreAsync(host, new RecordRef("tests.other", Open), "other.pdf");
        using var browser = await host.SignedInAsync(BuiltInRole.Reader);

        using var answer = await browser.Http.GetAsync(card.Address);
        Assert.Equal(SampleFiles.Pdf(), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            "attachment; filename=\"____ 2026.pdf\"; filename*=UTF-8''%E5%90%88%E4%BD%9C%E5%8D%8F%E8%AE%AE%202026.pdf",
            answer.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal($"\"{card.Hash}\"", answer.Headers.ETag!.Tag);

        using var again = new HttpRequestMessage(HttpMethod.Get, card.Address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await browser.Http.SendAsync(again)).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(closed.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(unguarded.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/files/" + FileId.New())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/files/nonsense")).Status);

        using var nobody = host.Browser();
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?return=" + Uri.EscapeDataString(card.Address)), Where(await nobody.GetAsync(card.Address)));
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync("/files/" + FileId.New())).Status);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_same_content_stands_once_and_goes_when_nobody_names_it(Engine engine)
    {
        var root = System.IO.Directory.CreateTempSubdirectory("entente-files-");
        try
        {
            await using var house = await TestHouse.OpenAsync(engine, services => services.AddSingleton(provider =>
                EntenteSettings.Read(provider.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()) with { Files = root.FullName }));
            var owner = new RecordRef("tests.record", Open);
            var first = await house.InAsync(s => StoreAsync(s, owner, "one.pdf"));
            var second = await house.InAsync(s => StoreAsync(s, owner, "two.pdf"));
            var undone = await house.InAsync(s => s.GetRequiredService<IFileStore>().AddAsync(
                new(owner, "undone.pdf", new MemoryStream(SampleFiles.Pdf("undone")), FileRules.Documents), CancellationToken.None));

            Assert.Equal(first.Hash, second.Hash);
            Assert.Equal([first.Hash, undone.Hash], Contents(root));
            Assert.Equal(["one.pdf", "two.pdf"], (await house.InAsync(s => s.GetRequiredService<IFileStore>().OfAsync(owner, CancellationToken.None))).Select(f => f.Name));

            await SweepAsync(house);
            Assert.Equal([first.Hash, undone.Hash], Contents(root));
            house.Clock.Move(NodaTime.Duration.FromDays(3));
            await SweepAsync(house);
            Assert.Equal([first.Hash], Contents(root));

            await RemoveAsync(house, first);
            await SweepAsync(house);
            Assert.Equal([first.Hash], Contents(root));
            await RemoveAsync(house, second);
            await SweepAsync(house);
            Assert.Equal([], Contents(root));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_is_empty_or_too_large_is_refused_and_leaves_nothing()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        await house.InAsync(async s =>
        {
            var store = s.GetRequiredService<IFileStore>();
            var rules = new FileRules(1024 * 1024, [StoredKind.Pdf]);
            var owner = new RecordRef("tests.record", Open);
            Assert.Equal("files.empty", (await Assert.ThrowsAsync<FileRefusedException>(() => store.AddAsync(new(owner, "a.pdf", new MemoryStream(), rules), default))).TextKey);
            var large = await Assert.ThrowsAsync<FileRefusedException>(() => store.AddAsync(new(owner, "a.pdf", new MemoryStream(new byte[1024 * 1024 + 1]), rules), default));
            Assert.Equal(("files.large", 1L), (large.TextKey, large.Args[0]));
            Assert.Equal(0, await s.GetRequiredService<AppDbContext>().Set<StoredFile>().CountAsync());
        });
    }

    private static (HttpStatusCode Status, string? Location) Where(Answer answer) => (answer.Status, answer.Location);

    private static Task<FileCard> StoreAsync(RunningHost host, RecordRef owner, string name) => host.InAsync(s => StoreAsync(s, owner, name));

    private static async Task<FileCard> StoreAsync(IServiceProvider services, RecordRef owner, string name)
    {
        var card = await services.GetRequiredService<IFileStore>().AddAsync(
            new(owner, name, new MemoryStream(SampleFiles.Pdf()), FileRules.Documents), CancellationToken.None);
        await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        return card;
    }

    private static Task RemoveAsync(TestHouse house, FileCard file) => house.InAsync(async s =>
    {
        await s.GetRequiredService<IFileStore>().RemoveAsync(file.Id, CancellationToken.None);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    private static Task SweepAsync(TestHouse house) => house.InAsync(s => s.GetRequiredService<SweepFilesHandler>().RunAsync(
        new SweepFiles(), new(s.GetRequiredService<AppDbContext>(), Guid.Empty, "", 1, house.Clock.GetCurrentInstant()), CancellationToken.None));

    private static IEnumerable<string> Contents(DirectoryInfo root) => root.EnumerateFiles("*", SearchOption.AllDirectories)
        .OrderBy(f => f.Length).Select(f => f.Name);

    private sealed class OpenRecords : IFileGuard
    {
        public string Kind => "tests.record";

        public Task<bool> MayReadAsync(RecordRef owner, Viewer viewer, CancellationToken cancellation) =>
            Task.FromResult(viewer.IsSignedIn && owner.Key == Open);
    }
}
