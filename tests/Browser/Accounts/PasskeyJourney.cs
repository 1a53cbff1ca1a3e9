using Entente.Browser.Tests.Kit;
using Entente.Foundation.Access;
using Entente.Testing;
using Microsoft.Playwright;

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

        // The browser offers the passkey by itself (conditional mediation); the virtual one is taken without a touch.
        await journey.Context.ClearCookiesAsync();
        await page.GotoAsync(journey.Address + "/account", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForURLAsync(url => new Uri(url) is { AbsolutePath: "/account" } && url != journey.Address + "/account#passkeys");
        Assert.Contains(journey.T("directory.own.way.passkey"), await page.Locator("table").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.Locator(".passkey summary").ClickAsync();
        await page.Locator(".passkey .confirm-question button").ClickAsync();
        await page.WaitForURLAsync(journey.Address + "/account#passkeys");
        Assert.Equal(0, await page.Locator(".passkey").CountAsync());

        var stranger = await journey.SomebodyElseAsync();
        await stranger.GotoAsync(journey.Address + "/sign-in");
        await stranger.AssertAccessibleAsync();
        await stranger.GotoAsync(journey.Address + "/forgotten");
        await stranger.AssertAccessibleAsync();
    }
}
