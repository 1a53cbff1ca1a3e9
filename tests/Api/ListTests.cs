using System.Net;
using System.Text.Json;
using CsCheck;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Api.Tests;

/// <summary>Lists: the same for each viewer as the pages, in pages that lose nothing.</summary>
public sealed class ListTests
{
    private static readonly string[] Lists =
        ["organisations", "persons", "units", "partners", "agreements", "contacts", "notes", "balances", "calls", "applications", "stays", "obligations", "figures", "publications"];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Every_list_gives_records_that_can_be_read_by_themselves(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        using var program = await ApiProgram.OfDemoAsync(host, "tang.yuan");
        foreach (var list in Lists)
        {
            var all = await program.AllAsync("/api/v1/" + list);
            Assert.True(all.Count > 0, list + " is empty");
            var ids = all.Select(i => i.GetProperty("id").GetString()!).ToList();
            Assert.Equal(ids.Distinct(StringComparer.Ordinal).Count(), ids.Count);

            // Small pages give the same, in the same order.
            var few = Math.Max(1, all.Count / 3);
            Assert.Equal(ids, (await program.AllAsync("/api/v1/" + list, few)).Select(i => i.GetProperty("id").GetString()!));

            using var record = await program.Http.GetAsync($"/api/v1/{list}/{ids[^1]}");
            Assert.Equal(HttpStatusCode.OK, record.StatusCode);
            Assert.Equal(all[^1].ToString(), await record.Content.ReadAsStringAsync());
            using var known = await program.SendAsync(HttpMethod.Get, $"/api/v1/{list}/{ids[^1]}", null, ("If-None-Match", record.Headers.ETag!.ToString()));
            Assert.Equal((HttpStatusCode.NotModified, ""), (known.StatusCode, await known.Content.ReadAsStringAsync()));

            Assert.Equal(HttpStatusCode.NotFound, (await program.ProblemAsync($"/api/v1/{list}/0190000000007000800000000000ffff")).Status);
            var (status, problem, _) = await program.ProblemAsync($"/api/v1/{list}?nonsense=1");
            Assert.Equal((HttpStatusCode.BadRequest, "nonsense"), (status, problem.GetProperty("parameter").GetString()));
        }
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_viewer_gets_what_the_pages_show_and_no_more(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, demo: true);
        foreach (var name in new[] { "tang.yuan", "he.mingche", "fang.mu" })
        {
            using var program = await ApiProgram.OfDemoAsync(host, name);
            using var browser = host.Browser();
            await browser.SignInAsync(name + "@qinghe.example", "clear-river-2026");
            foreach (var (list, page) in new[] { ("agreements", "/agreements"), ("partners", "/partners"), ("persons", "/people"), ("obligations", "/obligations") })
            {
                var narrowed = list == "obligations" ? "&whose=all" : "";
                var seen = await browser.GetAsync($"{page}?size=200{narrowed}");
                using var answer = await program.Http.GetAsync($"/api/v1/{list}?limit=1");
                if (seen.Status == HttpStatusCode.NotFound)
                {
                    Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                    continue;
                }

                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                var given = (await program.AllAsync($"/api/v1/{list}{(list == "obligations" ? "?state=open" : "")}")).Select(item => item.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);
                var linked = new HashSet<string>(StringComparer.Ordinal);
                for (var (number, found) = (1, LinksIn(seen.Body, page)); found.Count > 0; found = LinksIn((await browser.GetAsync($"{page}?size=200&page={++number}{narrowed}")).Body, page))
                {
                    if (found.All(linked.Contains)) break;
                    linked.UnionWith(found);
                }

                Assert.Equal(linked.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
            }
        }
    }

    private static IReadOnlyList<string> LinksIn(string body, string page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(body, $"href=\"{page}/([0-9a-f]{{32}})\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups[1].Value)];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Paging_while_records_are_added_loses_none_and_gives_none_twice(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var program = await ApiProgram.OfAsync(host, await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator));
        var known = 0;
        await AddAsync(host, 7);
        await Gen.Select(Gen.Int[1, 6], Gen.Int[0, 4].List[0, 6]).SampleAsync(async (limit, added) =>
        {
            var before = (await program.AllAsync("/api/v1/organisations")).Select(IdOf).ToList();
            var seen = new List<string>();
            string? cursor = "";
            for (var page = 0; cursor is not null; page++)
            {
                var json = await program.JsonAsync($"/api/v1/organisations?limit={limit}{(cursor.Length > 0 ? "&cursor=" + cursor : "")}");
                seen.AddRange(json.GetProperty("items").EnumerateArray().Select(IdOf));
                cursor = json.GetProperty("next").GetString();
                if (page < added.Count) await AddAsync(host, added[page]);
            }

            Assert.Equal(seen.Distinct(StringComparer.Ordinal).Count(), seen.Count);
            Assert.Empty(before.Except(seen, StringComparer.Ordinal));
            known = seen.Count;
        }, iter: 8, threads: 1);
        Assert.True(known >= 7);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_changed_since_a_moment_is_found(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var program = await ApiProgram.OfAsync(host, await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator));
        await AddAsync(host, 5);
        var old = (await program.AllAsync("/api/v1/organisations")).Select(IdOf).ToHashSet(StringComparer.Ordinal);
        host.Clock.Move(NodaTime.Duration.FromHours(1));
        var since = Uri.EscapeDataString(host.Clock.GetCurrentInstant().ToString());
        Assert.Empty(await program.AllAsync("/api/v1/organisations?updatedSince=" + since));
        await AddAsync(host, 5);
        var changed = (await program.AllAsync("/api/v1/organisations?updatedSince=" + since, 2)).Select(IdOf).ToList();
        Assert.Equal(5, changed.Count);
        Assert.Empty(changed.Where(old.Contains));
        Assert.Equal(HttpStatusCode.BadRequest, (await program.ProblemAsync("/api/v1/organisations?updatedSince=yesterday")).Status);
    }

    [Fact]
    public async Task A_cursor_cut_short_or_of_another_list_is_refused()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        using var program = await ApiProgram.OfAsync(host, await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator));
        await AddAsync(host, 3);
        var cursor = (await program.JsonAsync("/api/v1/organisations?limit=1")).GetProperty("next").GetString()!;
        foreach (var wrong in new[] { $"organisations?cursor={cursor[..^2]}", $"organisations?country=FR&cursor={cursor}", $"units?cursor={cursor}", "units?cursor=%20", "units?limit=201", "units?limit=0" })
            Assert.Equal(HttpStatusCode.BadRequest, (await program.ProblemAsync("/api/v1/" + wrong)).Status);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_list_asked_again_is_not_sent_again_until_something_changes(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var program = await ApiProgram.OfAsync(host, await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator));
        await AddAsync(host, 3);
        using var first = await program.Http.GetAsync("/api/v1/organisations");
        var tag = first.Headers.ETag!.ToString();
        Assert.StartsWith("W/", tag, StringComparison.Ordinal);
        using var again = await program.SendAsync(HttpMethod.Get, "/api/v1/organisations", null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        await AddAsync(host, 1);
        using var changed = await program.SendAsync(HttpMethod.Get, "/api/v1/organisations", null, ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(4, JsonDocument.Parse(await changed.Content.ReadAsStringAsync()).RootElement.GetProperty("items").GetArrayLength());
    }

    private static string IdOf(JsonElement item) => item.GetProperty("id").GetString()!;

    private static Task AddAsync(RunningHost host, int count) => host.InAsync(async services =>
    {
        var organisations = services.GetRequiredService<IOrganisations>();
        for (var i = 0; i < count; i++) organisations.Add(new(new LocalizedText("University " + i, "大学" + i), "FR", new LocalizedText("Town", "城")));
        await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });
}
