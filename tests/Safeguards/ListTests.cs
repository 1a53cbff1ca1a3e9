using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Safeguards.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards.Tests;

public sealed class ListTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Desk_and_lists_take_as_many_statements_for_one_record_as_for_many(Engine engine)
    {
        var statements = new Statements();
        var room = new TestRoom();
        await using var host = await statements.HostAsync(engine, b => TestRoom.Add(b.Services, room));
        var unit = room.Unit = await host.InAsync(s => TestAccounts.UnitAsync(s, "SOE"));
        using var dean = await host.SignedInAsync(BuiltInRole.Dean, "SOE");
        string[] pages = ["/desk", "/obligations?whose=all", "/approvals", "/safeguards/exceptions"];
        await AddAsync(host, unit, 1);
        var one = await statements.OfPagesAsync(dean, pages);
        await AddAsync(host, unit, 24);

        Assert.Equal(one, await statements.OfPagesAsync(dean, pages));
        Assert.Contains("25 exceptions were granted", await dean.PageAsync("/safeguards/exceptions"), StringComparison.Ordinal);
        Assert.Contains("25 requests", await dean.PageAsync("/approvals"), StringComparison.Ordinal);
        Assert.Contains("25 obligations", await dean.PageAsync("/obligations"), StringComparison.Ordinal);
    }

    private static Task AddAsync(RunningHost host, UnitId unit, int count) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var dean = (await s.GetRequiredService<Contracts.Directory.IAccounts>().HoldersAsync(BuiltInRole.Dean, unit, CancellationToken.None))[0].Id;
        for (var i = 0; i < count; i++)
        {
            var subject = new RecordRef(TestRoom.Agreement.Kind, Guid.CreateVersion7());
            await s.GetRequiredService<IApprovals>().AskAsync(new(subject, "agreement", unit, new("x", "x"), "/x", new byte[32]), CancellationToken.None);
            await s.GetRequiredService<IObligations>().OweAsync(
                new(subject, "test.report", "", BuiltInRole.Dean, unit, null, new("Report", "报告"), "/x", new(2026, 3, 20), new(2026, 3, 1)), CancellationToken.None);
            db.Add(new GateException
            {
                Gate = "partners.sign",
                SubjectKind = subject.Kind,
                SubjectKey = subject.Key,
                UnitId = unit,
                Checks = "partners.term-within-limit",
                ById = dean,
                Reason = "Because.",
                GrantedAt = db.Write.Now,
                ValidUntil = new(2026, 3, 20),
            });
        }

        await db.SaveChangesAsync();
    });
}
