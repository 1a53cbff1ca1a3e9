using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Mail;
using Entente.Foundation.Notices;
using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Safeguards.Tests;

public sealed class DigestTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_daily_message_holds_what_is_new_and_what_falls_due_within_a_week_for_this_account_alone(Engine engine)
    {
        var room = new TestRoom();
        await using var host = await RunningHost.StartAsync(engine, b => TestRoom.Add(b.Services, room));
        room.Unit = await host.InAsync(s => TestAccounts.UnitAsync(s, "WSE"));
        var air = await host.InAsync(s => TestAccounts.UnitAsync(s, "AQE"));
        var lin = await host.AccountAsync("lin@example.edu", BuiltInRole.Coordinator, "WSE");
        var head = await host.AccountAsync("head@example.edu", BuiltInRole.Head, "WSE");
        var today = await host.InAsync(s => Task.FromResult(s.GetRequiredService<Foundation.Time.SchoolClock>().Today));
        await host.InAsync(async s =>
        {
            var (db, owing) = (s.GetRequiredService<AppDbContext>(), s.GetRequiredService<IObligations>());
            foreach (var (name, unit, days) in new[] { ("late", room.Unit, -2), ("soon", room.Unit, 3), ("on the seventh day", room.Unit, 8), ("far", room.Unit, 9), ("of the others", air, 3) })
            {
                await owing.OweAsync(
                    new(TestRoom.Agreement, "test.report", name, BuiltInRole.Coordinator, unit, null, new("Report " + name, "报告"), "/x", today.AddDays(days), today.AddDays(-10)), CancellationToken.None);
            }

            await s.GetRequiredService<IApprovals>().AskAsync(new(TestRoom.Agreement, "agreement", room.Unit, new("Elm College", "榆树学院"), "/x", new byte[32]), CancellationToken.None);
            await db.SaveChangesAsync();
            foreach (var account in new[] { lin, head })
            {
                await s.GetRequiredService<NoticeBoard>().ChooseAsync(account.Value, NoticeChannel.Mail, null, null, isDaily: true, hour: 6, CancellationToken.None);
                await db.SaveChangesAsync();
                await s.GetRequiredService<INotices>().TellAsync(
                    new(account.Value, "Something", new MailLetter(Language.English, "Hello", ["Something is new."], null, "Foot"), "test/" + account), CancellationToken.None);
            }

            await db.SaveChangesAsync();
        });

        // The next morning at five past six, before the reminders.
        var zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        host.Clock.Move(new LocalDateTime(today.Year, today.Month, today.Day, 6, 6).PlusDays(1).InZoneStrictly(zone).ToInstant() - host.Clock.GetCurrentInstant());
        await Until.TrueAsync(() => host.InAsync(async s => await s.GetRequiredService<MailBoard>().Lines(null, "One thing is new").CountAsync() == 2));
        Assert.Equal(
            ["New:", "Something is new.", "Falls due within a week:", "Report late (overdue since 10 Mar 2026)", "Report soon (due 15 Mar 2026)", "Report on the seventh day (due 20 Mar 2026)"], await LinesAsync(host, "lin@example.edu"));
        Assert.Equal(["New:", "Something is new.", "Falls due within a week:", "Approval of an agreement: Elm College (due 19 Mar 2026)"], await LinesAsync(host, "head@example.edu"));
    }

    private static Task<List<string>> LinesAsync(RunningHost host, string address) => host.InAsync(async s =>
    {
        var board = s.GetRequiredService<MailBoard>();
        var mail = await board.Lines(null, address).SingleAsync();
        var lines = (await board.FindAsync(mail.Id, CancellationToken.None))!.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.SkipWhile(l => l != "New:").TakeWhile(l => !l.StartsWith("Open my desk", StringComparison.Ordinal)).ToList();
    });
}
