using System.Globalization;
using Entente.Browser.Tests.Kit;
using Entente.Testing;

namespace Entente.Browser.Tests.Mobility;

/// <summary>The applications of a call are reviewed by the dean, and the meeting takes the ranking over.</summary>
internal static class ReviewSteps
{
    public static async Task ReviewAsync(this Journey journey, string call, string title, string password)
    {
        var page = journey.Page;
        await journey.OpenAsync(call + "/reviews/rubric");
        await page.AssertAccessibleAsync();
        foreach (var (field, value) in new[] { ("due", "2026-04-10"), ("reviewers", "1"), ("name-0-en", "Plan"), ("name-0-zh", "计划"), ("weight-0", "100"), ("points-0", "10") }) await journey.Field(field).FillAsync(value);
        await page.SendAsync("form.form button[type=submit]");
        var dean = await journey.Host.InAsync(async s => (await TestAccounts.FindAsync(s, "lu.jingxing@qinghe.example")).ToString());
        await page.Locator($"[name=reviewers][value='{dean}']").CheckAsync();
        await page.SendAsync("form[action$='/spread'] button[type=submit]");
        await page.AssertAccessibleAsync();

        var reviewer = await journey.SomebodyElseAsync();
        await journey.SignInAsync(reviewer, "lu.jingxing@qinghe.example", password);
        await reviewer.GotoAsync(journey.Address + "/reviews");
        await reviewer.AssertAccessibleAsync();
        var asked = new List<string>();
        foreach (var row in await reviewer.Locator("table.list tbody tr").AllAsync())
            if (string.Equals(await row.Locator("td").First.Locator(".quiet").InnerTextAsync(), title, StringComparison.Ordinal)) asked.Add((await row.Locator("a").GetAttributeAsync("href"))!);
        Assert.Equal(3, asked.Count);
        foreach (var review in asked)
        {
            await reviewer.GotoAsync(journey.Address + review);
            await reviewer.AssertAccessibleAsync();
            var grade = (await reviewer.Locator("dd").AllInnerTextsAsync()).Select(t => t.Trim()).Single(t => t is "90" or "89" or "88");
            await reviewer.Locator("input[name^=points-]").FillAsync((int.Parse(grade, CultureInfo.InvariantCulture) - 80).ToString(CultureInfo.InvariantCulture));
            await reviewer.Locator("[name=comment]").FillAsync("Ready to go.");
            await reviewer.SendAsync("button[name=do][value=send]");
        }

        await reviewer.Context.CloseAsync();
        await journey.OpenAsync(call + "/meeting");
        await page.AssertAccessibleAsync();
        await page.ConfirmAsync("/take-over");
    }
}
