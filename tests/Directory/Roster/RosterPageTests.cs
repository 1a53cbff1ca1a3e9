using System.Net;
using System.Text.RegularExpressions;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Entente.Directory.Tests.Roster.RosterScene;

namespace Entente.Directory.Tests.Roster;

public sealed class RosterPageTests
{
    private const string Wang = "1001,王敏,wang@example.edu,教职工,WAT,教授,在职,,";
    private const string Li = "1002,李雷,li@example.edu,教职工,WAT,教授,在职,,";
    private const string Zhao = "1003,赵倩,zhao@example.edu,教职工,AIR,教授,在职,,";

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_operator_sees_first_what_would_change_then_takes_it_over_and_decides_about_doubles(Engine engine)
    {
        await using var host = await StartAsync(engine);
        using var operators = await host.SignedInAsync(BuiltInRole.Operator);
        using var coordinator = await host.SignedInAsync();
        // Two accounts stand at addresses of the table, of people nobody announced.
        var wang = await host.AccountAsync("wang@example.edu", BuiltInRole.Coordinator, name: "Min Wang");
        var li = await host.AccountAsync("LI@example.edu", BuiltInRole.Reader, name: "Another Li");
        await host.TakeAsync(Csv("units.csv", UnitTable));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/roster")).Status);

        var before = await host.CountsAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await operators.SendAsync("/roster", null)).Status);
        var page = (await operators.UploadAsync("/roster", null, "people.csv", People(Wang, Li, Zhao).Bytes)).Location!;
        var shown = await operators.PageAsync(page);
        Assert.Contains("Of 3 rows: 1 would be new, 0 changed, 0 ended; 0 stay as they are, 2 are left out.", shown, StringComparison.Ordinal);
        Assert.Contains("王敏 has the address wang@example.edu, which belongs to an account of another identity.", shown, StringComparison.Ordinal);
        Assert.Contains("people.csv, row 3, column C", shown, StringComparison.Ordinal);
        Assert.Equal(before, await host.CountsAsync());

        // Wang is the holder of the account; Li is not.
        var doubles = Regex.Matches(shown, "/roster/[0-9a-f]+/doubles/[0-9a-f]+/(same|other)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Value).ToList();
        Assert.Equal(4, doubles.Count);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.SendAsync("/account", doubles[0])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync(page, doubles[0])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await operators.SendAsync(page, doubles[1])).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await operators.SendAsync(page, doubles[3])).Status);
        Assert.Contains("Decided; the next roster takes it over.", await operators.PageAsync(page), StringComparison.Ordinal);

        Assert.Equal((HttpStatusCode.SeeOther, page), Seen(await operators.SendAsync(page, page + "/apply")));
        Assert.Equal(HttpStatusCode.NotFound, (await operators.SendAsync(page, page + "/apply")).Status);
        Assert.Contains("Of 3 rows: 3 new, 0 changed, 0 ended", await operators.PageAsync(page), StringComparison.Ordinal);
        Assert.Equal(0, await host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<RosterFile>().CountAsync()));
        var accounts = await host.InAsync(async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            return await (from m in db.Set<RosterMember>() join a in db.Set<Account>().ViewerNamed() on m.AccountId equals a.Id orderby m.Subject select a).ToListAsync();
        });
        Assert.Equal((wang, true), (accounts[0].Id, accounts[0].PersonId is not null));
        Assert.NotEqual(li, accounts[1].Id);
        Assert.Equal((false, "李雷", null), (accounts[1].HasMail, accounts[1].DisplayName, accounts[1].PasswordHash));
        Assert.Contains("no address", await operators.PageAsync($"/accounts/{accounts[1].Id}"), StringComparison.Ordinal);
        Assert.Contains("nothing new", await operators.PageAsync((await operators.UploadAsync("/roster", null, "people.csv", People(Wang, Li, Zhao).Bytes)).Location!), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task One_that_would_let_go_too_many_waits_on_the_desk_until_an_operator_confirms_or_drops_it(Engine engine)
    {
        await using var host = await StartAsync(engine);
        using var operators = await host.SignedInAsync(BuiltInRole.Operator, language: "zh-CN");
        await host.TakeAsync(Csv("units.csv", UnitTable), People(Wang, Li, Zhao));

        await host.TakeAsync(People(Wang));
        var desk = await operators.PageAsync("/desk");
        Assert.Contains("名册 people.csv 将使百分之 67 的人员（2 人）离校，待您确认。", desk, StringComparison.Ordinal);
        var page = Regex.Match(desk, "/roster/[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Contains("将有百分之 67 的人员离校（3 人中的 2 人），超过百分之 20 须由您确认。", await operators.PageAsync(page), StringComparison.Ordinal);
        Assert.Contains("李雷已离校", await operators.PageAsync(page + "?kind=PersonEnded"), StringComparison.Ordinal);
        Assert.DoesNotContain("李雷已离校", await operators.PageAsync(page + "?kind=RoleEnded"), StringComparison.Ordinal);

        Assert.Equal((HttpStatusCode.SeeOther, "/roster"), Seen(await operators.SendAsync(page, page + "/drop")));
        Assert.Equal(3, (await host.RightsAsync()).Count);
        Assert.DoesNotContain("待您确认", await operators.PageAsync("/desk"), StringComparison.Ordinal);
        await host.TakeAsync(People(Wang));
        page = Regex.Match(await operators.PageAsync("/roster"), "/roster/[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        await operators.SendAsync(page, page + "/apply");
        Assert.Equal(["王敏 reader WAT"], await host.RightsAsync());
        Assert.Contains("已生效", await operators.PageAsync("/roster"), StringComparison.Ordinal);
    }

    private static (HttpStatusCode, string?) Seen(Answer answer) => (answer.Status, answer.Location);
}
