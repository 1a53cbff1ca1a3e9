using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Entente.Browser.Tests.Kit;

/// <summary>Holds a page against WCAG 2.2 AA as far as a machine can (axe).</summary>
public static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private static readonly AxeRunOptions Contrast = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    /// <summary>Fails with what is wrong, where, and where it is explained.</summary>
    public static Task AssertAccessibleAsync(this IPage page) => AssertAsync(page, Rules);

    /// <summary>The same of what the dark form of a page changes: whether its words can be read. Colours must not be on their way (reduced motion).</summary>
    public static async Task AssertReadableInTheDarkAsync(this IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await AssertAsync(page, Contrast);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Null });
    }

    private static async Task AssertAsync(IPage page, AxeRunOptions rules)
    {
        var result = await page.RunAxe(rules);
        var wrong = string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id} at {n.Target}: {v.Help} ({v.HelpUrl})\n  {n.Html}")));
        Assert.True(wrong.Length == 0, wrong);
    }
}
