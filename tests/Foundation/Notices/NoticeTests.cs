using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Foundation.Notices;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Tests.Notices;

public sealed class NoticeTests
{
    private const string DingSecret = "SEC-ding";
    private const string FeishuSecret = "feishu-secret";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_account_is_told_on_its_channel_and_a_failed_post_goes_by_mail(Engine engine)
    {
        await using var sink = await HttpSink.StartAsync();
        await using var house = await OpenAsync(engine, sink);
        var (lin, gao) = (await AccountAsync(house, "lin"), await AccountAsync(house, "gao"));

        // Mail at once, where nothing was chosen; the same key only once.
        await TellAsync(house, lin, "a");
        await TellAsync(house, lin, "a");
        Assert.Equal(["lin@example.edu|Subject a"], await MailsAsync(house));

        // A webhook: JSON, signed, known by its id.
        await ChooseAsync(house, gao, NoticeChannel.Webhook, sink.Address + "/hook?x=1", null);
        await TellAsync(house, gao, "b");
        await RunAsync(house);
        var posted = Assert.Single(sink.Taken);
        Assert.Equal(("/hook", "?x=1"), (posted.Path, posted.Query));
        using (var json = JsonDocument.Parse(posted.Body)) Assert.Equal(("Subject b", "https://coop.example.edu/desk"), (json.RootElement.GetProperty("subject").GetString(), json.RootElement.GetProperty("link").GetString()));
        var secret = (await house.InAsync(s => s.GetRequiredService<NoticeBoard>().OfAsync(gao, CancellationToken.None))).Secret!;
        var time = house.Clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var (id, key) = (posted.Headers["webhook-id"], Convert.FromBase64String(secret["whsec_".Length..]));
        Assert.Equal(time, posted.Headers["webhook-timestamp"]);
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{time}.{posted.Body}"))), posted.Headers["webhook-signature"]);
        Assert.StartsWith("msg_", id, StringComparison.Ordinal);

        // A fault of the other side is tried again; a refusal for good goes by mail.
        sink.Answers.Enqueue((503, "busy"));
        await TellAsync(house, gao, "c");
        await RunAsync(house);
        Assert.Equal(2, sink.Taken.Count);
        house.Clock.Move(Duration.FromMinutes(1));
        await RunAsync(house);
        Assert.Equal(3, sink.Taken.Count);
        Assert.Equal(sink.Taken.ElementAt(1).Headers["webhook-id"], sink.Taken.ElementAt(2).Headers["webhook-id"]);
        sink.Answers.Enqueue((410, "gone"));
        await TellAsync(house, gao, "d");
        await RunAsync(house);
        Assert.Equal(["gao@example.edu|Subject d", "lin@example.edu|Subject a"], await MailsAsync(house));
        Assert.Equal(NoticeState.Failed, (await house.InAsync(s => s.GetRequiredService<NoticeBoard>().OfAsync(gao, CancellationToken.None))).LastState);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Robots_get_what_their_makers_document_and_are_not_made_to_say_it_twice(Engine engine)
    {
        await using var sink = await HttpSink.StartAsync();
        await using var house = await OpenAsync(engine, sink);
        var lin = await AccountAsync(house, "lin");
        foreach (var robot in new[] { "企业微信", "钉钉", "飞书" })
        {
            sink.Usual = robot == "飞书" ? """{"code":0,"msg":"success"}""" : """{"errcode":0,"errmsg":"ok"}""";
            await ChooseAsync(house, lin, NoticeChannel.Robot, null, robot);
            await TellAsync(house, lin, robot);
            await RunAsync(house);
        }

        var (wecom, ding, feishu) = (sink.Taken.ElementAt(0), sink.Taken.ElementAt(1), sink.Taken.ElementAt(2));
        var now = house.Clock.GetCurrentInstant();
        Assert.Equal("""{"msgtype":"text","text":{"content":"Subject 企业微信\nhttps://coop.example.edu/desk"}}""", wecom.Body);
        var ms = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        Assert.Equal(
            $"?access_token=1&timestamp={ms}&sign={Uri.EscapeDataString(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(DingSecret), Encoding.UTF8.GetBytes(ms + "\n" + DingSecret))))}", ding.Query);
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using (var json = JsonDocument.Parse(feishu.Body))
        {
            Assert.Equal((seconds, "text"), (json.RootElement.GetProperty("timestamp").GetString(), json.RootElement.GetProperty("msg_type").GetString()));
            Assert.Equal(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(seconds + "\n" + FeishuSecret), Array.Empty<byte>())), json.RootElement.GetProperty("sign").GetString());
        }

        // The house fell while it was posting: what a robot may have said is not said again.
        await TellAsync(house, lin, "fell");
        await house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Notice>().Where(n => n.Key == "fell").ExecuteUpdateAsync(set => set.SetProperty(n => n.BegunAt, now)));
        await RunAsync(house);
        Assert.Equal(3, sink.Taken.Count);

        // It refuses (a wrong word, too many messages): by mail then.
        sink.Usual = """{"code":19021,"msg":"sign match fail"}""";
        await TellAsync(house, lin, "refused");
        await RunAsync(house);
        Assert.Equal(["lin@example.edu|Subject refused"], await MailsAsync(house));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_digest_comes_once_a_day_at_its_hour_and_never_without_anything_new(Engine engine)
    {
        await using var sink = await HttpSink.StartAsync();
        await using var house = await OpenAsync(engine, sink);
        var lin = await AccountAsync(house, "lin");
        await ChooseAsync(house, lin, NoticeChannel.Mail, null, null, daily: true, hour: 10);
        await TellAsync(house, lin, "a");
        await TellAsync(house, lin, "b");
        await DigestAsync(house);
        Assert.Equal([], await MailsAsync(house));
        house.Clock.Move(Duration.FromHours(1));
        await DigestAsync(house);
        await DigestAsync(house);
        Assert.Equal(["lin@example.edu|2 things are new, 12 Mar 2026"], await MailsAsync(house));
        var text = await house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Foundation.Mail.Mail>().Select(m => m.Text).SingleAsync());
        Assert.Contains("Sentence a", text, StringComparison.Ordinal);
        Assert.Contains("Sentence b", text, StringComparison.Ordinal);

        // Later that day it waits for the next; a day with nothing new brings nothing; the hour that was missed is made up for.
        await TellAsync(house, lin, "c");
        await DigestAsync(house);
        Assert.Single(await MailsAsync(house));
        house.Clock.Move(Duration.FromHours(30));
        await DigestAsync(house);
        Assert.Equal(2, (await MailsAsync(house)).Count);
        house.Clock.Move(Duration.FromHours(24));
        await DigestAsync(house);
        Assert.Equal(2, (await MailsAsync(house)).Count);

        // Back to at once: what waited goes.
        await TellAsync(house, lin, "d");
        await ChooseAsync(house, lin, NoticeChannel.Mail, null, null);
        Assert.Equal(3, (await MailsAsync(house)).Count);
    }

    [Fact]
    public async Task A_webhook_leads_to_the_public_network_only_unless_the_operator_allows_it()
    {
        await using var sink = await HttpSink.StartAsync();
        await using var house = await OpenAsync(Engine.Sqlite, sink, local: false);
        var board = await house.InAsync(s => Task.FromResult(s.GetRequiredService<NoticeBoard>()));
        foreach (var refused in new[] { "http://example.edu/x", sink.Address, "https://127.0.0.1/x", "https://localhost/x", "https://10.1.2.3/", "https://[::1]/", "https://[fd00::1]/", "https://192.168.1.1/", "https://user:pass@example.edu/" })
            Assert.False(board.MayPostTo(new(refused)), refused);
        Assert.True(board.MayPostTo(new("https://example.edu/hook")));

        // A name that leads inside is refused when it is connected to, whatever was chosen.
        var lin = await AccountAsync(house, "lin");
        await ChooseAsync(house, lin, NoticeChannel.Webhook, sink.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), null);
        await TellAsync(house, lin, "inside");
        await RunAsync(house);
        Assert.Empty(sink.Taken);
        Assert.Equal(["lin@example.edu|Subject inside"], await MailsAsync(house));
    }

    private static Task<TestHouse> OpenAsync(Engine engine, HttpSink sink, bool local = true) => Settled.OpenAsync(engine, settings => settings with
    {
        PublicUrl = new Uri("https://coop.example.edu"),
        WebhooksAllowPrivate = local,
        Robots =
        [
            new(RobotKind.WeCom, "企业微信", new(sink.Address + "/cgi-bin/webhook/send?key=1"), null),
            new(RobotKind.DingTalk, "钉钉", new(sink.Address + "/robot/send?access_token=1"), DingSecret),
            new(RobotKind.Feishu, "飞书", new(sink.Address + "/open-apis/bot/v2/hook/1"), FeishuSecret),
        ],
    });

    private static Task<Guid> AccountAsync(TestHouse house, string name) => house.InAsync(async s => (await TestAccounts.OpenAsync(s, name + "@example.edu", name, null, null, null)).Value);

    private static Task TellAsync(TestHouse house, Guid account, string key) => house.InAsync(async s =>
    {
        var letter = new MailLetter(Language.English, "Hello", ["Sentence " + key], ("Open", "https://coop.example.edu/desk"));
        await s.GetRequiredService<INotices>().TellAsync(new(account, "Subject " + key, letter, key), CancellationToken.None);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    private static Task ChooseAsync(TestHouse house, Guid account, NoticeChannel channel, string? address, string? robot, bool daily = false, int hour = 8) => house.InAsync(async s =>
    {
        await s.GetRequiredService<NoticeBoard>().ChooseAsync(account, channel, address, robot, daily, hour, CancellationToken.None);
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    private static async Task DigestAsync(TestHouse house)
    {
        await house.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            db.Enqueue(new SendDigests());
            await db.SaveChangesAsync();
        });
        await RunAsync(house);
    }

    private static Task<int> RunAsync(TestHouse house) => house.Root.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);

    private static Task<List<string>> MailsAsync(TestHouse house) => house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Foundation.Mail.Mail>()
        .OrderBy(m => m.Address).ThenBy(m => m.CreatedAt).Select(m => m.Address + "|" + m.Subject).ToListAsync());
}
