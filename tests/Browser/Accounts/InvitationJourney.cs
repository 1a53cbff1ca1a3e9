using Entente.Browser.Tests.Kit;
using Entente.Foundation.Access;
using Entente.Testing;

namespace Entente.Browser.Tests.Accounts;

public sealed class InvitationJourney(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Stages.All), MemberType = typeof(Stages))]
    public async Task An_operator_invites_somebody_who_opens_the_account_once(string language, Engine engine)
    {
        await using var journey = await Journey.BeginAsync(browser, language, engine);
        await journey.SignInAsAsync(BuiltInRole.Operator);
        await journey.OpenAsync("/accounts");
        await journey.Page.AssertAccessibleAsync();
        await journey.Link("directory.invite.submit").ClickAsync();
        await journey.Page.AssertAccessibleAsync();
        await journey.Field("email").FillAsync("zhao@example.edu");
        await journey.Field("name").FillAsync("赵敏");
        await journey.Field("role").SelectOptionAsync(BuiltInRole.Coordinator);
        await journey.Button("directory.invite.submit").ClickAsync();
        await journey.ArrivesAtAsync("/accounts");
        var link = await journey.Page.Locator("[data-made-link]").InputValueAsync();
        await journey.Page.AssertAccessibleAsync();
        await journey.PhotographAsync("accounts");

        var guest = await journey.SomebodyElseAsync();
        var address = journey.Address + new Uri(link).AbsolutePath;
        await guest.GotoAsync(address);
        await guest.AssertAccessibleAsync();
        await guest.Locator("input[name=password]").FillAsync("four calm words here");
        await guest.Locator("main button[type=submit]").ClickAsync();
        await guest.WaitForURLAsync(journey.Address + "/desk");

        var again = await guest.GotoAsync(address);
        Assert.Equal(410, again!.Status);
        await guest.AssertAccessibleAsync();
        await guest.GotoAsync(journey.Address + "/account");
        Assert.Contains("zhao@example.edu", await guest.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
