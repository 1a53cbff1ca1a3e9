using System.Text;
using Entente.Browser.Tests.Kit;
using Entente.Testing;

namespace Entente.Browser.Tests;

/// <summary>
/// What the README promises a newcomer: see the page, sign in, import a spreadsheet with mistakes, correct them, see map, balance and
/// figure change, follow the figure to its records, and find the change in a log that proves itself.
/// </summary>
public sealed class NewcomerJourney(BrowserFixture browser)
{
    private const string Password = "clear-river-2026";
    private const string Figure = "partners.agreements.active";
    private const string Head = "number,kind,title_en,title_zh,partners,unit,territory,signed_on,effective_on,ends_on,term,places_out,places_in,reciprocal,carry_over_years";
    private const string Right = "SOE-N-1,student-exchange,Student exchange with Nairobi,与内罗毕大学的学生交换协议,02y9nww90,SOE,KE,2025-06-01,2025-09-01,2030-08-31,fixed,2,2,yes,2";
    private const string Wrong = "SOE-N-1,student-swap,Student exchange with Nairobi,与内罗毕大学的学生交换协议,02y9nww90,SOE,KE,2025-06-01,2030-09-01,2025-08-31,fixed,2,2,yes,2";

    [Theory]
    [MemberData(nameof(Stages.All), MemberType = typeof(Stages))]
    public async Task A_spreadsheet_with_mistakes_becomes_a_figure_whose_change_the_log_proves(string language, Engine engine)
    {
        await using var journey = await Journey.BeginAsync(browser, language, engine, demo: true);
        var page = journey.Page;
        var front = language == "en" ? "/en" : "/zh";
        var public1 = await journey.OpenAsync(front);
        Assert.Equal(200, public1!.Status);
        Assert.Equal("36", await page.Locator($"a.living[href='{front}/figures/{Figure}']").First.InnerTextAsync());
        var dots = await page.Locator(".map-dot").CountAsync();
        await page.AssertAccessibleAsync();

        await journey.SignInAsync("tang.yuan@qinghe.example", Password);
        var import = await UploadAsync(journey, "协议-1.csv", Wrong);
        await journey.Button("imports.map.continue").ClickAsync();
        await journey.ArrivesAtAsync(import + "/check");
        await page.AssertAccessibleAsync();
        var said = await page.Locator("main").InnerTextAsync();
        Assert.Contains("student-swap", said, StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator($"form[action='{import}/apply']").CountAsync());
        await journey.PhotographAsync("import-check");

        import = await UploadAsync(journey, "协议-2.csv", Right);
        await journey.Button("imports.map.continue").ClickAsync();
        await journey.ArrivesAtAsync(import + "/check");
        await page.Locator($"form[action='{import}/apply'] button").ClickAsync();
        await journey.ArrivesAtAsync(import);
        await page.AssertAccessibleAsync();

        await journey.OpenAsync(front);
        Assert.Equal("37", await page.Locator($"a.living[href='{front}/figures/{Figure}']").First.InnerTextAsync());
        Assert.Equal(dots + 1, await page.Locator(".map-dot").CountAsync());
        await journey.OpenAsync("/balances?q=Nairobi");
        Assert.Contains(language == "en" ? "Nairobi" : "内罗毕", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await journey.OpenAsync("/figures/" + Figure);
        await page.AssertAccessibleAsync();
        await page.Locator("#records a", new() { HasTextString = "SOE-N-1" }).ClickAsync();
        Assert.Contains("SOE-N-1", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.AssertAccessibleAsync();

        var officer = await journey.SomebodyElseAsync();
        await officer.GotoAsync(journey.Address + "/sign-in?return=%2Flog");
        await officer.Locator("input[name=email]").FillAsync("qiu.zhiyuan@qinghe.example");
        await officer.Locator("input[name=password]").FillAsync(Password);
        await officer.Locator("main button[type=submit].btn-primary").ClickAsync();
        await officer.WaitForURLAsync(journey.Address + "/log");
        Assert.Contains("SOE-N-1", await officer.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await officer.AssertAccessibleAsync();

        var (code, output) = await Product.RunAsync(["log", "verify"], journey.Host.Environment);
        Assert.Contains("The chain is whole.", output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (code, code == 0 ? "" : output));
    }

    private static async Task<string> UploadAsync(Journey journey, string name, string row)
    {
        await journey.OpenAsync("/imports/new");
        await journey.Page.AssertAccessibleAsync();
        await journey.Field("kind").SelectOptionAsync("agreements");
        await journey.Field("file").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Head + "\r\n" + row + "\r\n") });
        await journey.Button("imports.upload").ClickAsync();
        await journey.Page.WaitForURLAsync(url => url.EndsWith("/map", StringComparison.Ordinal));
        await journey.Page.AssertAccessibleAsync();
        var path = new Uri(journey.Page.Url).AbsolutePath;
        return path[..^"/map".Length];
    }
}
