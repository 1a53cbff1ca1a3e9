using Microsoft.Playwright;

namespace Entente.Browser.Tests.Kit;

/// <summary>Sends forms and waits for the page they lead to.</summary>
public static class Sending
{
    /// <summary>Clicks a button that sends a form, expects it to be taken, and waits for the page it leads to.</summary>
    /// <param name="page">The page the form stands on.</param>
    /// <param name="button">Where the button is.</param>
    /// <param name="file">Whether a script sends it in the background, so that no page follows.</param>
    public static async Task SendAsync(this IPage page, string button, bool file = false)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.DOMContentLoaded += Loaded;
        var answer = await page.RunAndWaitForResponseAsync(() => page.Locator(button).First.ClickAsync(), response => response.Request.Method == "POST");
        Assert.True(answer.Status < 400, $"{answer.Status} {answer.Url}");
        if (!file) await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.DOMContentLoaded -= Loaded;

        void Loaded(object? sender, IPage shown) => loaded.TrySetResult();
    }

    /// <summary>Opens the question behind a button of a group and answers it.</summary>
    public static async Task ConfirmAsync(this IPage page, string action, string? reason = null)
    {
        var question = page.Locator($"details.confirm:has(form[action$='{action}'])").First;
        await question.Locator("summary").ClickAsync();
        if (reason is not null) await question.Locator("[name=reason]").FillAsync(reason);
        await page.SendAsync($"details.confirm[open] form[action$='{action}'] button[type=submit]");
    }
}
