using Entente.Browser.Tests.Kit;
using Entente.Testing;

namespace Entente.Browser.Tests;

/// <summary>The pictures of the README, taken of the demonstration school; written only where <c>ENTENTE_PICTURES</c> names a folder, looked at always.</summary>
public sealed class ReadmePictures(BrowserFixture browser)
{
    private const string Password = "clear-river-2026";

    [Fact]
    public async Task The_pages_of_the_readme_are_there_and_accessible()
    {
        await using var journey = await Journey.BeginAsync(browser, "en", Engine.Sqlite, demo: true);
        await journey.OpenAsync("/en");
        await journey.Page.AssertAccessibleAsync();
        await PictureAsync(journey, "public");
        await journey.SignInAsync("tang.yuan@qinghe.example", Password);
        await journey.OpenAsync("/desk");
        await journey.Page.AssertAccessibleAsync();
        Assert.True(await journey.Page.Locator("main a").CountAsync() > 3, "The desk of the demonstration's coordinator is empty.");
        await PictureAsync(journey, "desk");
        await journey.OpenAsync("/partners?q=Pennsylvania");
        await journey.Page.Locator("a.list-open").First.ClickAsync();
        await journey.Page.AssertAccessibleAsync();
        await PictureAsync(journey, "partner");
    }

    private static async Task PictureAsync(Journey journey, string name)
    {
        var taken = await journey.Page.ScreenshotAsync();
        Assert.True(taken.Length > 10_000, $"{name} is all but blank.");
        if (Environment.GetEnvironmentVariable("ENTENTE_PICTURES") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), taken);
    }
}
