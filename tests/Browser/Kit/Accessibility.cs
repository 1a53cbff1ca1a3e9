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

    /// <summary>Fails with what is wrong, where, and where it is explained.</summary>
    public static async Task AssertAccessibleAsync(this IPage page)
    {
        var result = await page.RunAxe(Rules);
        var wrong = string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id} at {n.Target}: {v.Help} ({v.HelpUrl})\n  {n.Html}")));
        Assert.True(wrong.Length == 0, wrong);
    }
}
