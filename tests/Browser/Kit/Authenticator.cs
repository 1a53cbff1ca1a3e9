using Microsoft.Playwright;

namespace Entente.Browser.Tests.Kit;

/// <summary>A virtual authenticator of Chromium: a fingerprint reader that says yes (WebAuthn Level 3 § 11).</summary>
public sealed class Authenticator : IAsyncDisposable
{
    private readonly ICDPSession session;

    private Authenticator(ICDPSession session) => this.session = session;

    public static async Task<Authenticator> AttachAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable", new() { ["enableUI"] = false });
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new(session);
    }

    public async ValueTask DisposeAsync() => await session.DetachAsync();
}
