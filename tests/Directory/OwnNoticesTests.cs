using System.Net;
using Entente.Foundation.Access;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests;

public sealed class OwnNoticesTests
{
    private const string Page = "/account/notices";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task One_chooses_how_one_is_told_and_tries_it(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var own = await host.SignedInAsync(BuiltInRole.Reader, "SOE");
        using var other = await host.SignedInAsync(BuiltInRole.Reader, "SOE", "zh");
        Assert.Contains("/account/notices", await own.PageAsync("/account"), StringComparison.Ordinal);
        foreach (var address in new[] { "", "no address", "http://example.edu/x", "https://10.0.0.7/x", "https://localhost/x" })
        {
            var refused = await own.SendAsync(Page, Page, ("channel", "Webhook"), ("address", address), ("rhythm", "at-once"), ("hour", "8"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.SendAsync(Page, Page, ("channel", "robot:none"), ("rhythm", "at-once"), ("hour", "8"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.SendAsync(Page, Page, ("channel", "Mail"), ("rhythm", "daily"), ("hour", "25"))).Status);
        Assert.Equal(Page + "?done=saved", (await own.SendAsync(Page, Page, ("channel", "Webhook"), ("address", "https://hook.example.edu/in"), ("rhythm", "daily"), ("hour", "17"))).Location);
        var shown = await own.PageAsync(Page);
        foreach (var words in new[] { "https://hook.example.edu/in", "Secret of the signature", "<option value=\"17\" selected>" }) Assert.Contains(words, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("hook.example.edu", await other.PageAsync(Page), StringComparison.Ordinal);

        Assert.Equal(Page + "?done=tried", (await other.SendAsync(Page, Page + "/try")).Location);
        await host.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        Assert.Equal(["Entente：消息已送达"], await host.InAsync(s => Task.FromResult(s.GetRequiredService<MailBoard>().Lines(null, "").Select(m => m.Subject).ToList())));
    }
}
