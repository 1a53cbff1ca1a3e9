using System.Net;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Log;
using Entente.Foundation.Mail;
using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Tests.Web;

public sealed class OperateTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_operator_sees_jobs_mail_system_and_log_and_tries_again(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, builder => builder.Services.AddSingleton(new Foundation.Documents.Chromium((string?)null)));
        var mail = await host.InAsync(async s =>
        {
            var id = await s.GetRequiredService<IMailbox>().SendAsync(
                new(MailTo.At("wang@example.org"), "邀请", new MailBody("正文 <b>", "<p>x</p>"), Language.Chinese, "a"), CancellationToken.None);
            await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return id;
        });
        await host.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        using var browser = await host.SignedInAsync(BuiltInRole.Operator);

        Assert.Contains("foundation.deliver-mail", await browser.PageAsync("/operate/jobs"), StringComparison.Ordinal);
        Assert.Contains("<code>Entente__Database</code>", await browser.PageAsync("/operate"), StringComparison.Ordinal);
        Assert.Contains("Chromium is not installed: no document can be issued as PDF.", await browser.PageAsync("/operate"), StringComparison.Ordinal);
        var one = $"/operate/mail/{mail:N}";
        Assert.Contains($"href=\"{one}\"", await browser.PageAsync("/operate/mail?state=Kept"), StringComparison.Ordinal);
        Assert.DoesNotContain(one, await browser.PageAsync("/operate/mail?state=Sent"), StringComparison.Ordinal);
        Assert.Contains("正文 &lt;b&gt;", await browser.PageAsync(one), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, one), Where(await browser.SendAsync(one, one + "/retry")));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(one, $"/operate/mail/{Guid.CreateVersion7():N}/retry")).Status);

        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        foreach (var page in new[] { "/operate", "/operate/jobs", "/operate/mail", one, "/log" })
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(page)).Status);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_log_says_who_changed_what_and_hides_what_is_personal(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var account = await host.AccountAsync("zhou@example.edu", BuiltInRole.Coordinator, name: "Zhou");
        await host.Services.GetRequiredService<LogSealer>().SealAsync(CancellationToken.None);
        using var browser = await host.SignedInAsync(BuiltInRole.Operator);

        var page = await browser.PageAsync($"/log?record={account}");
        Assert.Contains("<dt>e-mail address</dt>", page, StringComparison.Ordinal);
        Assert.Contains("a personal value (…", page, StringComparison.Ordinal);
        Assert.DoesNotContain("zhou@example.edu", page, StringComparison.Ordinal);
        Assert.Contains("The chain holds:", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"change\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<dt>", await browser.PageAsync("/log?until=2020-01-01"), StringComparison.Ordinal);

        await host.InAsync(s => s.GetRequiredService<AppDbContext>().Database.ExecuteSqlAsync($"""DELETE FROM "foundation_log_entry" WHERE "Position" = 1"""));
        Assert.Contains("The chain is broken at row 1.", await browser.PageAsync("/log"), StringComparison.Ordinal);
    }

    private static (HttpStatusCode Status, string? Location) Where(Answer answer) => (answer.Status, answer.Location);
}
