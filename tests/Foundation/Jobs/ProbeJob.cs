using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Tests.Jobs;

/// <summary>A job whose effect is a row in a table of its own.</summary>
internal sealed record Probe(int Number, string Fate = "") : IJobPayload
{
    public static string Kind => "tests.probe";
}

internal sealed class ProbeHandler(ProbeLog log) : IJob<Probe>
{
    public async Task RunAsync(Probe payload, JobRun run, CancellationToken cancellation)
    {
        log.Attempts.Add(run.Attempt);
        if (payload.Fate == "fails") throw new InvalidOperationException("The other side is away.");
        if (payload.Fate == "refused") throw new JobRefusedException("There is no such thing.");
        await using var transaction = await run.Db.Database.BeginTransactionAsync(cancellation);
        await run.Db.Database.ExecuteSqlAsync($"INSERT INTO probe (number) VALUES ({payload.Number})", cancellation);
        if (payload.Fate == "fails after writing") throw new InvalidOperationException("Too late.");
        if (log.BeforeSave is { } before) await before();
        await run.Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}

internal sealed class ProbeLog
{
    public List<int> Attempts { get; } = [];

    public Func<Task>? BeforeSave { get; set; }
}

internal static class ProbeHouse
{
    public static async Task<TestHouse> OpenAsync(Engine engine)
    {
        var house = await TestHouse.OpenAsync(engine, services => services.AddJob<Probe, ProbeHandler>().AddSingleton<ProbeLog>());
        await house.InAsync(s => s.GetRequiredService<AppDbContext>().Database.ExecuteSqlAsync($"CREATE TABLE probe (number integer NOT NULL)"));
        return house;
    }

    public static Task LeaveAsync(this TestHouse house, Probe probe, string? key = null) => house.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        db.Enqueue(probe, key);
        await db.SaveChangesAsync();
    });

    public static Task<int> RunDueAsync(this TestHouse house) =>
        house.Root.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);

    public static Task<List<int>> EffectsAsync(this TestHouse house) => house.InAsync(s =>
        s.GetRequiredService<AppDbContext>().Database.SqlQuery<int>($"SELECT number AS \"Value\" FROM probe ORDER BY number").ToListAsync());

    public static Task<Job> OnlyJobAsync(this TestHouse house) => house.InAsync(s =>
        s.GetRequiredService<AppDbContext>().Set<Job>().AsNoTracking().SingleAsync());
}
