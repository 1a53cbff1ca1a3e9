using System.Net;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Tests;

/// <summary>What a coordinator meets over HTTP: list, form and record of agreements.</summary>
public sealed class AgreementPageTests
{
    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_draft_is_written_without_JavaScript_found_read_and_exported(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var browser = await host.SignedInAsync();
        var (unit, partner) = await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var key = s.GetRequiredService<IOrganisations>().Add(new(new("Delft University of Technology", "代尔夫特理工大学"), "NL", new("Delft", "代尔夫特")));
            await db.SaveChangesAsync();
            return ((await s.GetRequiredService<IUnits>().AllAsync(default))[0].Id, key);
        });

        Assert.Contains("There are no agreements yet", await browser.PageAsync("/agreements"));
        var blank = await browser.SendAsync("/agreements/new", null, ("do", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blank.Status);

        (string, string)[] fields =
        [
            ("number", "SX-7"), ("kind", "student-exchange"), ("title-en", "Exchange with Delft"), ("title-zh", "与代尔夫特的学生交换"), ("unit", unit.ToString()),
            ("new-partner", partner.ToString()), ("units", unit.ToString()), ("term", "Fixed"), ("effective-on", "2026-09-01"), ("ends-on", "2026-01-01"), ("territory", "中国、united states, AU nz"),
            ("place-0-row", "1"), ("place-0-direction", "Out"), ("place-0-per-year", "2"), ("place-1-row", "1"), ("place-1-direction", "Out"),
        ];
        var added = await browser.SendAsync("/agreements/new", null, [.. fields, ("do", "add-place")]);
        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Contains("name=\"place-2-row\"", added.Body);
        Assert.Contains("value=\"SX-7\"", added.Body);

        var wrong = await browser.SendAsync("/agreements/new", null, [.. fields, ("do", "save")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("The last day, 1 Jan 2026, lies before the first day, 1 Sep 2026.", wrong.Body);
        Assert.Contains("value=\"Exchange with Delft\"", wrong.Body);

        fields[9] = ("ends-on", "2029-08-31");
        var lost = await browser.SendAsync("/agreements/new", null, [.. fields[..10], ("territory", "Atlantis"), .. fields[11..], ("do", "save")]);
        Assert.Contains("No country or region is known as ATLANTIS.", lost.Body);
        var saved = await browser.SendAsync("/agreements/new", null, [.. fields, ("do", "save")]);
        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        var record = await browser.PageAsync(saved.Location!);
        Assert.Contains("Delft University of Technology", record);
        Assert.Contains("<code>out</code>", record);

        foreach (var found in new[] { "q=delft", "q=代尔夫特", "q=sx-7", "country=NL", "state=draft", "kind=student-exchange", "unit=UNI", "sort=partner", "sort=-end", "sort=state" })
            Assert.Contains("SX-7", await browser.PageAsync("/agreements?" + found));
        foreach (var other in new[] { "q=utrecht", "country=AU", "state=expiring", "within=30", "kind=memorandum" })
            Assert.DoesNotContain("SX-7", await browser.PageAsync("/agreements?" + other));

        var csv = await browser.PageAsync("/agreements/export?format=csv&state=draft");
        var lines = csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(string.Join(',', AgreementColumns.All), lines[0]);
        Assert.Equal("SX-7,student-exchange,Exchange with Delft,与代尔夫特的学生交换,Delft University of Technology,UNI,CN|US|AU|NZ|NL,,2026-09-01,2029-08-31,fixed,,,2,,draft,UNI,,50,no,0,", lines[1]);
        Assert.Equal(2, lines.Length);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_agreements_of_a_kind_with_one_partner_in_one_time_are_confirmed_first(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var browser = await host.SignedInAsync();
        var unit = await host.InAsync(async s => (await s.GetRequiredService<IUnits>().AllAsync(default))[0].Id);
        var partner = await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var key = s.GetRequiredService<IOrganisations>().Add(new(new("Delft University of Technology", "代尔夫特理工大学"), "NL", new("Delft", "代尔夫特")));
            var content = new AgreementContent
            {
                Number = "MU-1",
                Title = new("Memorandum", "备忘录"),
                Kind = "memorandum",
                Parties = [new(null, PartyRole.School, []), new(key, PartyRole.Partner, [])],
                EffectiveOn = new(2025, 1, 1),
                EndsOn = new(2027, 12, 31),
            };
            db.Add(Agreement.Write(content, await Scene.KindOf(db, "memorandum"), unit, null, Scene.ByNobody()));
            await db.SaveChangesAsync();
            return key;
        });
        (string, string)[] fields =
        [
            ("number", "MU-2"), ("kind", "memorandum"), ("title-en", "Another"), ("unit", unit.ToString()), ("new-partner", partner.ToString()),
            ("term", "OpenEnded"), ("effective-on", "2026-09-01"), ("do", "save"),
        ];

        var asked = await browser.SendAsync("/agreements/new", null, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("with this partner in the same time: MU-1.", asked.Body);
        var confirmed = await browser.SendAsync("/agreements/new", null, [.. fields, ("confirm-overlap", "true")]);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.Status);
    }
}
