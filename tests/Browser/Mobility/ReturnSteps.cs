using System.Text.RegularExpressions;
using Entente.Browser.Tests.Kit;
using Microsoft.Playwright;
using NodaTime;

namespace Entente.Browser.Tests.Mobility;

/// <summary>A student comes back: the end, the report co-signed by the host through a link, an outcome recorded by the student and confirmed by the office.</summary>
internal static partial class ReturnSteps
{
    public static async Task ReturnAsync(this Journey journey, string stay, IReadOnlyList<string> students, string password)
    {
        var page = journey.Page;
        journey.Host.Clock.Set(Instant.FromUtc(2026, 7, 21, 2, 0));
        await journey.SignInAsync("tang.yuan@qinghe.example", password);
        await journey.OpenAsync(stay);
        await page.Locator("form[action$='/end'] [name=on]").FillAsync("2026-07-20");
        await page.SendAsync("form[action$='/end'] button[type=submit]");

        var student = await StudentAsync(journey, stay, students, password);
        await student.GotoAsync(journey.Address + stay);
        await student.AssertAccessibleAsync();
        await student.Locator("#reports a").Last.ClickAsync();
        await student.WaitForURLAsync(url => url.Contains("/reports/", StringComparison.Ordinal));
        await student.AssertAccessibleAsync();
        await student.Locator("[name=text]").FillAsync("What was done, and what comes of it.");
        await student.SendAsync("details.note-form button[type=submit]");
        await student.Locator("details.fact-ask > summary").ClickAsync();
        await student.Locator("[name=name]").FillAsync("Prof. Host");
        await student.Locator("[name=email]").FillAsync("host@partner.example");
        await student.SendAsync("form[action$='/ask'] button[type=submit]");
        await SignAsync(journey, Link().Match(await student.ContentAsync()).Value);

        await student.GotoAsync(journey.Address + stay);
        await student.Locator("#outcomes details.note-form > summary").ClickAsync();
        await student.Locator("[name=title-en]").FillAsync("Membranes that clean themselves");
        await student.Locator("[name=title-zh]").FillAsync("自清洁膜");
        await student.Locator("[name=reference]").FillAsync("10.5555/entente.1");
        await student.Locator("#outcomes [name=on]").FillAsync("2026-07-15");
        await student.SendAsync("form[action$='/outcomes'] > button[type=submit]");
        Assert.Equal(0, await student.Locator("form[action$='/confirm']").CountAsync());
        await student.Context.CloseAsync();

        await journey.OpenAsync(stay);
        await page.AssertAccessibleAsync();
        await page.SendAsync("form[action$='/confirm'] button");
        await journey.PhotographAsync("stay-returned");
    }

    // Which of them went depends on how partners are sorted in the language.
    private static async Task<IPage> StudentAsync(Journey journey, string stay, IReadOnlyList<string> students, string password)
    {
        foreach (var name in students)
        {
            var page = await journey.SomebodyElseAsync();
            await journey.SignInAsync(page, name + "@qinghe.example", password);
            await page.GotoAsync(journey.Address + "/my-stays");
            if (await page.Locator($"a[href^='{stay}']").CountAsync() > 0) return page;
            await page.Context.CloseAsync();
        }

        throw new InvalidOperationException("None of the students is abroad.");
    }

    private static async Task SignAsync(Journey journey, string link)
    {
        var host = await journey.SomebodyElseAsync();
        await host.GotoAsync(journey.Address + link);
        await host.AssertAccessibleAsync();
        await host.Locator("[name=signed]").FillAsync("Host");
        await host.Locator("[name=agree]").CheckAsync();
        await host.SendAsync("main button[type=submit].btn-primary");
        await host.Context.CloseAsync();
    }

    [GeneratedRegex("/link/[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
