using CsCheck;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Safeguards.Packs;
using Entente.Safeguards.Reminders;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Safeguards.Tests;

public sealed class ReminderTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task One_mail_a_morning_names_what_reached_a_distance_once_to_whoever_it_waits_for(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine, s => TestRoom.Add(s, new TestRoom()));
        await scene.ViewerAsync("lin", BuiltInRole.Coordinator, scene.Water);
        await scene.ViewerAsync("air", BuiltInRole.Coordinator, scene.Air);
        var head = await scene.ViewerAsync("head", BuiltInRole.Head, scene.Water);
        await scene.ViewerAsync("other", BuiltInRole.Head, scene.Water);
        await OweAsync(scene, "a", new(2026, 3, 19));
        await OweAsync(scene, "b", new(2026, 3, 13));
        await OweAsync(scene, "far", new(2026, 6, 1));
        await scene.In(
            async (db, s) =>
            {
                await s.GetRequiredService<IApprovals>().AskAsync(new(TestRoom.Agreement, "agreement", scene.Water, new("Elm College", "榆树学院"), "/x", new byte[32]), CancellationToken.None);
                await db.SaveChangesAsync();
            },
            head);

        // Thursday 12 March: five working days before the 19th, one before the 13th; the decision has its five days.
        Assert.Equal([("lin@example.edu", "2 things fall due"), ("other@example.edu", "One thing falls due")], await MorningAsync(scene));
        Assert.Equal([], await MorningAsync(scene));
        scene.House.Clock.Move(Duration.FromDays(1));
        Assert.Equal([("lin@example.edu", "One thing falls due")], await MorningAsync(scene));
        scene.House.Clock.Move(Duration.FromDays(3));
        Assert.Equal([], await MorningAsync(scene));
        // Friday the 20th: the 13th is five working days overdue, the 19th was missed by a day, and so was the decision's last day.
        scene.House.Clock.Move(Duration.FromDays(4));
        Assert.Equal([("lin@example.edu", "2 things fall due"), ("other@example.edu", "One thing falls due")], await MorningAsync(scene));
        Assert.Equal([], await MorningAsync(scene));
    }

    [Fact]
    public void Each_distance_is_reminded_of_exactly_once_however_mornings_are_missed()
    {
        var pack = ShippedPacks.Read(ShippedPacks.All[0]);
        var (calendar, rule) = (pack.Calendar("china")!, pack.Obligations.First(o => o.Kind == "partners.decide-renewal"));
        var due = new DateOnly(2026, 6, 30);
        var mornings = Enumerable.Range(-60, 61).Select(n => due.AddDays(n)).ToList();
        int? reminded = null;
        var told = new List<DateOnly>();
        foreach (var morning in mornings)
        {
            var stage = ReminderStage.Of(rule, calendar, due, morning);
            if (!ReminderStage.IsNews(stage, reminded)) continue;
            reminded = stage;
            told.Add(morning);
        }

        Assert.Equal([new(2026, 6, 1), new(2026, 6, 15), new(2026, 6, 25), new(2026, 6, 30)], told);
        Gen.Bool.Array[180].Sample(awake =>
        {
            int? before = null;
            for (var n = 0; n < awake.Length; n++)
            {
                var stage = ReminderStage.Of(rule, calendar, due, due.AddDays(n - 90));
                // What was reached is never forgotten, and never goes back.
                Assert.True(before is null || stage is null || stage <= before || !ReminderStage.IsNews(stage, before));
                if (awake[n] && ReminderStage.IsNews(stage, before)) before = stage;
                if (awake[n]) Assert.Equal(stage, before);
            }
        });
    }

    private static Task OweAsync(Scene scene, string instance, DateOnly due) => scene.In(async (db, s) =>
    {
        await s.GetRequiredService<IObligations>().OweAsync(
            new(TestRoom.Agreement, "test.report", instance, BuiltInRole.Coordinator, scene.Water, null, new("Report " + instance, "报告" + instance), "/x", due, Scene.Today), CancellationToken.None);
        await db.SaveChangesAsync();
    });

    /// <summary>The job as the worker runs it, and the mails it wrote.</summary>
    private static Task<List<(string, string)>> MorningAsync(Scene scene) => scene.In(async (db, s) =>
    {
        var before = (await s.GetRequiredService<MailBoard>().Lines(null, "").ToListAsync()).ConvertAll(m => m.Id);
        await s.GetRequiredService<RemindHandler>().RunAsync(new Remind(), new JobRun(db, Guid.CreateVersion7(), "x", 1, db.Write.Now), CancellationToken.None);
        await db.SaveChangesAsync();
        var lines = await s.GetRequiredService<MailBoard>().Lines(null, "").ToListAsync();
        return lines.Where(m => !before.Contains(m.Id)).OrderBy(m => m.Address, StringComparer.Ordinal).Select(m => (m.Address!, m.Subject)).ToList();
    });
}
