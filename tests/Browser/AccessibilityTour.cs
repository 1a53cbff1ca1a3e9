using Entente.Browser.Tests.Kit;
using Entente.Testing;

namespace Entente.Browser.Tests;

/// <summary>Every page that needs no key, and one record of each kind, over the demonstration school: accessible (axe), no script error, nothing wider than a phone.</summary>
public sealed class AccessibilityTour(BrowserFixture browser)
{
    private const string Password = "clear-river-2026";

    private static readonly (string Who, string[] Pages)[] Tours =
    [
        ("tang.yuan", ["/desk", "/partners", "/agreements", "/agreements/new", "/agreements/kinds", "/balances", "/organisations", "/organisations/new", "/people", "/people/new", "/people/duplicates",
            "/imports", "/figures", "/figures/partners.agreements.active", "/figures/partners.agreements.active/vintages/5", "/site/page", "/site", "/obligations", "/approvals", "/account", "/account/delegation", "/account/tokens", "/webhooks", "/links", "/letters", "/fact-sheets", "/questionnaires/new", "/documents", "/documents/templates", "/documents/templates/new", "/documents/templates/new?kind=partners.partner&form=Word",
            "/search?q=Delft", "/safeguards/packs",
            "/calls/new", "/calls/forms", "/stays/new", "/stays/pictures", "/funding/costs", "/whereabouts", "/reviews", "/grades/new", "/grades/new?partner=home"]),
        ("wen.zixi", ["/study-abroad", "/my-stays", "/desk"]),
        ("lu.jingxing", ["/desk", "/safeguards/exceptions", "/approvals"]),
        ("fang.mu", ["/accounts", "/accounts/invite", "/units", "/operate", "/operate/jobs", "/operate/mail", "/log", "/tokens"]),
    ];

    private static readonly string[] Public = ["", "/partners", "/figures", "/figures/partners.partners.active", "/figures/partners.agreements.active/vintages/5", "/data"];

    // The first row of each list leads to a record.
    private static readonly string[] Lists = ["/partners", "/agreements", "/organisations", "/people", "/obligations", "/documents", "/documents/templates", "/questionnaires"];

    // Lists that are no tables of the kit: the list itself, its last record, and the pages that hang on that.
    private static readonly (string List, string[] Parts)[] Journeys =
    [
        ("/calls", ["/edit", "/applications", "/reviews", "/reviews/rubric", "/meeting", "/allocation", "/nominations"]), ("/stays", ["/edit", "/plan", "/transcript"]), ("/funding", ["/award"]), ("/grades", []),
        ("/incoming", []),
    ];

    private static readonly string[] FormPages =
    [
        "", "/preview", "/questions/q2", "/answers", "/answer", "/answer?page=check",
    ];

    [Theory]
    [MemberData(nameof(Stages.All), MemberType = typeof(Stages))]
    public async Task Every_page_is_accessible_and_fits_a_phone(string language, Engine engine)
    {
        await using var journey = await Journey.BeginAsync(browser, language, engine, demo: true);
        var wrong = new List<string>();
        journey.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal)) wrong.Add($"{journey.Page.Url}: {message.Text}");
        };
        foreach (var path in Public) await LookAsync(journey, (language == "en" ? "/en" : "/zh") + path, wrong);
        foreach (var (who, pages) in Tours)
        {
            await journey.Context.ClearCookiesAsync();
            await journey.SignInAsync(who + "@qinghe.example", Password);
            foreach (var path in pages) await LookAsync(journey, path, wrong);
            if (who == "wen.zixi") await LookIntoAsync(journey, "/study-abroad", [], wrong);
            if (who != "tang.yuan") continue;
            foreach (var (list, parts) in Journeys) await LookIntoAsync(journey, list, parts, wrong);
            foreach (var list in Lists)
            {
                await journey.OpenAsync(list);
                var record = await journey.Page.Locator("a.list-open").First.GetAttributeAsync("href");
                await LookAsync(journey, record!, wrong);
                if (list == "/agreements") await LookAsync(journey, "/documents/new?kind=partners.agreement&key=" + record!.Split('/')[^1], wrong);
                if (list == "/documents") await LookAsync(journey, (await journey.Page.Locator("a[href^='/check/']").First.GetAttributeAsync("href"))!, wrong);
                if (list == "/questionnaires")
                {
                    var form = await journey.Page.Locator("a[href^='/forms/']").First.GetAttributeAsync("href");
                    foreach (var page in FormPages) await LookAsync(journey, form + page, wrong);
                }

                if (list != "/partners") continue;
                foreach (var page in new[] { "/balance", "/fact-sheet", "/fact-sheet/edit", "/briefing" }) await LookAsync(journey, record + page, wrong);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task LookIntoAsync(Journey journey, string list, string[] parts, List<string> wrong)
    {
        await LookAsync(journey, list, wrong);
        var links = await journey.Page.Locator($"main a[href^='{list}/']").EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href').split(/[?#]/)[0]).filter(h => /[0-9a-f]{32}$/.test(h))");
        foreach (var part in parts.Prepend("")) await LookAsync(journey, links[^1] + part, wrong);
    }

    private static async Task LookAsync(Journey journey, string path, List<string> wrong)
    {
        var answer = await journey.OpenAsync(path);
        if (answer!.Status != 200) wrong.Add($"{path}: {answer.Status}");
        try
        {
            // Neither colours nor the structure of a page depend on the language: all pages once, in the other those of the public.
            if (journey.Host.IsSqlite || path.StartsWith("/zh", StringComparison.Ordinal)) await journey.Page.AssertAccessibleAsync();
            if (journey.Host.IsSqlite) await journey.Page.AssertReadableInTheDarkAsync();
        }
        catch (Xunit.Sdk.XunitException violation)
        {
            wrong.Add($"{path}: {violation.Message}");
        }

        await journey.Page.SetViewportSizeAsync(390, 844);
        var wider = await journey.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (wider > 0) wrong.Add($"{path}: {wider} px wider than a phone");
        await journey.PhotographAsync("tour" + path.Replace('/', '-').Replace('?', '-'), 390);
        await journey.Page.SetViewportSizeAsync(1440, 900);
    }
}
