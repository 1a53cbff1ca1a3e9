using Entente.Browser.Tests.Kit;
using Entente.Foundation.Access;
using Entente.Testing;

namespace Entente.Browser.Tests.Accounts;

public sealed class PasskeyJourney(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Stages.All), MemberType = typeof(Stages))]
    public async Task A_passkey_is_added_named_used_to_sign_in_and_removed(string language, Engine engine)
    {
        await using var journey = await Journey.BeginAsync(browser, language, engine);
        var page = journey.Page;
        await using var authenticator = await Authenticator.AttachAsync(page);
        await journey.SignInAsAsync(BuiltInRole.Coordinator);
        await page.AssertAccessibleAsync();

        await journey.Field("passkey-name").FillAsync("Laptop");
        await journey.Button("directory.passkey.add").ClickAsync();
        await page.WaitForURLAsync(journey.Address + "/account?done=passkey");
        Assert.Equal("Laptop", await page.Locator(".passkey input[name=name]").InputValueAsync());
        await page.Locator(".passkey input[name=name]").FillAsync("Office");
        await page.Locator(".passkey .inline-form button").ClickAsync();
        await page.WaitForURLAsync(journey.Address + "/account#passkeys");
        Assert.Equal("Office", await page.Locator(".passkey input[name=name]").InputValueAsync());
        await page.AssertAccessibleAsync();
        await journey.PhotographAsync("account");
        await journey.PhotographAsync("account", 390, 844);

        await authenticator.AnswerAsync(false);
        await journey.Button("ui.sign-out").ClickAsync();
        await journey.ArrivesAtAsync("/sign-in");
        await page.AssertAccessibleAsync();
        await journey.PhotographAsync("sign-in");
        await authenticator.AnswerAsync(true);
        await journey.OpenAsync("/sign-in?return=%2Faccount");
        await page.WaitForURLAsync(journey.Address + "/account");
        Assert.Contains(journey.T("directory.own.way.passkey"), await page.Locator("table").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator(".passkey summary").ClickAsync();
        await page.Locator(".passkey .confirm-question button").ClickAsync();
        await page.WaitForURLAsync(journey.Address + "/account#passkeys");
        Assert.Equal(0, await page.Locator(".passkey").CountAsync());
    }
}
