using Entente.Contracts.Directory;
using System.Net;
using System.Security.Cryptography;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Safeguards.Approvals;
using Entente.Safeguards.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

public sealed class ApprovalTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_question_goes_from_role_to_role_and_its_end_is_heard(Engine engine)
    {
        var room = new TestRoom();
        await using var host = await RunningHost.StartAsync(engine, b => TestRoom.Add(b.Services, room));
        var unit = room.Unit = await host.InAsync(s => TestAccounts.UnitAsync(s, "SOE"));
        var asker = await host.AccountAsync("asker@example.edu", BuiltInRole.Coordinator, "SOE", "Lin Qiao");
        await host.InAsync(s => TestAccounts.GrantAsync(s, asker, BuiltInRole.Head, unit));
        foreach (var role in new[] { BuiltInRole.Head, BuiltInRole.Officer, BuiltInRole.Dean }) await host.AccountAsync(role + "@example.edu", role, "SOE");
        await host.AccountAsync("elsewhere@example.edu", BuiltInRole.Head, "ART");
        var id = await AskAsync(host, asker, unit, room.Content);
        var page = $"/approvals/{id}";
        using var own = await In(host, "asker");
        using var head = await In(host, "head");
        using var officer = await In(host, "officer");
        using var dean = await In(host, "dean");
        using var elsewhere = await In(host, "elsewhere");

        Assert.Contains("Approval of an agreement: Exchange with Elm College", await head.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("Elm College", await officer.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("Approval of an agreement", await own.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.SendAsync("/desk", page, ("step", "1"), ("decision", "Approved"))).Status);
        Assert.Contains("All 5 checks hold.", await head.PageAsync(page), StringComparison.Ordinal);
        Assert.Contains("somebody else with the role decides", await own.PageAsync(page), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.SendAsync(page, page, ("step", "1"), ("decision", "Approved"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await dean.SendAsync(page, page, ("step", "1"), ("decision", "Approved"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.SendAsync(page, page, ("step", "1"))).Status);
        var withoutReason = await head.SendAsync(page, page, ("step", "1"), ("decision", "Returned"), ("reason", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, withoutReason.Status);
        Assert.Contains("Say why", withoutReason.Body, StringComparison.Ordinal);

        room.Content = [9];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.SendAsync(page, page, ("step", "1"), ("decision", "Approved"))).Status);
        room.Content = [1, 2, 3];
        Assert.Equal((HttpStatusCode.SeeOther, page), await DecidedAsync(head, page, 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SendAsync(page, page, ("step", "1"), ("decision", "Approved"))).Status);
        Assert.Equal((HttpStatusCode.SeeOther, page), await DecidedAsync(officer, page, 2));
        Assert.Empty(room.Heard);
        Assert.Equal((HttpStatusCode.SeeOther, page), await DecidedAsync(dean, page, 3));
        Assert.Equal([(ApprovalState.Approved, (string?)null)], room.Heard);
        Assert.Contains("Approved: Exchange with Elm College", await own.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("/approvals/" + id, await head.PageAsync("/approvals"), StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), await elsewhere.PageAsync("/approvals"), StringComparison.Ordinal);
        Assert.Empty(await BrokenAsync(host));

        // Asked anew, returned with a reason; asked once more, taken back by whoever asked.
        var second = await AskAsync(host, asker, unit, room.Content);
        await head.SendAsync($"/approvals/{second}", $"/approvals/{second}", ("step", "1"), ("decision", "Returned"), ("reason", "The places are missing."));
        Assert.Equal((ApprovalState.Returned, "The places are missing."), room.Heard[^1]);
        var third = await AskAsync(host, asker, unit, room.Content);
        Assert.Equal(HttpStatusCode.NotFound, (await head.SendAsync($"/approvals/{third}", $"/approvals/{third}/withdraw", ("reason", "x"))).Status);
        await own.SendAsync($"/approvals/{third}", $"/approvals/{third}/withdraw", ("reason", "Not yet."));
        Assert.Equal((ApprovalState.Withdrawn, "Not yet."), room.Heard[^1]);
        Assert.Empty(await BrokenAsync(host));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Asking_anew_withdraws_what_was_pending_and_the_newest_request_is_the_answer(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine, s => TestRoom.Add(s, new TestRoom()));
        var first = await AskAsync(scene, scene.Water, [1]);
        scene.House.Clock.Move(NodaTime.Duration.FromMinutes(1));
        var second = await AskAsync(scene, scene.Water, [2]);
        var states = await scene.In(async (db, _) => await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).ToDictionaryAsync(r => r.Id, r => r.State));
        Assert.Equal((ApprovalState.Withdrawn, ApprovalState.Pending), (states[first], states[second]));
        var card = await scene.In(async (_, s) => (await s.GetRequiredService<IApprovals>().OfAsync([TestRoom.Agreement], CancellationToken.None))[TestRoom.Agreement]);
        Assert.Equal(second, card.Id);
        Assert.Equal([BuiltInRole.Head, BuiltInRole.Officer, BuiltInRole.Dean], card.Steps.Select(s => s.Role));
        await scene.In(async (db, s) =>
        {
            await s.GetRequiredService<IApprovals>().WithdrawAsync(TestRoom.Agreement, "no more", CancellationToken.None);
            await db.SaveChangesAsync();
        });
        Assert.Equal(ApprovalState.Withdrawn, await scene.In((db, _) => db.Set<ApprovalRequest>().VisibleTo(Viewer.System).Where(r => r.Id == second).Select(r => r.State).SingleAsync()));
        await Assert.ThrowsAsync<RefusedException>(() => scene.In((_, s) => s.GetRequiredService<IApprovals>().AskAsync(
            new(TestRoom.Agreement, "unknown", scene.Water, new("x", "x"), "/x", new byte[32]), CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_decisions_at_once_count_once(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine, s => TestRoom.Add(s, new TestRoom()));
        var id = await AskAsync(scene, scene.Water, [1]);
        await using var one = scene.House.Enter();
        await using var two = scene.House.Enter();
        var (a, b) = (one.ServiceProvider.GetRequiredService<AppDbContext>(), two.ServiceProvider.GetRequiredService<AppDbContext>());
        foreach (var db in new[] { a, b })
        {
            var request = await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).Include(r => r.Steps).SingleAsync(r => r.Id == id);
            request.Decide(db == a ? ApprovalDecision.Approved : ApprovalDecision.Refused, null, null, "why", db.Write.Now, _ => Scene.Today);
        }

        await a.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => b.SaveChangesAsync());
    }

    [Fact]
    public async Task Whoever_asked_decides_nothing_of_it_neither_in_another_role_nor_through_somebody_they_lent_theirs_to()
    {
        await using var scene = await Scene.OpenAsync(Engine.Sqlite, s => TestRoom.Add(s, new TestRoom()));
        var asker = await scene.ViewerAsync("asker", BuiltInRole.Head, scene.Water);
        var id = await AskAsync(scene, scene.Water, [1], asker);
        await scene.In(async (db, s) =>
        {
            var request = await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).Include(r => r.Steps).SingleAsync(r => r.Id == id);
            var chain = (await s.GetRequiredService<DecisionDoor>().ChainOfAsync(request, CancellationToken.None)).Chain;
            var reach = new Reach(false, new HashSet<Guid> { scene.Water.Value });
            var headKey = SafeguardsPermissions.ActAs(BuiltInRole.Head);
            Viewer Lent(Guid holder) => Viewer.Of(Guid.CreateVersion7(), null, "x", [], [new LentPermission(headKey, holder, reach)]);
            var other = Viewer.Of(Guid.CreateVersion7(), null, "x", [KeyValuePair.Create(headKey, reach)]);

            Assert.Equal("approvals.not-your-own", DecisionDoor.RightOf(asker, request, chain).WhyNotKey);
            Assert.Equal("approvals.not-your-own", DecisionDoor.RightOf(Lent(asker.Account!.Value), request, chain).WhyNotKey);
            Assert.Equal(new DecisionRight(true, null, null), DecisionDoor.RightOf(other, request, chain));
            Assert.Equal(new DecisionRight(true, other.Me(), null), DecisionDoor.RightOf(Lent(other.Account!.Value), request, chain));
            Assert.True(DecisionDoor.RightOf(asker, request, chain with { AskerMayDecide = true }).May);
            Assert.False(DecisionDoor.RightOf(Viewer.Public, request, chain).May);

            request.Decide(ApprovalDecision.Approved, other.Me(), null, null, db.Write.Now, _ => Scene.Today);
            var also = Viewer.Of(other.Account!.Value, null, "x", [KeyValuePair.Create(SafeguardsPermissions.ActAs(BuiltInRole.Officer), reach)]);
            Assert.Equal("approvals.decided-before", DecisionDoor.RightOf(also, request, chain).WhyNotKey);
            Assert.True(DecisionDoor.RightOf(also, request, chain with { OnePersonSeveralSteps = true }).May);
        });
    }

    private static Task<ApprovalId> AskAsync(Scene scene, UnitId unit, byte[] content, Viewer? viewer = null) => scene.In(
        async (db, s) =>
        {
            var id = await s.GetRequiredService<IApprovals>().AskAsync(
                new(TestRoom.Agreement, "agreement", unit, new("Exchange with Elm College", "与榆树学院的交换协议"), "/x", SHA256.HashData(content)), CancellationToken.None);
            await db.SaveChangesAsync();
            return id;
        },
        viewer);

    private static async Task<ApprovalId> AskAsync(RunningHost host, AccountId asker, UnitId unit, byte[] content)
    {
        host.Clock.Move(NodaTime.Duration.FromSeconds(1));
        return await host.InAsync(
            async s =>
            {
                var id = await s.GetRequiredService<IApprovals>().AskAsync(
                    new(TestRoom.Agreement, "agreement", unit, new("Exchange with Elm College", "与榆树学院的交换协议"), "/x", SHA256.HashData(content)), CancellationToken.None);
                await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
                return id;
            },
            Viewer.Of(asker.Value, null, "Lin Qiao", []));
    }

    private static async Task<(HttpStatusCode, string?)> DecidedAsync(TestBrowser browser, string page, int step)
    {
        var answer = await browser.SendAsync(page, page, ("step", step.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("decision", "Approved"));
        return (answer.Status, answer.Location);
    }

    private static Task<List<RecordRef>> BrokenAsync(RunningHost host) => host.InAsync(async s =>
    {
        var broken = new List<RecordRef>();
        foreach (var law in s.GetServices<IInvariant>().Where(i => i.Id.StartsWith("safeguards.", StringComparison.Ordinal)))
            broken.AddRange(await law.BrokenByAsync(s.GetRequiredService<AppDbContext>(), CancellationToken.None));
        return broken;
    });

    private static async Task<TestBrowser> In(RunningHost host, string name)
    {
        var browser = host.Browser();
        await browser.SignInAsync(name + "@example.edu", RunningHost.Password);
        return browser;
    }
}
