using System.Net;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Tests.Web;

public sealed class EraseFromLogTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_operator_erases_what_the_log_holds_about_a_record_and_the_chain_still_holds(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var zhou = await host.AccountAsync("zhou@example.edu", BuiltInRole.Coordinator, name: "Zhou");
        var other = await host.AccountAsync("wu@example.edu", BuiltInRole.Coordinator, name: "Wu");
        await SealAsync(host);
        using var browser = await host.SignedInAsync(BuiltInRole.Operator);
        var (page, log) = ($"/log/{zhou.Value:N}/erase", $"/log?record={zhou.Value:N}");
        Assert.Contains($"href=\"{page}\"", await browser.PageAsync(log), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(page, null, ("reason", "Request 17"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(page, null, ("reason", new string('x', 401)), ("sure", "true"))).Status);
        Assert.Equal(1, await KeysAsync(host, zhou.Value));
        var erased = await browser.SendAsync(page, null, ("reason", "Request 17"), ("sure", "true"));
        Assert.Equal((HttpStatusCode.SeeOther, log), (erased.Status, erased.Location));

        Assert.Equal((0, 1), (await KeysAsync(host, zhou.Value), await KeysAsync(host, other.Value)));
        await SealAsync(host);
        var shown = await browser.PageAsync(log);
        Assert.Contains("<ins>Request 17</ins>", shown, StringComparison.Ordinal);
        Assert.Contains("The chain holds:", shown, StringComparison.Ordinal);
        var row = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<LogEntry>().SingleAsync(e => e.Action == FoundationPermissions.Erase));
        Assert.Equal((zhou.Value, true), (row.Record, row.Actor is not null));
        Assert.True((await host.InAsync(s => s.GetRequiredService<LogBoard>().VerifyAsync(CancellationToken.None))).Holds);
        Assert.Contains("Nothing is left to erase.", await browser.PageAsync(page), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/log/{Guid.CreateVersion7():N}/erase")).Status);
        using var officer = await host.SignedInAsync(BuiltInRole.Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(page)).Status);
        Assert.DoesNotContain("/erase\"", await officer.PageAsync(log), StringComparison.Ordinal);
    }

    private static Task SealAsync(RunningHost host) => host.Services.GetRequiredService<LogSealer>().SealAsync(CancellationToken.None);

    private static Task<int> KeysAsync(RunningHost host, Guid subject) =>
        host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<LogKey>().CountAsync(k => k.Subject == subject));
}
