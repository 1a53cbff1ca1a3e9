using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Tests.Jobs;

/// <summary>Jobs outlive the process that does them, and two workers share them without doing one twice.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task A_job_of_a_process_that_was_killed_is_taken_over_when_its_lease_ends()
    {
        await using var sink = SmtpSink.Start();
        sink.Silent = true;
        await using var house = await Settled.OpenAsync(Engine.Postgres, settings => settings with { Smtp = new Uri(sink.Address) });
        var mail = await house.InAsync(async s =>
        {
            var id = await s.GetRequiredService<IMailbox>().SendAsync(
                new(MailTo.At("a@example.org"), "x", new MailBody("x", "<p>x</p>"), Language.English, "a"), CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return id;
        });

        await using (var product = await Product.StartAsync(
            ("Entente__Database", house.Connection), ("Entente__Keys", TestHouse.Keys), ("Entente__Smtp", sink.Address), ("Entente__Urls", "http://127.0.0.1:0")))
        {
            await product.ListensAsync();
            await sink.Asked;
            await product.KillAsync();
        }

        var held = await house.OnlyMailJobAsync();
        Assert.Equal((JobState.Running, 1), (held.State, held.Attempts));
        sink.Silent = false;
        house.Clock.Set(held.LeasedUntil!.Value - NodaTime.Duration.FromSeconds(1));
        Assert.Null(await house.InAsync(s => JobClaims.ClaimAsync(s.GetRequiredService<AppDbContext>(), [DeliverMail.Kind], house.Clock.GetCurrentInstant(), CancellationToken.None)));
        house.Clock.Set(held.LeasedUntil.Value);
        Assert.True(await house.Root.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None) >= 1);

        var done = await house.OnlyMailJobAsync();
        Assert.Equal((JobState.Done, 2), (done.State, done.Attempts));
        Assert.Equal(MailState.Sent, (await house.InAsync(s => s.GetRequiredService<MailBoard>().FindAsync(mail, CancellationToken.None)))!.Line.State);
        Assert.Single(sink.Taken);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Workers_at_once_do_every_job_once(Engine engine)
    {
        await using var house = await ProbeHouse.OpenAsync(engine);
        await house.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            for (var i = 0; i < 60; i++) db.Enqueue(new Probe(i));
            await db.SaveChangesAsync();
        });

        var ran = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(house.RunDueAsync)));

        Assert.Equal(60, ran.Sum());
        Assert.Equal(Enumerable.Range(0, 60), await house.EffectsAsync());
    }
}

internal static class MailJobs
{
    public static Task<Job> OnlyMailJobAsync(this TestHouse house) => house.InAsync(s =>
        s.GetRequiredService<AppDbContext>().Set<Job>().AsNoTracking().SingleAsync(j => j.Kind == DeliverMail.Kind));
}
