using System.Net;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Tests;

/// <summary>The demonstration school with its calls, and whoever signs in there.</summary>
internal static class CallScene
{
    public static async Task<TestBrowser> AsAsync(this RunningHost host, string key, string language = "en")
    {
        var browser = host.Browser(language);
        await browser.SignInAsync(key + "@qinghe.example", "clear-river-2026");
        return browser;
    }

    /// <summary>The demonstration call that closed and waits for its allocation, or the one that is open.</summary>
    public static Task<Call> CallAsync(this RunningHost host, bool closed) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var now = db.Write.Now;
        return await db.Set<Call>().VisibleTo(Viewer.System).AsNoTracking().Include(c => c.Places).Where(c => c.ClosesAt < now == closed).SingleAsync();
    });

    public static Task<Application> ApplicationAsync(this RunningHost host, Id<Call> call, string student) => host.InAsync(async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var applications = await db.Set<Application>().VisibleTo(Viewer.System).AsNoTracking().Include(a => a.Choices).Where(a => a.CallId == call).ToListAsync();
        var accounts = await s.GetRequiredService<Contracts.Directory.IAccounts>().OfAsync([.. applications.Select(a => a.AccountId)], CancellationToken.None);
        return applications.Single(a => string.Equals(accounts[a.AccountId].Name, student, StringComparison.Ordinal));
    });

    /// <summary>The person behind an account of the demonstration school.</summary>
    public static Task<PersonId> PersonOfAsync(this RunningHost host, string key) => host.InAsync(async s =>
    {
        var account = await TestAccounts.FindAsync(s, key + "@qinghe.example");
        return (await s.GetRequiredService<Contracts.Directory.IAccounts>().OfAsync([account], CancellationToken.None))[account].Person!.Value;
    });

    /// <summary>The actions that stand in the log.</summary>
    public static Task<List<string>> LoggedAsync(this RunningHost host) => host.InAsync(s => s.GetRequiredService<AppDbContext>().Set<Foundation.Log.LogEntry>().Select(l => l.Action).Distinct().ToListAsync());

    public static string Address(this Call call) => ShowCall.AddressOf(call.Id);

    public static string Mine(this Call call) => $"/study-abroad/{call.Id}";

    /// <summary>Sends a form and expects the page to be left for another.</summary>
    public static async Task<string> DoneAsync(this TestBrowser browser, string page, string? action, params (string, string)[] fields)
    {
        var answer = await browser.SendAsync(page, action, fields);
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{action ?? page}: {answer.Status} {Errors(answer.Body)}");
        return answer.Location!;
    }

    /// <summary>Sends a form and expects it back with what is wrong.</summary>
    public static async Task<string> RefusedAsync(this TestBrowser browser, string page, string? action, params (string, string)[] fields)
    {
        var answer = await browser.SendAsync(page, action, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        return WebUtility.HtmlDecode(answer.Body);
    }

    public static async Task<string> ReadAsync(this TestBrowser browser, string page) => WebUtility.HtmlDecode(await browser.PageAsync(page));

    public static string Token(string page) => Regex.Match(page, "(?<=name=\"token\" value=\")[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    private static string Errors(string body) => string.Join(" | ", Regex.Matches(WebUtility.HtmlDecode(body), "(?<=field-error\"[^>]*>\\s*<p>)[^<]+|(?<=class=\"form-errors[\\s\\S]{0,2000}<li>)[^<]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value));
}
