using System.Globalization;
using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Entente.Browser.Tests.Kit;

/// <summary>
/// A person with a browser before a running product of their own. Words are asked for by their text keys, so that the same
/// journey is played in every language.
/// </summary>
public sealed class Journey : IAsyncDisposable
{
    private const float Patience = 30_000;

    private readonly Language language;

    private Journey(RunningHost host, IBrowserContext context, IPage page, Language language)
    {
        Host = host;
        Context = context;
        Page = page;
        this.language = language;
        Texts = host.Services.GetRequiredService<TextCatalog>();
    }

    public RunningHost Host { get; }

    public IBrowserContext Context { get; }

    /// <summary>The page one is at; a second window is <c>Context.NewPageAsync()</c>.</summary>
    public IPage Page { get; }

    public TextCatalog Texts { get; }

    /// <summary>The address of the host by its name, as passkeys demand one (WebAuthn § 5.1.2: a domain, no IP address).</summary>
    public string Address => Host.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Starts a host over a database of its own (on PostgreSQL two nodes that answer in turn) and opens a window before it.</summary>
    /// <param name="browser">The shared Chromium.</param>
    /// <param name="language">The tag of the language.</param>
    /// <param name="engine">The database.</param>
    /// <param name="adjust">Settings and services a journey replaces.</param>
    /// <param name="demo">Whether the database holds the demonstration school.</param>
    public static async Task<Journey> BeginAsync(BrowserFixture browser, string language, Engine engine, Action<WebApplicationBuilder>? adjust = null, bool demo = false)
    {
        var chromium = browser.Browser;
        var spoken = Language.Of(language)!;
        var host = await RunningHost.StartAsync(engine, adjust, demo, twoNodes: engine == Engine.Postgres);
        try
        {
            var context = await ContextAsync(chromium, spoken);
            return new Journey(host, context, await context.NewPageAsync(), spoken);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>The words of a key in the journey's language.</summary>
    public string T(string key) => Texts.In(language, key);

    /// <summary>The words of a key with their places filled.</summary>
    public string T(string key, params object?[] args) => string.Format(language.Culture, Texts.In(language, key), args);

    /// <summary>Goes to a path of the host.</summary>
    public Task<IResponse?> OpenAsync(string path) => Page.GotoAsync(Address + path);

    /// <summary>Signs in by the real form, with the password of <see cref="RunningHost.AccountAsync"/>.</summary>
    public async Task SignInAsync(string email, string password = RunningHost.Password)
    {
        await OpenAsync("/sign-in?return=%2Faccount");
        await Page.Locator("input[name=email]").FillAsync(email);
        await Page.Locator("input[name=password]").FillAsync(password);
        await Button("directory.sign-in.submit").ClickAsync();
        await Page.WaitForURLAsync(Address + "/account");
    }

    /// <summary>Somebody else signs in by the real form.</summary>
    public async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GotoAsync(Address + "/sign-in?return=%2Faccount");
        await page.Locator("input[name=email]").FillAsync(email);
        await page.Locator("input[name=password]").FillAsync(password);
        await page.Locator("main button[type=submit].btn-primary").ClickAsync();
        await page.WaitForURLAsync(Address + "/account");
    }

    /// <summary>Opens an account with a role and signs in to it.</summary>
    public async Task SignInAsAsync(string role, string? unit = null, string email = "lin@example.edu", string? name = null)
    {
        await Host.AccountAsync(email, role, unit, name);
        await SignInAsync(email);
    }

    /// <summary>The button with the words of a key.</summary>
    public ILocator Button(string key, params object?[] args) =>
        Page.GetByRole(AriaRole.Button, new() { Name = T(key, args), Exact = true });

    /// <summary>The link with the words of a key.</summary>
    public ILocator Link(string key, params object?[] args) =>
        Page.GetByRole(AriaRole.Link, new() { Name = T(key, args), Exact = true });

    /// <summary>The heading with the words of a key.</summary>
    public ILocator Heading(string key, params object?[] args) =>
        Page.GetByRole(AriaRole.Heading, new() { Name = T(key, args), Exact = true });

    /// <summary>The field of a form by the name under which it is sent.</summary>
    public ILocator Field(string name) => Page.Locator($"[name='{name}']");

    /// <summary>Expects to arrive at a path, whatever its query.</summary>
    public Task ArrivesAtAsync(string path) => Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == path);

    /// <summary>A second person with a browser of their own before the same host.</summary>
    public async Task<IPage> SomebodyElseAsync()
    {
        var context = await ContextAsync(Context.Browser!, language);
        return await context.NewPageAsync();
    }

    /// <summary>A picture of the whole page at a width; written only where <c>ENTENTE_PICTURES</c> names a folder.</summary>
    public async Task PhotographAsync(string name, int width = 1440, int height = 900)
    {
        if (Environment.GetEnvironmentVariable("ENTENTE_PICTURES") is not { Length: > 0 } folder) return;
        await Page.SetViewportSizeAsync(width, height);
        var file = string.Create(CultureInfo.InvariantCulture, $"{name}-{width}-{language.Segment}.png");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
        await Page.SetViewportSizeAsync(1440, 900);
    }

    public async ValueTask DisposeAsync()
    {
        await Context.CloseAsync();
        await Host.DisposeAsync();
    }

    private static async Task<IBrowserContext> ContextAsync(IBrowser chromium, Language language)
    {
        var context = await chromium.NewContextAsync(new()
        {
            Locale = language == Language.English ? "en-GB" : "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = 1440, Height = 900 },
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }
}
