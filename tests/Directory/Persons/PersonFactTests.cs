using System.Net;
using System.Text.RegularExpressions;
using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Tests.Persons;

public sealed class PersonFactTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Affiliations_and_distinctions_are_corrected_ended_and_withdrawn_and_the_history_keeps_them(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var browser = await host.SignedInAsync();
        using var reader = await host.SignedInAsync(BuiltInRole.Reader);
        var place = await host.InAsync(async scope =>
        {
            var id = scope.GetRequiredService<IOrganisations>().Add(new NewOrganisation(new("Lake University", "湖大学"), "SE", new("Lake", "湖")));
            await scope.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return id.ToString();
        });
        var record = (await browser.SendAsync("/people/new", null, ("family", "Berg"), ("given", "Anna"))).Location!;
        (string, string)[] Place(string title, string from, params (string, string)[] more) => [("organisation", place), ("title-en", title), ("from", from), ("source", "mail"), .. more];

        await browser.SendAsync(record + "/affiliations/new", null, Place("Lecturer", "2020-01-01"));
        var edit = LinkIn(await browser.PageAsync(record), "affiliations", "edit");
        Assert.Contains("value=\"Lecturer\"", await browser.PageAsync(edit), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(edit)).Status);
        var silent = await browser.SendAsync(edit, null, Place("Reader in Lakes", "2020-02-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("value=\"Reader in Lakes\"", silent.Body, StringComparison.Ordinal);
        // It may overlap with itself, which it replaces.
        Assert.Equal((HttpStatusCode.SeeOther, record), Seen(await browser.SendAsync(edit, null, Place("Reader in Lakes", "2020-02-01", ("reason", "the letter says reader")))));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(edit)).Status);
        var page = await browser.PageAsync(record);
        Assert.Matches("corrected by coordinator-[0-9a-f]+ on 12 Mar 2026: the letter says reader", page);
        Assert.Contains("<s>Lake University · Lecturer</s>", page, StringComparison.Ordinal);

        var end = LinkIn(page, "affiliations", "end");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(record, end, ("to", "2019-01-01"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(record, end, ("to", "2025-01-31"))).Status);
        var withdraw = LinkIn(await browser.PageAsync(record), "affiliations", "withdraw");
        Assert.Contains("What was wrong", (await browser.SendAsync(record, withdraw, ("reason", " "))).Body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, record), Seen(await browser.SendAsync(record, withdraw, ("reason", "another Anna Berg"))));
        page = await browser.PageAsync(record);
        Assert.Matches("withdrawn by coordinator-[0-9a-f]+ on 12 Mar 2026: another Anna Berg", page);
        Assert.Contains("No affiliation is recorded", page, StringComparison.Ordinal);

        (string, string)[] honour = [("kind", "Prize"), ("name-en", "Lake Prize"), ("year", "2015"), ("evidence", "https://example.org/prize")];
        await browser.SendAsync(record + "/distinctions/new", null, honour);
        await browser.SendAsync(record, LinkIn(await browser.PageAsync(record), "distinctions", "verify"));
        page = await browser.PageAsync(record);
        Assert.Matches("verified by coordinator-[0-9a-f]+ on 12 Mar 2026", page);
        var correct = LinkIn(page, "distinctions", "edit");
        Assert.Contains("must be verified again", await browser.PageAsync(correct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(correct, null, [.. honour[..2], ("year", "2016"), ("evidence", "https://example.org/prize"), ("reason", "a year later")])).Status);
        page = await browser.PageAsync(record);
        Assert.Contains("not verified", page, StringComparison.Ordinal);
        Assert.Contains("<s>Lake Prize · prize · 2015</s>", page, StringComparison.Ordinal);
        await browser.SendAsync(record, LinkIn(page, "distinctions", "withdraw"), ("reason", "it was declined"));
        Assert.Contains("No distinction is recorded", await browser.PageAsync(record), StringComparison.Ordinal);
        var kept = await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<PersonDistinction>().VisibleTo(Viewer.System)
            .OrderBy(d => d.Year).Select(d => new { d.WithdrawnReason, Replaced = d.ReplacedBy != null, Verified = d.VerifiedAt != null }).ToListAsync());
        Assert.Equal([("a year later", true, true), ("it was declined", false, false)], kept.Select(k => (k.WithdrawnReason, k.Replaced, k.Verified)));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_table_of_people_has_a_row_an_affiliation_and_follows_merges(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var browser = await host.SignedInAsync();
        var place = await host.InAsync(async scope =>
        {
            var id = scope.GetRequiredService<IOrganisations>().Add(new NewOrganisation(new("Lake University", "湖大学"), "SE", new("Lake", "湖")));
            await scope.GetRequiredService<AppDbContext>().SaveChangesAsync();
            return id.ToString();
        });
        var top = (await host.InAsync(s => TestAccounts.UnitAsync(s))).ToString();
        var kept = (await browser.SendAsync("/people/new", null, ("family", "Berg"), ("given", "Anna"))).Location!;
        var other = (await browser.SendAsync("/people/new", null, ("family", "Bergh"), ("given", "A."), ("email", "anna@example.org"))).Location!;
        await browser.SendAsync("/people/new", null, ("family", "Chen"), ("given", "Bo"));
        await browser.SendAsync(kept + "/affiliations/new", null, ("organisation", place), ("title-en", "Lecturer"), ("from", "2015-01-01"), ("to", "2019-12-31"), ("unitText", "Hydrology"), ("source", "letter"));
        await browser.SendAsync(other + "/affiliations/new", null, ("unit", top), ("title-zh", "讲师"), ("from", "2020-01-01"), ("source", "mail"));
        await browser.SendAsync($"{kept}/merge/{other["/people/".Length..]}", null, ("reason", "said so"));

        var lines = (await browser.PageAsync("/people/export?format=csv")).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("Berg,Anna,family,,anna@example.org,,,,,讲师,2020-01-01,,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,mail", lines[1], StringComparison.Ordinal);
        Assert.Equal("Berg,Anna,family,,anna@example.org,,Lake University,,SE,Lecturer,2015-01-01,2019-12-31,,Hydrology,letter", lines[2]);
        Assert.Equal("Chen,Bo,family,,,,,,,,,,,,", lines[3]);
    }

    internal static string LinkIn(string page, string folder, string verb) =>
        Regex.Match(page, $"/people/[0-9a-f]+/{folder}/[0-9a-f]+/{verb}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    private static (HttpStatusCode, string?) Seen(Answer answer) => (answer.Status, answer.Location);
}
