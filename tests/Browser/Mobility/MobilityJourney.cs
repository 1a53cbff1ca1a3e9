using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Browser.Tests.Kit;
using Entente.Testing;
using Microsoft.Playwright;
using NodaTime;

namespace Entente.Browser.Tests.Mobility;

/// <summary>
/// A call opens, three students apply, are reviewed, are allocated by two mechanisms that are compared, one withdraws and the result is repaired, the partner
/// answers by a link, a student arrives, returns, reports and has an outcome confirmed; the balance and the public figures move, and each student reads why.
/// </summary>
public sealed partial class MobilityJourney(BrowserFixture browser)
{
    private const string Password = "clear-river-2026";
    private static readonly string[] Students = ["wen.zixi", "mo.yichen", "fu.nianan"];

    [Theory]
    [MemberData(nameof(Stages.All), MemberType = typeof(Stages))]
    public async Task Students_go_from_a_call_to_a_place_abroad(string language, Engine engine)
    {
        await using var journey = await Journey.BeginAsync(browser, language, engine, demo: true);
        await journey.SignInAsync("tang.yuan@qinghe.example", Password);
        var (abroad, withOutcome) = (await FigureAsync(journey, "mobility.students.abroad"), await FigureAsync(journey, "mobility.students.sent-with-outcome"));
        var sent = await SentAsync(journey);
        var call = await OpenCallAsync(journey);
        foreach (var student in Students) await ApplyAsync(journey, call, student);

        journey.Host.Clock.Set(Instant.FromUtc(2026, 3, 25, 2, 0));
        await journey.SignInAsync("tang.yuan@qinghe.example", Password);
        await journey.ReviewAsync(call, language == "en" ? "Joint cultivation" : "联合培养", Password);
        await AllocateAsync(journey, call);
        Assert.Contains(journey.T("given.state.Offered"), await ReadAsync(journey, call, "wen.zixi", accept: true), StringComparison.Ordinal);
        Assert.Contains(journey.T("given.state.Waiting"), await ReadAsync(journey, call, "fu.nianan"), StringComparison.Ordinal);
        await RepairAsync(journey, call);
        var why = await ReadAsync(journey, call, "fu.nianan", accept: true);
        Assert.Contains(journey.T("given.state.Offered"), why, StringComparison.Ordinal);

        // Two places are taken, a semester each.
        Assert.Equal(sent + 1.0m, await SentAsync(journey));
        await NominateAsync(journey, call);
        var stay = await ArriveAsync(journey);
        Assert.Equal(abroad + 1, await FigureAsync(journey, "mobility.students.abroad"));
        await journey.ReturnAsync(stay, Students, Password);
        Assert.Equal(withOutcome + 1, await FigureAsync(journey, "mobility.students.sent-with-outcome"));
    }

    private static async Task<string> OpenCallAsync(Journey journey)
    {
        var page = journey.Page;
        await journey.OpenAsync("/calls/new");
        await page.AssertAccessibleAsync();
        foreach (var (field, value) in new[]
        {
            ("title-en", "Joint cultivation"), ("title-zh", "联合培养"), ("opens", "2026-03-12"), ("opens-time", "08:00"), ("closes", "2026-03-20"), ("closes-time", "17:00"), ("choices", "2"),
        }) await journey.Field(field).FillAsync(value);
        await journey.Field("form").SelectOptionAsync("short-doctoral");
        await journey.Field("year").SelectOptionAsync("2025");
        await page.SendAsync("form.form button[type=submit]");
        var call = new Uri(page.Url).AbsolutePath;
        foreach (var partner in new[] { "Georgia Institute of Technology|佐治亚理工学院", "University of New South Wales|新南威尔士大学" })
        {
            var offer = page.Locator("[name=offer] option").Filter(new() { HasTextRegex = new(partner, RegexOptions.None, TimeSpan.FromSeconds(1)) }).First;
            if (await page.Locator("details.disclosure").GetAttributeAsync("open") is null) await page.Locator("details.disclosure > summary").ClickAsync();
            await journey.Field("offer").SelectOptionAsync((await offer.GetAttributeAsync("value"))!);
            await journey.Field("seats").FillAsync("1");
            await page.SendAsync("form[action$='/places'] button[type=submit]");
        }

        await page.SendAsync("form[action$='/publish'] button[type=submit]");
        await page.AssertAccessibleAsync();
        return call;
    }

    private static async Task ApplyAsync(Journey journey, string call, string student)
    {
        var page = await journey.SomebodyElseAsync();
        await journey.SignInAsync(page, student + "@qinghe.example", Password);
        await page.GotoAsync(journey.Address + "/study-abroad");
        await page.Locator($"a[href$='{call["/calls/".Length..]}']").ClickAsync();
        await page.Locator("[name=level]").SelectOptionAsync("Doctoral");
        await page.Locator("[name=grade]").FillAsync((90 - Array.IndexOf(Students, student)).ToString(CultureInfo.InvariantCulture));
        await page.Locator("[name=choice-1]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("[name=choice-2]").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await page.SendAsync("form.form button[type=submit]");
        await page.AssertAccessibleAsync();
        await page.ConfirmAsync("/submit");
        Assert.Equal(1, await page.Locator("form[action$='/reopen']").CountAsync());
        await page.Context.CloseAsync();
    }

    private static async Task AllocateAsync(Journey journey, string call)
    {
        var page = journey.Page;
        await journey.OpenAsync(call + "/applications");
        await page.AssertAccessibleAsync();
        Assert.Equal(["1", "2", "3"], await page.Locator("table.list tbody td:first-child").AllInnerTextsAsync());
        await journey.OpenAsync(call + "/allocation");
        await page.ConfirmAsync("/freeze");
        foreach (var other in new[] { "Lottery", "ExactOptimum" }) await page.Locator($"[name=mechanism][value={other}]").UncheckAsync();
        await page.SendAsync("form.mechanisms button[type=submit]");
        Assert.Equal(2, await page.Locator("table.compared thead a").CountAsync());
        await page.AssertAccessibleAsync();
        await journey.PhotographAsync("allocation");
        await page.Locator("table.compared thead a").First.ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath.Length > (call + "/allocation").Length);
        await page.AssertAccessibleAsync();
        await page.ConfirmAsync("/publish");
    }

    // Mo has a place and withdraws; Fu, who waits, gets it.
    private static async Task RepairAsync(Journey journey, string call)
    {
        var mo = await journey.SomebodyElseAsync();
        await journey.SignInAsync(mo, "mo.yichen@qinghe.example", Password);
        await mo.GotoAsync(journey.Address + MineOf(call));
        await mo.ConfirmAsync("/withdraw", "A post elsewhere");
        await mo.Context.CloseAsync();
        await journey.OpenAsync(call + "/allocation");
        await journey.Page.ConfirmAsync("/repair");
        await journey.Page.ConfirmAsync("/publish");
    }

    private static async Task<string> ReadAsync(Journey journey, string call, string student, bool accept = false)
    {
        var page = await journey.SomebodyElseAsync();
        await journey.SignInAsync(page, student + "@qinghe.example", Password);
        await page.GotoAsync(journey.Address + MineOf(call));
        var said = await page.Locator(".given").InnerTextAsync();
        if (accept) await page.SendAsync("form[action$='/accept'] button");
        await page.Context.CloseAsync();
        return said;
    }

    private static async Task NominateAsync(Journey journey, string call)
    {
        var page = journey.Page;
        await journey.OpenAsync(call + "/nominations");
        await page.AssertAccessibleAsync();
        var form = page.Locator("form[action$='/send']").First;
        await form.Locator("[name=from]").FillAsync("2026-03-26");
        await form.Locator("[name=until]").FillAsync("2026-07-20");
        await page.SendAsync("form[action$='/send'] button[type=submit]");
        var link = LinkPath().Match(await page.ContentAsync()).Value;
        Assert.NotEmpty(link);

        // Outside, without an account.
        var partner = await journey.SomebodyElseAsync();
        await partner.GotoAsync(journey.Address + link);
        await partner.AssertAccessibleAsync();
        await partner.Locator("select[name^=decide-]").First.SelectOptionAsync("Accepted");
        await partner.Locator("[name=signed]").FillAsync("Partner Coordinator");
        await partner.SendAsync("main button[type=submit].btn-primary");
        Assert.EndsWith("/done", new Uri(partner.Url).AbsolutePath, StringComparison.Ordinal);
        await partner.Context.CloseAsync();
        await journey.OpenAsync(call + "/nominations");
        await page.Locator("a[href^='/stays/']").First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/stays/[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static async Task<string> ArriveAsync(Journey journey)
    {
        var stay = new Uri(journey.Page.Url).AbsolutePath;
        journey.Host.Clock.Move(Duration.FromDays(2));
        await journey.SignInAsync("tang.yuan@qinghe.example", Password);
        await journey.OpenAsync(stay);
        await journey.Page.AssertAccessibleAsync();
        await journey.Page.Locator("form[action$='/arrive'] [name=on]").FillAsync("2026-03-26");
        await journey.Page.SendAsync("form[action$='/arrive'] button[type=submit]");
        await journey.PhotographAsync("stay");
        return stay;
    }

    private static string MineOf(string call) => call.Replace("/calls/", "/study-abroad/", StringComparison.Ordinal);

    private static async Task<long> FigureAsync(Journey journey, string figure)
    {
        await journey.OpenAsync($"/en/figures/{figure}.json");
        return long.Parse(ValueIn().Match(await journey.Page.Locator("body").InnerTextAsync()).Value, CultureInfo.InvariantCulture);
    }

    // The places students were sent on, of all partners together, as the balance is exported.
    private static async Task<decimal> SentAsync(Journey journey)
    {
        var answer = await journey.Context.APIRequest.GetAsync(journey.Address + "/balances/export?format=csv");
        var lines = (await answer.TextAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        return lines[1..].Sum(l => decimal.Parse(l.Split(',')[^4], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("/link/[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex LinkPath();

    [GeneratedRegex("(?<=\"value\": ?)[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex ValueIn();
}
