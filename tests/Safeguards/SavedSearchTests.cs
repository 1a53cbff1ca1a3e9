using System.Net;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Mail;
using Entente.Safeguards.Model;
using Entente.Safeguards.Searches;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Safeguards.Tests;

public sealed class SavedSearchTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_search_is_saved_counted_told_of_once_and_seen(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, builder =>
        {
            builder.Services.WithoutWorkers();
        });
        await host.AccountAsync("office@example.edu", BuiltInRole.Coordinator, "SOE", "Tang Yuan");
        using var office = host.Browser();
        await office.SignInAsync("office@example.edu", RunningHost.Password);
        using var other = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE", "zh");
        await OrganisationAsync(host, "Delft", "NL");

        // Offered where a list is narrowed, on each of the five lists.
        Assert.DoesNotContain("Save this search", await office.PageAsync("/organisations"), StringComparison.Ordinal);
        foreach (var list in new[] { "/organisations?country=NL", "/people?country=NL", "/partners?force=without", "/agreements?state=draft", "/obligations?state=overdue" })
        {
            Assert.Contains("Save this search", await office.PageAsync(list), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync(list, "/searches", ("query", list), ("name", "Watch " + list))).Status);
        }

        var taken = await office.SendAsync("/organisations?country=NL", "/searches", ("query", "/organisations?country=NL"), ("name", "Watch /organisations?country=NL"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Contains("Another of your searches has this name", taken.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendAsync("/desk", "/searches", ("query", "/log?x=1"), ("name", "Log"))).Status);
        Assert.Contains("Watch /organisations", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain("Watch /organisations", await other.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Contains("尚未保存", await other.PageAsync("/searches"), StringComparison.Ordinal);

        // What was found when it was saved is not new, however long it took to count.
        Assert.DoesNotContain(" new</span>", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.True(await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<SavedSearch>().ViewerNamed().AllAsync(x => x.SeenAt == x.CountedAt)));

        // Nothing new, nothing told; one more, told once, and new until one looks.
        await CountAsync(host);
        Assert.Equal([], await MailsAsync(host));
        await OrganisationAsync(host, "Twente", "NL");
        await OrganisationAsync(host, "Leuven", "BE");
        host.Clock.Move(Duration.FromDays(1));
        await CountAsync(host);
        await CountAsync(host);
        Assert.Equal(["office@example.edu|One new record in your saved searches"], await MailsAsync(host));
        await office.SignInAsync("office@example.edu", RunningHost.Password);
        using var later = await host.SignedInAsync(BuiltInRole.Coordinator, "SOE");
        Assert.Contains("1 new", await office.PageAsync("/desk"), StringComparison.Ordinal);
        var id = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<SavedSearch>().ViewerNamed().Where(x => x.Path == "/organisations").Select(x => x.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await later.SendAsync("/desk", $"/searches/{id}/open")).Status);
        Assert.Equal("/organisations?country=NL", (await office.SendAsync("/desk", $"/searches/{id}/open")).Location);
        Assert.DoesNotContain("1 new", await office.PageAsync("/desk"), StringComparison.Ordinal);
        Assert.Equal("/searches", (await office.SendAsync("/searches", $"/searches/{id}/forget")).Location);
        Assert.DoesNotContain("Watch /organisations", await office.PageAsync("/desk"), StringComparison.Ordinal);
    }

    private static async Task CountAsync(RunningHost host)
    {
        await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            db.Enqueue(new CountSearches());
            await db.SaveChangesAsync();
        });
        await host.Services.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
    }

    private static Task<List<string>> MailsAsync(RunningHost host) => host.InAsync(s => s.GetRequiredService<MailBoard>().Lines(null, "").Select(m => m.Address + "|" + m.Subject).ToListAsync());

    private static Task OrganisationAsync(RunningHost host, string name, string country) => host.InAsync(async s =>
    {
        s.GetRequiredService<IOrganisations>().Add(new(new(name + " University", name + "大学"), country, new("Town", "某城")));
        await s.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });
}
