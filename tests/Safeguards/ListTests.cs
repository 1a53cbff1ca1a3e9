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
        await using var host = await RunningHost.StartAsync(engine, b =>
        {
            TestRoom.Add(b.Services, room);
            b.Services.ConfigureDbContext<AppDbContext>(o => o.AddInterceptors(statements));
            // The worker asks for jobs by itself, which would be counted.
            foreach (var worker in b.Services.Where(s => s.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)).ToList()) b.Services.Remove(worker);
        });
        var unit = room.Unit = await host.InAsync(s => TestAccounts.UnitAsync(s, "SOE"));
        using var dean = await host.SignedInAsync(BuiltInRole.Dean, "SOE");
        string[] pages = ["/desk", "/obligations?whose=all", "/approvals", "/safeguards/exceptions"];
        await AddAsync(host, unit, 1);
        foreach (var page in pages) await dean.PageAsync(page);
        var one = new List<int>();
        foreach (var page in pages) one.Add(await statements.OfAsync(() => dean.PageAsync(page)));
        await AddAsync(host, unit, 24);
        // A change makes the node read the school's name anew once.
        await dean.PageAsync("/desk");
        var many = new List<int>();
        foreach (var page in pages) many.Add(await statements.OfAsync(() => dean.PageAsync(page)));

        Assert.Equal(one, many);
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
