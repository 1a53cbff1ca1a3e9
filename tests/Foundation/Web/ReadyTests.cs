using System.Net;
using Entente.Foundation.Jobs;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Entente.Foundation.Tests.Web;

public sealed class ReadyTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_database_that_is_away_is_said_until_it_is_back(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        await host.Services.GetRequiredService<JobHeartbeat>().FirstLook;
        using var browser = host.Browser();
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync(browser));

        await host.Database.TakeAwayAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "the database does not answer"), await AskAsync(browser));
        Assert.Equal("ok", (await browser.GetAsync("/healthz")).Body);

        await host.Database.BringBackAsync();
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync(browser));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_worker_that_hangs_or_ended_is_said(Engine engine)
    {
        var time = new StandingTime();
        await using var host = await RunningHost.StartAsync(engine, builder => builder.Services.Replace(ServiceDescriptor.Singleton(new JobHeartbeat(time))));
        await host.Services.GetRequiredService<JobHeartbeat>().FirstLook;
        await host.Services.GetRequiredService<JobWorker>().StopAsync(CancellationToken.None);
        using var browser = host.Browser();
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync(browser));

        time.Seconds = 29;
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync(browser));
        time.Seconds = 30;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "the job worker does not run"), await AskAsync(browser));
    }

    private static async Task<(HttpStatusCode Status, string Body)> AskAsync(TestBrowser browser)
    {
        var answer = await browser.GetAsync("/readyz");
        return (answer.Status, answer.Body);
    }

    /// <summary>A clock that stands until the test moves it.</summary>
    private sealed class StandingTime : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
