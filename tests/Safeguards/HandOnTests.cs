using System.Net;
using System.Security.Cryptography;
using System.Text;
using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Safeguards.Approvals;
using Entente.Safeguards.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

public sealed class HandOnTests
{
    private const string Units = "单位代码,单位名称,英文名称,上级单位代码\nUNI,清河大学,Clear River University,\nENV,环境学院,School of Environment,UNI\nWAT,水科学系,Department of Water,ENV\n";
    private const string Columns = "学工号,姓名,邮箱,人员类别,单位代码,职务,状态,起始日期,截止日期\n";
    private const string Head = "1001,王敏,wang@example.edu,教职工,WAT,系主任,在职,,\n";
    private const string Teacher = "1002,李雷,li@example.edu,教职工,WAT,教授,在职,,\n";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_step_whose_people_left_goes_up_the_chain_and_back_when_the_role_is_held_again(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine, s => TestRoom.Add(s, new TestRoom()));
        var head = await scene.ViewerAsync("head", BuiltInRole.Head, scene.Water);
        await scene.ViewerAsync("dean", BuiltInRole.Dean, scene.School);
        await scene.ViewerAsync("vice", BuiltInRole.Dean, scene.School);
        await AskAsync(scene);
        Assert.Equal((null, false), await StandAsync(scene));
        await scene.House.InAsync(s => TestAccounts.EndRolesAsync(s, head.Me()!.Value));
        Assert.Equal((BuiltInRole.Dean, false), await StandAsync(scene));
        var dean = await scene.ViewerAsync("dean");
        Assert.Equal(1, await scene.In((db, _) => db.Set<ApprovalRequest>().VisibleTo(dean).CountAsync(r => r.Steps.AsQueryable().Any(Acting.Deciding(dean)) && r.CurrentStep == 1)));
        Assert.Equal([("dean", true), ("vice", true), ("head", false)], await scene.In(async (db, s) =>
        {
            var request = await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).Include(r => r.Steps).SingleAsync();
            var chain = (await s.GetRequiredService<DecisionDoor>().ChainOfAsync(request, CancellationToken.None)).Chain;
            var may = new List<(string, bool)>();
            foreach (var name in new[] { "dean", "vice", "head" }) may.Add((name, DecisionDoor.RightOf(await scene.ViewerAsync(name), request, chain).May));
            return may;
        }));
        await scene.House.InAsync(s => TestAccounts.GrantAsync(s, head.Me()!.Value, BuiltInRole.Head, scene.Water));
        Assert.Equal((null, false), await StandAsync(scene));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_only_one_a_later_step_has_does_not_stand_in_and_it_waits_for_a_name(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine, s => TestRoom.Add(s, new TestRoom()));
        await scene.ViewerAsync("dean", BuiltInRole.Dean, scene.School);
        // The only head is who asks: somebody holds the role, and may not decide all the same.
        await AskAsync(scene, await scene.ViewerAsync("head", BuiltInRole.Head, scene.Water));
        Assert.Equal((null, true), await StandAsync(scene));
        var work = await scene.In((_, s) => s.GetRequiredService<IRoleWork>().WaitingAsync(CancellationToken.None));
        Assert.True(work.Single().HasOwnLine);
        var (here, elsewhere) = (await scene.ViewerAsync("lin", BuiltInRole.Coordinator, scene.School), await scene.ViewerAsync("air", BuiltInRole.Coordinator, scene.Air));
        Assert.Equal((1, 0), await scene.In(async (db, _) => (await db.Set<ApprovalRequest>().StuckFor(here).CountAsync(), await db.Set<ApprovalRequest>().StuckFor(elsewhere).CountAsync())));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_roster_lets_the_decider_go_and_an_operator_names_another_who_decides(Engine engine)
    {
        var room = new TestRoom();
        await using var host = await RunningHost.StartAsync(engine, b =>
        {
            TestRoom.Add(b.Services, room);
            b.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Entente:Roster:Issuer"] = "https://id.example.edu",
                ["Entente:Roster:MostLeaving"] = "100",
                ["Entente:Roster:Rights:0:Role"] = "head",
                ["Entente:Roster:Rights:0:Titles"] = "系主任",
            });
        });
        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        await TakeAsync(operators, "units.csv", Units);
        await TakeAsync(operators, "people.csv", Columns + Head + Teacher);
        var unit = room.Unit = await host.InAsync(s => TestAccounts.UnitAsync(s, "WAT"));
        var asker = await host.AccountAsync("asker@example.edu", BuiltInRole.Coordinator, "WAT", "Lin Qiao");
        await host.AccountAsync("dean@example.edu", BuiltInRole.Dean, "ENV");
        await host.AccountAsync("reader@example.edu", BuiltInRole.Reader, "ENV", "Song Qiao");
        var id = await AskAsync(host, asker, unit);
        await IdleAsync(host);
        using var own = await InAsync(host, "asker");
        using var reader = await InAsync(host, "reader");
        Assert.Contains("王敏", await own.PageAsync($"/approvals/{id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("any more", await operators.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await operators.GetAsync($"/approvals/{id}/approver")).Status);

        await TakeAsync(operators, "people.csv", Columns + Teacher);
        await IdleAsync(host);
        var desk = await operators.PageAsync("/desk");
        Assert.Contains("Nobody may decide “Exchange with Elm College” any more.", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody can act on", desk, StringComparison.Ordinal);
        Assert.Contains("Nobody may decide “Exchange with Elm College” any more.", await own.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("any more", await reader.PageAsync("/desk"), StringComparison.Ordinal);
        var page = await own.PageAsync($"/approvals/{id}");
        Assert.Contains("nobody up the chain may", page, StringComparison.Ordinal);
        Assert.Contains($"/approvals/{id}/approver", page, StringComparison.Ordinal);

        var naming = $"/approvals/{id}/approver";
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(naming)).Status);
        var form = await operators.PageAsync(naming);
        Assert.Contains("Song Qiao, Reader", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Lin Qiao, International office", form, StringComparison.Ordinal);
        var songQiao = await host.InAsync(s => TestAccounts.FindAsync(s, "reader@example.edu"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await operators.SendAsync(naming, naming, ("approver", songQiao.ToString()))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await operators.SendAsync(naming, naming, ("approver", asker.ToString()), ("reason", "x"))).Status);
        var named = await operators.SendAsync(naming, naming, ("approver", songQiao.ToString()), ("reason", "Wang Min has left; Song Qiao leads until June."));
        Assert.Equal((HttpStatusCode.SeeOther, "/desk"), (named.Status, named.Location));
        Assert.DoesNotContain("any more", await operators.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await operators.GetAsync(naming)).Status);
        Assert.Contains("Wang Min has left", await own.PageAsync($"/approvals/{id}"), StringComparison.Ordinal);
        Assert.Contains("Approval of an agreement: Exchange with Elm College", await reader.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal(["You were named to decide: Exchange with Elm College"], await host.InAsync(s => s.GetRequiredService<MailBoard>().Lines(null, "").Select(m => m.Subject).ToListAsync()));
        await reader.SendAsync($"/approvals/{id}", $"/approvals/{id}", ("step", "1"), ("decision", "Approved"));
        Assert.Equal(2, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<ApprovalRequest>().VisibleTo(Viewer.System).Select(r => r.CurrentStep).SingleAsync()));
    }

    private static async Task TakeAsync(TestBrowser operators, string file, string table)
    {
        var page = (await operators.UploadAsync("/roster", null, file, Encoding.UTF8.GetBytes(table))).Location!;
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync(page, page + "/apply")).Status);
    }

    private static Task<ApprovalId> AskAsync(RunningHost host, AccountId asker, UnitId unit) => host.InAsync(
        async s =>
        {
            var id = await s.GetRequiredService<IApprovals>().AskAsync(
                new(TestRoom.Agreement, "agreement", unit, new("Exchange with Elm College", "与榆树学院的交换协议"), "/x", SHA256.HashData([1, 2, 3])), CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return id;
        },
        Viewer.Of(asker.Value, null, "Lin Qiao", []));

    private static Task AskAsync(Scene scene, Viewer? viewer = null) => scene.In(
        async (db, s) =>
        {
            await s.GetRequiredService<IApprovals>().AskAsync(new(TestRoom.Agreement, "agreement", scene.Water, new("Elm College", "榆树学院"), "/x", new byte[32]), CancellationToken.None);
            await db.SaveChangesAsync();
        },
        viewer);

    /// <summary>The job as the worker runs it, and who stands in then.</summary>
    private static Task<(string? Role, bool IsStuck)> StandAsync(Scene scene) => scene.In(async (db, s) =>
    {
        await s.GetRequiredService<HandOnHandler>().RunAsync(new HandOn(), new JobRun(db, Guid.CreateVersion7(), "x", 1, db.Write.Now), CancellationToken.None);
        await db.SaveChangesAsync();
        var step = (await db.Set<ApprovalRequest>().VisibleTo(Viewer.System).Include(r => r.Steps).SingleAsync()).Waiting!;
        return (step.StandInRole, step.IsStuck);
    });

    private static Task IdleAsync(RunningHost host) => Until.TrueAsync(() => host.InAsync(async s =>
        (await s.GetRequiredService<JobBoard>().ListAsync(null, HandOn.Kind, 0, 50, CancellationToken.None)).Lines.All(j => j.State == JobState.Done || j.RunAfter > host.Clock.GetCurrentInstant())));

    private static async Task<TestBrowser> InAsync(RunningHost host, string name)
    {
        var browser = host.Browser();
        await browser.SignInAsync(name + "@example.edu", RunningHost.Password);
        return browser;
    }
}
