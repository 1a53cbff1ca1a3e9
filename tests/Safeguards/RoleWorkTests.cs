using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Safeguards.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

public sealed class RoleWorkTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_step_that_waits_and_what_a_role_owes_are_told_and_what_a_leaver_owed_is_handed_back(Engine engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var anna = await scene.ViewerAsync("anna", BuiltInRole.Head, scene.Water);
        await scene.In(async (db, s) =>
        {
            await s.GetRequiredService<IApprovals>().AskAsync(new(TestRoom.Agreement, "agreement", scene.Water, new("Lakes", "湖泊"), "/x", new byte[32]), CancellationToken.None);
            await s.GetRequiredService<IObligations>().OweAsync(
                new(TestRoom.Agreement, "test.report", "1", BuiltInRole.Coordinator, scene.Air, new AccountId(anna.Account!.Value), new("Report", "报告"), "/y", Scene.Today, Scene.Today), CancellationToken.None);
            await db.SaveChangesAsync();
        });
        var work = await scene.In((_, s) => s.GetRequiredService<IRoleWork>().WaitingAsync(CancellationToken.None));
        Assert.Equal([(BuiltInRole.Head, scene.Water, "Lakes")], work.Select(w => (w.Role, w.Unit, w.Title.En)));
        var step = await scene.In((db, _) => db.Set<ApprovalRequest>().VisibleTo(Viewer.System).Select(r => r.Id).SingleAsync());
        Assert.Equal("/approvals/" + step, work[0].Address);

        await scene.In(async (db, _) =>
        {
            db.Tell(new AccountsLeft([new AccountId(anna.Account!.Value)]));
            await db.SaveChangesAsync();
        });
        work = await scene.In((_, s) => s.GetRequiredService<IRoleWork>().WaitingAsync(CancellationToken.None));
        Assert.Equal([(BuiltInRole.Head, scene.Water, "Lakes"), (BuiltInRole.Coordinator, scene.Air, "Report")], work.Select(w => (w.Role, w.Unit, w.Title.En)));
    }
}
