using System.Text;
using Entente.Browser.Tests.Kit;
using Entente.Foundation.Access;
using Entente.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;

namespace Entente.Browser.Tests.Accounts;

public sealed class RosterJourney(BrowserFixture browser)
{
    private const string Units = "单位代码,单位名称,英文名称,上级单位代码\nUNI,清河大学,Clear River University,\nENV,环境学院,School of Environment,UNI\n";
    private const string Head = "学工号,姓名,邮箱,人员类别,单位代码,职务,状态\n";
    private const string Anna = "s1,安然,anna@example.edu,教职工,ENV,教授,在职\n";
    private const string Others = "s2,柏林,bo@example.edu,教职工,ENV,教授,在职\ns3,陈思,,学生,ENV,博士生,在读\n";

    [Theory]
    [MemberData(nameof(Stages.All), MemberType = typeof(Stages))]
    public async Task Whom_the_university_announces_signs_in_by_its_provider_until_the_table_lets_her_go(string language, Engine engine)
    {
        await using var provider = await OidcProvider.StartAsync();
        await using var journey = await Journey.BeginAsync(browser, language, engine, builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Entente:Oidc:0:Id"] = "campus",
            ["Entente:Oidc:0:Authority"] = provider.Address,
            ["Entente:Oidc:0:ClientId"] = OidcProvider.ClientId,
            ["Entente:Oidc:0:ClientSecret"] = OidcProvider.ClientSecret,
            ["Entente:Oidc:0:NameEn"] = "Clear River University",
            ["Entente:Roster:Rights:0:Role"] = "reader",
            ["Entente:Roster:Rights:0:Kind"] = "staff",
        }));
        await provider.ServeAsync(journey.Address, "/sign-in/return/campus");
        await provider.WhoAsync("s1");
        var page = journey.Page;
        await journey.SignInAsAsync(BuiltInRole.Operator);

        await HandInAsync(journey, ("1-units.csv", Units), ("2-people.csv", Head + Anna + Others));
        await page.AssertAccessibleAsync();
        Assert.Contains(journey.T("roster.sentence.would", 5, 4, 1, 0, 0, 0), await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await journey.PhotographAsync("roster");
        await journey.PhotographAsync("roster", 390, 844);
        await journey.Button("roster.apply").ClickAsync();
        await page.GetByText(journey.T("roster.state.applied"), new() { Exact = true }).WaitForAsync();

        var guest = await journey.SomebodyElseAsync();
        await guest.GotoAsync(journey.Address + "/people");
        await guest.GetByRole(AriaRole.Link, new() { Name = journey.T("directory.sign-on.by", "Clear River University") }).ClickAsync();
        await guest.WaitForURLAsync(journey.Address + "/people");
        Assert.Contains("安然", await guest.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // The table of the next day does not have her: of three people one leaves, which an operator confirms.
        await HandInAsync(journey, ("people.csv", Head + Others));
        await page.Locator("details.confirm summary").ClickAsync();
        await page.AssertAccessibleAsync();
        await page.Locator(".confirm-question button").ClickAsync();
        await page.GetByText(journey.T("roster.state.applied"), new() { Exact = true }).WaitForAsync();
        await guest.GotoAsync(journey.Address + "/people");
        Assert.Equal("/sign-in", new Uri(guest.Url).AbsolutePath);
        await guest.GetByRole(AriaRole.Link, new() { Name = journey.T("directory.sign-on.by", "Clear River University") }).ClickAsync();
        await guest.GetByText(journey.T("directory.sign-on.refused.closed.title"), new() { Exact = true }).First.WaitForAsync();
        await guest.AssertAccessibleAsync();

        await journey.OpenAsync("/roster");
        await page.AssertAccessibleAsync();
        Assert.Equal(2, await page.Locator("table tbody tr").CountAsync());
    }

    private static async Task HandInAsync(Journey journey, params (string Name, string Text)[] files)
    {
        await journey.OpenAsync("/roster");
        await journey.Field("file").SetInputFilesAsync(files.Select(f => new FilePayload { Name = f.Name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(f.Text) }));
        await journey.Button("roster.hand-in.submit").ClickAsync();
        await journey.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath.StartsWith("/roster/", StringComparison.Ordinal));
    }
}
