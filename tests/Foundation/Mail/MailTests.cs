using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;

namespace Entente.Foundation.Tests.Mail;

public sealed class MailTests
{
    private static readonly MailLetter Letter = new(
        Language.Chinese, "王老师：", ["协议将于 2026年6月30日 到期。", "a < b & c"], ("查看协议", "https://coop.example.edu/agreements/1?a=1&b=2"), "由 Entente 自动发出。");

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_mail_leaves_once_with_both_forms_and_readable_headers(Engine engine)
    {
        await using var sink = SmtpSink.Start();
        await using var house = await WithServerAsync(engine, $"smtp://office%40example.edu:p%3Aw@127.0.0.1:{sink.Port}");
        var id = await SendAsync(house, "renewal-1");
        Assert.Equal(id, await SendAsync(house, "renewal-1"));

        Assert.Equal(1, await RunAsync(house));
        Assert.Equal((MailState.Sent, 1, null), await StateAsync(house, id));
        using var message = await MimeMessage.LoadAsync(new MemoryStream(Assert.Single(sink.Taken)));
        Assert.Equal("协议到期提醒 Cc: x@example.org", message.Subject);
        Assert.Equal("\"王芳\" <wang@example.org>", message.To.ToString());
        Assert.Equal("国际合作办公室", message.From.Mailboxes.Single().Name);
        Assert.Equal($"{id:N}@coop.example.edu", message.MessageId);
        Assert.Equal("zh-Hans", message.Body!.Headers["Content-Language"]);
        Assert.Empty(message.Cc);
        Assert.Equal(Letter.Write().Text.ReplaceLineEndings("\n"), message.TextBody!.ReplaceLineEndings("\n"));
        Assert.Contains("<p>a &lt; b &amp; c</p>", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://coop.example.edu/agreements/1?a=1&amp;b=2\"", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("AUTH PLAIN " + Convert.ToBase64String("\0office@example.edu\0p:w"u8), sink.Commands);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_passing_refusal_is_tried_again_and_a_refusal_for_good_is_not(Engine engine)
    {
        await using var sink = SmtpSink.Start();
        await using var house = await WithServerAsync(engine, sink.Address);
        sink.Answers.Enqueue("451 try again later");
        sink.Answers.Enqueue("250 ok");
        sink.Answers.Enqueue("550 no such mailbox");
        var passing = await SendAsync(house, "a");

        Assert.Equal(1, await RunAsync(house));
        Assert.Equal((MailState.Queued, 1, "try again later"), await StateAsync(house, passing));
        Assert.Empty(sink.Taken);
        house.Clock.Move(Duration.FromSeconds(10));
        Assert.Equal(1, await RunAsync(house));
        Assert.Equal((MailState.Sent, 2, null), await StateAsync(house, passing));

        var refused = await SendAsync(house, "b");
        Assert.Equal(1, await RunAsync(house));
        Assert.Equal((MailState.Failed, 1, "550 no such mailbox"), await StateAsync(house, refused));
        house.Clock.Move(Duration.FromHours(1));
        Assert.Equal(0, await RunAsync(house));

        Assert.True(await house.InAsync(s => s.GetRequiredService<MailBoard>().RetryAsync(refused, CancellationToken.None)));
        Assert.Equal(1, await RunAsync(house));
        Assert.Equal((MailState.Sent, 2, null), await StateAsync(house, refused));
        Assert.Equal(2, sink.Taken.Count);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_until_the_tenth_attempt()
    {
        int port;
        await using (var sink = SmtpSink.Start()) port = sink.Port;
        await using var house = await WithServerAsync(Engine.Sqlite, $"smtp://127.0.0.1:{port}");
        var id = await SendAsync(house, "a");
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            Assert.Equal(1, await RunAsync(house));
            house.Clock.Move(Duration.FromHours(6));
        }

        var (state, attempts, error) = await StateAsync(house, id);
        Assert.Equal((MailState.Failed, 10), (state, attempts));
        Assert.NotEmpty(error!);
        Assert.Equal(0, await RunAsync(house));
    }

    [Fact]
    public async Task Without_a_server_a_mail_is_kept_encrypted_and_without_an_address_it_fails()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        var kept = await SendAsync(house, "a");
        var lost = await house.InAsync(async s =>
        {
            var id = await s.GetRequiredService<IMailbox>().SendAsync(
                new(MailTo.OfPerson(Guid.CreateVersion7()), "x", Letter.Write(), Language.English, "b"), CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return id;
        });

        Assert.Equal(1, await RunAsync(house));
        Assert.Equal((MailState.Kept, 0, null), await StateAsync(house, kept));
        Assert.Equal((MailState.Failed, 0, "No address is known."), await StateAsync(house, lost));
        var view = await house.InAsync(s => s.GetRequiredService<MailBoard>().FindAsync(kept, CancellationToken.None));
        Assert.Equal(Letter.Write().Text, view!.Text);
        var stored = await house.InAsync(s => s.GetRequiredService<AppDbContext>().Database
            .SqlQuery<string>($"""SELECT "Text" AS "Value" FROM "foundation_mail" WHERE "Id" = {kept}""").SingleAsync());
        Assert.Matches("^e[0-9]+:[A-Za-z0-9+/=]+$", stored);
    }

    [Fact]
    public async Task A_mail_of_an_undone_transaction_was_never_written()
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        await house.InAsync(s => s.GetRequiredService<IMailbox>().SendAsync(
            new(MailTo.At("a@example.org"), "x", Letter.Write(), Language.English, "a"), CancellationToken.None));

        Assert.Equal(0, await RunAsync(house));
        Assert.Empty(await house.InAsync(s => s.GetRequiredService<MailBoard>().CountAsync(CancellationToken.None)));
    }

    private static Task<TestHouse> WithServerAsync(Engine engine, string server) => Settled.OpenAsync(engine, settings => settings with
    {
        Smtp = new Uri(server),
        PublicUrl = new Uri("https://coop.example.edu"),
        MailFrom = new MailboxAddress("国际合作办公室", "office@example.edu"),
    });

    private static Task<Guid> SendAsync(TestHouse house, string key) => house.InAsync(async s =>
    {
        var id = await s.GetRequiredService<IMailbox>().SendAsync(
            new(MailTo.At("wang@example.org", "王芳"), "协议到期提醒\r\nCc: x@example.org", Letter.Write(), Language.Chinese, key), CancellationToken.None);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
        return id;
    });

    private static Task<int> RunAsync(TestHouse house) => house.Root.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);

    private static async Task<(MailState State, int Attempts, string? Error)> StateAsync(TestHouse house, Guid id)
    {
        var line = (await house.InAsync(s => s.GetRequiredService<MailBoard>().FindAsync(id, CancellationToken.None)))!.Line;
        return (line.State, line.Attempts, line.Error);
    }
}
