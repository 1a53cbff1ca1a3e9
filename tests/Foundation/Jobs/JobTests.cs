using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Tests.Jobs;

public sealed class JobTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_was_left_with_a_save_is_done_once(Engine engine)
    {
        await using var house = await ProbeHouse.OpenAsync(engine);
        await house.LeaveAsync(new Probe(7));

        Assert.Equal(1, await house.RunDueAsync());
        Assert.Equal(0, await house.RunDueAsync());
        Assert.Equal([7], await house.EffectsAsync());
        Assert.Equal(JobState.Done, (await house.OnlyJobAsync()).State);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_was_left_with_a_transaction_that_is_undone_was_never_left(Engine engine)
    {
        await using var house = await ProbeHouse.OpenAsync(engine);
        await house.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Enqueue(new Probe(1));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });

        Assert.Equal(0, await house.RunDueAsync());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_same_key_is_the_same_work(Engine engine)
    {
        await using var house = await ProbeHouse.OpenAsync(engine);
        await house.LeaveAsync(new Probe(1), "reminder-12");
        await house.LeaveAsync(new Probe(2), "reminder-12");
        await house.LeaveAsync(new Probe(3), "reminder-13");

        Assert.Equal(2, await house.RunDueAsync());
        Assert.Equal([1, 3], await house.EffectsAsync());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_failing_job_is_tried_by_the_schedule_and_given_up_at_the_tenth_attempt(Engine engine)
    {
        await using var house = await ProbeHouse.OpenAsync(engine);
        await house.LeaveAsync(new Probe(1, "fails"));
        var waits = new List<Duration>();
        for (var attempt = 1; attempt < 10; attempt++)
        {
            Assert.Equal(1, await house.RunDueAsync());
            var waiting = await house.OnlyJobAsync();
            Assert.Equal((JobState.Waiting, attempt, "InvalidOperationException: The other side is away."), (waiting.State, waiting.Attempts, waiting.Error));
            waits.Add(waiting.RunAfter - house.Clock.GetCurrentInstant());
            house.Clock.Set(waiting.RunAfter - Duration.FromSeconds(1));
            Assert.Equal(0, await house.RunDueAsync());
            house.Clock.Set(waiting.RunAfter);
        }

        Assert.Equal(1, await house.RunDueAsync());
        Assert.Equal((JobState.Dead, 10), ((await house.OnlyJobAsync()).State, (await house.OnlyJobAsync()).Attempts));
        Assert.Equal([10, 40, 160, 640, 2560, 10240, 21600, 21600, 21600], waits.Select(w => (int)w.TotalSeconds));
        house.Clock.Move(Duration.FromDays(10));
        Assert.Equal(0, await house.RunDueAsync());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_refused_job_is_dead_at_once_and_an_operator_may_try_again(Engine engine)
    {
        await using var house = await ProbeHouse.OpenAsync(engine);
        await house.LeaveAsync(new Probe(1, "refused"));
        await house.RunDueAsync();
        var dead = await house.OnlyJobAsync();
        Assert.Equal(JobState.Dead, dead.State);

        Assert.True(await house.InAsync(s => s.GetRequiredService<JobBoard>().RetryAsync(dead.Id, CancellationToken.None)));
        Assert.Equal(1, await house.RunDueAsync());
        Assert.Equal([1, 1], house.Root.GetRequiredService<ProbeLog>().Attempts);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_a_failing_handler_wrote_is_undone(Engine engine)
    {
        await using var house = await ProbeHouse.OpenAsync(engine);
        await house.LeaveAsync(new Probe(1, "fails after writing"));
        await house.RunDueAsync();

        Assert.Equal([], await house.EffectsAsync());
        Assert.Equal(JobState.Waiting, (await house.OnlyJobAsync()).State);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_worker_that_fell_silent_loses_the_job_and_its_effects(Engine engine)
    {
        await using var house = await ProbeHouse.OpenAsync(engine);
        await house.LeaveAsync(new Probe(5));
        var silent = await house.InAsync(s => JobClaims.ClaimAsync(
            s.GetRequiredService<AppDbContext>(), ["tests.probe"], house.Clock.GetCurrentInstant(), CancellationToken.None));
        Assert.Equal(0, await house.RunDueAsync());
        house.Clock.Move(JobClaims.LeaseTime);
        Assert.Equal(1, await house.RunDueAsync());

        await Assert.ThrowsAsync<LeaseLostException>(() => house.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            db.Write.Completing = new JobCompletion(silent!);
            await db.SaveChangesAsync();
        }));
        Assert.Equal([5], await house.EffectsAsync());
        Assert.Equal(2, (await house.OnlyJobAsync()).Attempts);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_handler_cannot_save_twice_without_a_transaction_around(Engine engine)
    {
        await using var house = await ProbeHouse.OpenAsync(engine);
        await house.LeaveAsync(new Probe(5));
        var job = await house.InAsync(s => JobClaims.ClaimAsync(
            s.GetRequiredService<AppDbContext>(), ["tests.probe"], house.Clock.GetCurrentInstant(), CancellationToken.None));
        await house.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            db.Write.Completing = new JobCompletion(job!);
            await db.SaveChangesAsync();
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_stopping_node_gives_its_job_back_without_counting_the_attempt(Engine engine)
    {
        await using var house = await ProbeHouse.OpenAsync(engine);
        await house.LeaveAsync(new Probe(5));
        using var stop = new CancellationTokenSource();
        house.Root.GetRequiredService<ProbeLog>().BeforeSave = async () => await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.Root.GetRequiredService<JobRunner>().RunDueAsync(stop.Token));
        var back = await house.OnlyJobAsync();
        Assert.Equal((JobState.Waiting, 0), (back.State, back.Attempts));
        Assert.Equal([], await house.EffectsAsync());
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Work_that_comes_back_is_one_job_an_occurrence_whatever_the_nodes(Engine engine)
    {
        await using var house = await ProbeHouse.OpenAsync(engine);
        var planner = house.Root.GetRequiredService<JobPlanner>();
        await planner.PlanAsync(CancellationToken.None);
        Assert.Equal(0, await house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Job>().CountAsync()));

        // 03:40 at the school is 19:40 the day before in UTC; three missed nights become one job.
        house.Clock.Set(Instant.FromUtc(2026, 3, 15, 0, 0));
        await Task.WhenAll(planner.PlanAsync(CancellationToken.None), planner.PlanAsync(CancellationToken.None));
        var keys = await house.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Job>().Where(j => j.Kind == ClearDoneJobs.Kind).Select(j => j.Key).ToListAsync());
        Assert.Equal(["2026-03-12T19:40:00Z"], keys);
        Assert.Equal(Instant.FromUtc(2026, 3, 15, 19, 40), await house.InAsync(s =>
            s.GetRequiredService<AppDbContext>().Set<RecurringDue>().Where(r => r.Kind == ClearDoneJobs.Kind).Select(r => r.DueAt).SingleAsync()));
    }
}
