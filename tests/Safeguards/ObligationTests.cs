using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Safeguards.Desk;
using Entente.Safeguards.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

public sealed class ObligationTests
{
    private static readonly RecordRef Agreement = new("test.agreement", Guid.CreateVersion7());

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_is_owed_is_moved_never_doubled_and_a_receipt_stays(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await OweAsync(scene, Owed(scene.Water, due: new(2026, 3, 20)));
        await OweAsync(scene, Owed(scene.Water, due: new(2026, 3, 25)));
        Assert.Equal([(new DateOnly(2026, 3, 25), ObligationState.Open)], await StatesAsync(scene));

        await scene.In(async (db, s) =>
        {
            await s.GetRequiredService<IObligations>().FulfilAsync(Agreement, "test.report", "2026", "Report no. 7", CancellationToken.None);
            await db.SaveChangesAsync();
        });
        await OweAsync(scene, Owed(scene.Water, due: new(2026, 3, 25)));
        Assert.Equal([(new DateOnly(2026, 3, 25), ObligationState.Fulfilled)], await StatesAsync(scene));

        await OweAsync(scene, Owed(scene.Water, due: new(2027, 3, 25)));
        await scene.In(async (db, s) =>
        {
            await s.GetRequiredService<IObligations>().ReleaseAsync(Agreement, "The agreement ended.", CancellationToken.None);
            await db.SaveChangesAsync();
        });
        var cards = await scene.In((_, s) => s.GetRequiredService<IObligations>().OfAsync(Agreement, CancellationToken.None));
        Assert.Equal(
            [(new DateOnly(2026, 3, 25), ObligationState.Fulfilled, "Report no. 7"), (new DateOnly(2027, 3, 25), ObligationState.Released, "The agreement ended.")],
            cards.Select(c => (c.Due, c.State, c.Receipt!)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Within_one_unit_of_work_an_obligation_is_owed_fulfilled_and_owed_again_as_one_row(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.In(async (db, s) =>
        {
            var obligations = s.GetRequiredService<IObligations>();
            await obligations.OweAsync(Owed(scene.Water, due: new(2026, 3, 20)), CancellationToken.None);
            await obligations.OweAsync(Owed(scene.Water, due: new(2026, 3, 21)), CancellationToken.None);
            await db.SaveChangesAsync();
            await obligations.FulfilAsync(Agreement, "test.report", "2026", "done", CancellationToken.None);
            await obligations.OweAsync(Owed(scene.Water, due: new(2026, 4, 1)), CancellationToken.None);
            await db.SaveChangesAsync();
        });
        Assert.Equal([(new DateOnly(2026, 4, 1), ObligationState.Open)], await StatesAsync(scene));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_obligation_waits_for_the_role_in_its_unit_for_its_owner_or_for_the_delegate_and_for_nobody_else(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var water = await scene.ViewerAsync("water", BuiltInRole.Coordinator, scene.Water);
        var air = await scene.ViewerAsync("air", BuiltInRole.Coordinator, scene.Air);
        var school = await scene.ViewerAsync("school", BuiltInRole.Coordinator, scene.School);
        var dean = await scene.ViewerAsync("dean", BuiltInRole.Dean, scene.School);
        var reader = await scene.ViewerAsync("reader", BuiltInRole.Reader, scene.School);
        await OweAsync(scene, Owed(scene.Water, due: new(2026, 3, 20)));
        await OweAsync(scene, Owed(scene.Water, due: new(2026, 3, 21), instance: "own") with { Owner = air.Me() });
        await OweAsync(scene, Owed(scene.Water, due: new(2026, 3, 22), instance: "far") with { ShowFrom = Scene.Today.AddDays(1) });

        await SeesAsync(scene, water, waits: ["2026"], sees: ["2026", "far", "own"]);
        await SeesAsync(scene, school, waits: ["2026"], sees: ["2026", "far", "own"]);
        await SeesAsync(scene, air, waits: ["own"], sees: ["own"]);
        await SeesAsync(scene, dean, waits: [], sees: ["2026", "far", "own"]);
        await SeesAsync(scene, reader, waits: [], sees: []);
        await SeesAsync(scene, Viewer.Public, waits: [], sees: []);

        await scene.In(async (db, _) =>
        {
            var all = await db.Set<Obligation>().VisibleTo(Viewer.System).Include(o => o.Delegations).Where(o => o.Instance == "2026").SingleAsync();
            all.Delegations.Add(new()
            {
                ObligationId = all.Id,
                DelegateId = reader.Me()!.Value,
                ById = water.Me()!.Value,
                From = Scene.Today,
                To = Scene.Today.AddDays(2),
                Note = "",
                MadeAt = db.Write.Now,
            });
            await db.SaveChangesAsync();
        });
        await SeesAsync(scene, water, waits: [], sees: ["2026", "far", "own"]);
        await SeesAsync(scene, reader, waits: ["2026"], sees: ["2026"]);
        scene.House.Clock.Move(NodaTime.Duration.FromDays(3));
        await SeesAsync(scene, water, waits: ["2026", "far"], sees: ["2026", "far", "own"]);
        await SeesAsync(scene, reader, waits: [], sees: ["2026"]);
    }

    [Fact]
    public void The_desk_groups_by_day_and_the_week_ends_on_sunday()
    {
        Assert.Equal(
            [DeskTime.Overdue, DeskTime.Today, DeskTime.ThisWeek, DeskTime.ThisWeek, DeskTime.Later, DeskTime.Whenever],
            new DateOnly?[] { new(2026, 3, 11), new(2026, 3, 12), new(2026, 3, 13), new(2026, 3, 15), new(2026, 3, 16), null }.Select(d => DeskPlan.TimeOf(d, Scene.Today)));
        Assert.Equal(DeskTime.Later, DeskPlan.TimeOf(new(2026, 3, 16), new(2026, 3, 15)));
    }

    private static NewObligation Owed(UnitId unit, DateOnly due, string instance = "2026") => new(
        Agreement, "test.report", instance, BuiltInRole.Coordinator, unit, null, new("Hand in the report", "提交报告"), "/x", due, Scene.Today);

    private static Task OweAsync(Scene scene, NewObligation owed) => scene.In(async (db, s) =>
    {
        await s.GetRequiredService<IObligations>().OweAsync(owed, CancellationToken.None);
        await db.SaveChangesAsync();
    });

    private static Task<List<(DateOnly, ObligationState)>> StatesAsync(Scene scene) => scene.In(async (db, _) =>
        (await db.Set<Obligation>().VisibleTo(Viewer.System).OrderBy(o => o.Due).ToListAsync()).ConvertAll(o => (o.Due, o.State)));

    private static Task SeesAsync(Scene scene, Viewer viewer, string[] waits, string[] sees) => scene.In(async (db, s) =>
    {
        var lines = await s.GetRequiredService<ObligationDesk>().WaitingAsync(viewer, CancellationToken.None);
        var today = s.GetRequiredService<Foundation.Time.SchoolClock>().Today;
        Assert.Equal(waits, await db.Set<Obligation>().WaitingFor(viewer, today).Where(o => o.ShowFrom <= today).OrderBy(o => o.Instance).Select(o => o.Instance).ToArrayAsync());
        Assert.Equal(waits.Length, lines.Count);
        Assert.Equal(sees, await db.Set<Obligation>().VisibleTo(viewer).OrderBy(o => o.Instance).Select(o => o.Instance).ToArrayAsync());
    });
}
