using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Safeguards.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

public sealed class GateTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_gate_opens_for_exactly_what_was_approved_and_keeps_what_was_said(Engine engine)
    {
        var room = new TestRoom();
        await using var scene = await Scene.OpenAsync(engine, s => TestRoom.Add(s, room));
        Assert.Equal(("partners.sign", false), await PassAsync(scene));
        var asked = await scene.In(async (db, s) =>
        {
            var id = await s.GetRequiredService<IApprovals>().AskAsync(new(TestRoom.Agreement, "agreement", scene.Water, new("x", "x"), "/x", room.Hash), CancellationToken.None);
            await db.SaveChangesAsync();
            return id;
        });
        Assert.Equal(("partners.sign", false), await PassAsync(scene));
        await scene.In(async (db, _) =>
        {
            var request = await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).Include(r => r.Steps).SingleAsync(r => r.Id == asked);
            for (var i = 0; i < 3; i++) request.Decide(ApprovalDecision.Approved, null, null, null, db.Write.Now, _ => Scene.Today);
            await db.SaveChangesAsync();
        });
        Assert.Equal(("partners.sign", true), await PassAsync(scene));
        room.Content = [7];
        Assert.Equal(("partners.sign", false), await PassAsync(scene));
        room.Content = [1, 2, 3];
        room.Outcomes["partners.documents-present"] = VerdictOutcome.Warn;
        Assert.Equal(("partners.sign", true), await PassAsync(scene));

        var kept = await scene.In((db, _) => db.Set<Verdict>().AsNoTracking().Where(v => v.Check == "partners.term-within-limit").ToListAsync());
        Assert.Equal(5, kept.Count);
        Assert.All(kept, v => Assert.Equal("{\"seen\":{\"limit\":\"5\",\"subject\":\"01900000000070008000000000000001\"},\"parameters\":{\"maximumYears\":\"5\"}}", v.Inputs));
        Assert.Equal(30, await scene.In((db, _) => db.Set<Verdict>().CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_exception_excuses_the_checks_it_names_until_its_day_and_none_that_cannot_be_excused(Engine engine)
    {
        var room = new TestRoom();
        await using var scene = await Scene.OpenAsync(engine, s => TestRoom.Add(s, room));
        var dean = await scene.ViewerAsync("dean", BuiltInRole.Dean, scene.School);
        await scene.In(async (db, s) =>
        {
            var id = await s.GetRequiredService<IApprovals>().AskAsync(new(TestRoom.Agreement, "agreement", scene.Water, new("x", "x"), "/x", room.Hash), CancellationToken.None);
            var request = db.Set<ApprovalRequest>().Local.Single(r => r.Id == id);
            for (var i = 0; i < 3; i++) request.Decide(ApprovalDecision.Approved, null, null, null, db.Write.Now, _ => Scene.Today);
            await db.SaveChangesAsync();
        });
        room.Outcomes["partners.term-within-limit"] = VerdictOutcome.Fail;
        Assert.Equal(("partners.sign", false), await PassAsync(scene));
        await GrantAsync(scene, dean, "partners.documents-present");
        Assert.Equal(("partners.sign", false), await PassAsync(scene));
        await GrantAsync(scene, dean, "partners.term-within-limit safeguards.approved-content");
        var outcome = await PreviewAsync(scene);
        Assert.True(outcome.IsOpen);
        Assert.Equal(new GateExceptionCard(dean.Me()!.Value, "The partner's law asks for it.", Scene.Today.AddDays(3)), outcome.Exception);
        Assert.Equal(("partners.sign", true), await PassAsync(scene));
        Assert.Equal(1, await scene.In((db, _) => db.Set<GatePassing>().VisibleTo(Viewer.System).CountAsync(p => p.IsOpen && p.ExceptionId != null)));

        room.Content = [7];
        Assert.False((await PreviewAsync(scene)).IsOpen);
        room.Content = [1, 2, 3];
        scene.House.Clock.Move(NodaTime.Duration.FromDays(4));
        Assert.False((await PreviewAsync(scene)).IsOpen);
    }

    [Fact]
    public async Task What_is_not_known_keeps_a_gate_closed_and_a_preview_keeps_nothing()
    {
        await using var scene = await Scene.OpenAsync(Engine.Sqlite, s => TestRoom.Add(s, new TestRoom(), without: "partners.documents-present"));
        var missing = await PreviewAsync(scene, "partners.review");
        Assert.False(missing.IsOpen);
        Assert.Equal(
            [("partners.documents-present", VerdictOutcome.CannotEvaluate), ("partners.parties-not-ended", VerdictOutcome.Pass), ("partners.signatories-named", VerdictOutcome.Pass), ("partners.territory-named", VerdictOutcome.Pass), ("partners.term-within-limit", VerdictOutcome.Pass)],
            missing.Verdicts.Select(v => (v.Check, v.Outcome)));
        Assert.NotEqual(missing.Verdicts[0].Sentence.En, missing.Verdicts[0].Sentence.Zh);
        var unknown = await PreviewAsync(scene, "nobody.knows");
        Assert.False(unknown.IsOpen);
        Assert.Equal(VerdictOutcome.CannotEvaluate, Assert.Single(unknown.Verdicts).Outcome);
        Assert.Equal(0, await scene.In((db, _) => db.Set<GatePassing>().VisibleTo(Viewer.System).CountAsync()));
    }

    private static Task<(string, bool)> PassAsync(Scene scene) => scene.In(async (db, s) =>
    {
        scene.House.Clock.Move(NodaTime.Duration.FromSeconds(1));
        var outcome = await s.GetRequiredService<IGates>().PassAsync(new("partners.sign", TestRoom.Agreement, scene.Water, ["US"]), CancellationToken.None);
        await db.SaveChangesAsync();
        var kept = await db.Set<GatePassing>().VisibleTo(Viewer.System).OrderByDescending(p => p.At).FirstAsync();
        Assert.Equal(outcome.IsOpen, kept.IsOpen);
        return (kept.Gate, kept.IsOpen);
    });

    private static Task<GateOutcome> PreviewAsync(Scene scene, string gate = "partners.sign") =>
        scene.In((_, s) => s.GetRequiredService<IGates>().PreviewAsync(new(gate, TestRoom.Agreement, scene.Water, ["US"]), CancellationToken.None));

    private static Task GrantAsync(Scene scene, Viewer by, string checks) => scene.In(
        async (db, _) =>
        {
            db.Add(new GateException
            {
                Gate = "partners.sign",
                SubjectKind = TestRoom.Agreement.Kind,
                SubjectKey = TestRoom.Agreement.Key,
                UnitId = scene.Water,
                Checks = checks,
                ById = by.Me()!.Value,
                Reason = "The partner's law asks for it.",
                GrantedAt = db.Write.Now,
                ValidUntil = Scene.Today.AddDays(3),
            });
            await db.SaveChangesAsync();
        },
        by);
}
