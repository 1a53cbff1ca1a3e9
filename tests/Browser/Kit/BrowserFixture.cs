using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Entente.Browser.Tests.Kit.BrowserFixture))]

namespace Entente.Browser.Tests.Kit;

/// <summary>
/// One real Chromium for all journeys of a run: <c>ENTENTE_CHROMIUM</c>, else Debian's. A journey gets a context of its own,
/// so that no cookie passes from one to another.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private const string DebiansChromium = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The program that is started.</summary>
    public static string Program => Environment.GetEnvironmentVariable("ENTENTE_CHROMIUM") is { Length: > 0 } named ? named : DebiansChromium;

    /// <summary>The browser; the journey is skipped visibly where there is none, and fails in CI.</summary>
    public IBrowser Browser
    {
        get
        {
            if (browser is not null) return browser;
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"Chromium is missing in CI ({Program}).");
            Assert.Skip($"Chromium is not installed ({Program}; ENTENTE_CHROMIUM names another).");
            throw new InvalidOperationException();
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program)) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
