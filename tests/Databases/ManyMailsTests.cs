using System.Diagnostics;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Databases.Tests;

/// <summary>Ten thousand mails, and a power cut in the middle of them.</summary>
public sealed class ManyMailsTests(ITestOutputHelper output)
{
    private const int Many = 10_000;

    /// <summary>Two workers send at once: so many mails can have been taken by the server and not yet be noted as sent when the power goes.</summary>
    private const int InTheAir = 2;

    /// <summary>A claim of the killed process ends after two minutes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    [Theory]
    [Trait("Category", "long")]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task None_is_lost_when_the_process_is_killed_while_they_are_sent(Engine engine)
    {
        await using var sink = SmtpSink.Start();
        await using var database = await TestDatabase.CreateAsync(engine);
        await QueueAsync(database.Connection);
        (string, string)[] settings =
        [
            ("Entente__Database", database.Connection), ("Entente__Keys", TestHouse.Keys), ("Entente__Smtp", sink.Address), ("Entente__Urls", "http://127.0.0.1:0"),
        ];
        var clock = Stopwatch.StartNew();
        await using (var product = await Product.StartAsync(settings))
        {
            await product.ListensAsync();
            await Until.TrueAsync(() => Task.FromResult(sink.Mails().Count >= Many / 2), Longest);
            await product.KillAsync();
        }

        var before = sink.Mails().Count;
        await using var again = await Product.StartAsync(settings);
        await again.ListensAsync();
        await Until.TrueAsync(() => Task.FromResult(sink.Mails().Select(m => m.MessageId).Distinct(StringComparer.Ordinal).Count() == Many), Longest);
        var ids = sink.Mails();
        output.WriteLine($"{engine}: {Many} mails in {clock.Elapsed.TotalSeconds:0} s, {before} of them before the cut; {ids.Count - Many} came twice, under the same Message-ID.");
        Assert.InRange(ids.Count - Many, 0, InTheAir);
    }

    private static async Task QueueAsync(string connection)
    {
        await using var services = TestHouse.Services(connection, NodaTime.SystemClock.Instance);
        for (var part = 0; part < 10; part++)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<WriteContext>().Viewer = Viewer.System;
            var mailbox = scope.ServiceProvider.GetRequiredService<IMailbox>();
            for (var i = 0; i < Many / 10; i++)
            {
                var key = FormattableString.Invariant($"{part}-{i}");
                await mailbox.SendAsync(new(MailTo.At(key + "@partner.example"), "A letter", new MailBody("Good day.", "<p>Good day.</p>"), Language.English, key), CancellationToken.None);
            }

            await scope.ServiceProvider.GetRequiredService<AppDbContext>().SaveChangesAsync();
        }
    }
}
