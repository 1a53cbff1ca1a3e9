using System.Net;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests.Agreements;

/// <summary>An agreement is not made with an organisation that ended: its successor is named, and put in its place by a button.</summary>
public sealed class SuccessorTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_successor_takes_the_place_of_a_partner_that_ended(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var office = await host.SignedInAsync();
        using var chinese = await host.SignedInAsync(BuiltInRole.Coordinator, language: "zh");
        var unit = (await host.InAsync(s => s.GetRequiredService<IUnits>().AllAsync(default)))[0].Id;
        var first = await EndedPartners.AddAsync(host, "Old Lakes College", "旧湖学院", "NL");
        var second = await EndedPartners.AddAsync(host, "Lakes College", "湖学院", "NL");
        var third = await EndedPartners.AddAsync(host, "University of the Lakes", "湖区大学", "BE");
        var alone = await EndedPartners.AddAsync(host, "Forgotten Institute", "遗落研究所", "DK");
        await EndedPartners.FollowAsync(host, first, second);
        await EndedPartners.FollowAsync(host, second, third);
        await EndedPartners.FollowAsync(host, third, first);
        await EndedPartners.ExistAsync(host, third, "Active");
        await EndedPartners.ExistAsync(host, alone, "Inactive");

        var begun = await office.PageAsync($"/agreements/new?partner={first}");
        Assert.Contains($"value=\"use-successor:0:{third}\"", begun);
        Assert.DoesNotContain($"use-successor:0:{second}", begun);
        (string, string)[] fields =
        [
            ("number", "SU-1"), ("kind", "memorandum"), ("title-en", "Exchange"), ("unit", unit.ToString()), ("term", "OpenEnded"), ("territory", "CN"),
            ("party-0-row", "1"), ("party-0-organisation", first.ToString()), ("party-0-role", "Partner"), ("party-0-signatories", "Jan de Boer, Rector"),
            ("place-0-row", "1"), ("place-0-code", "out"), ("place-0-direction", "Out"), ("place-0-per-year", "2"), ("place-0-partner", first.ToString()),
        ];
        var refused = await office.SendAsync("/agreements/new", null, [.. fields, ("do", "save")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Old Lakes College exists no longer; University of the Lakes took over from it. Use the successor instead.", refused.Body);
        Assert.Contains("旧湖学院 已不存在，其后继机构为 湖区大学", (await chinese.SendAsync("/agreements/new", null, [.. fields, ("do", "save")])).Body);
        var unknown = await office.SendAsync("/agreements/new", null, [.. fields, ("party-1-row", "1"), ("party-1-organisation", alone.ToString()), ("party-1-role", "Partner"), ("do", "save")]);
        Assert.Contains("Forgotten Institute exists no longer, and no successor is known.", unknown.Body);

        var other = await office.SendAsync("/agreements/new", null, [.. fields, ("do", $"use-successor:0:{alone}")]);
        Assert.Contains($"name=\"party-0-organisation\" value=\"{first}\"", other.Body);
        var replaced = await office.SendAsync("/agreements/new", null, [.. fields, ("do", $"use-successor:0:{third}")]);
        Assert.Equal(HttpStatusCode.OK, replaced.Status);
        Assert.Contains($"name=\"party-0-organisation\" value=\"{third}\"", replaced.Body);
        Assert.Contains($"<option value=\"{third}\" selected", replaced.Body);
        Assert.Contains("value=\"CN, BE\"", replaced.Body);
        Assert.DoesNotContain("Jan de Boer", replaced.Body);
        Assert.DoesNotContain(first.ToString(), replaced.Body);
        var twice = await office.SendAsync(
            "/agreements/new", null, [.. fields, ("party-1-row", "1"), ("party-1-organisation", third.ToString()), ("party-1-role", "Partner"), ("do", $"use-successor:0:{third}")]);
        Assert.DoesNotContain("party-1-row", twice.Body);

        (string, string)[] now = [.. fields.Select(f => (f.Item1, f.Item2 == first.ToString() ? third.ToString() : f.Item2)), ("do", "save")];
        Assert.Equal(HttpStatusCode.SeeOther, (await office.SendAsync("/agreements/new", null, now)).Status);
    }
}
