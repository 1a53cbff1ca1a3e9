using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Entente.Testing;

/// <summary>Walks the import's pages over real HTTP, as a coordinator.</summary>
public sealed partial class Wizard : IAsyncDisposable
{
    private Wizard(RunningHost host, TestBrowser browser) => (Host, Browser) = (host, browser);

    public RunningHost Host { get; }

    public TestBrowser Browser { get; }

    /// <summary>The import at hand.</summary>
    public string Address { get; private set; } = "";

    public static async Task<Wizard> OpenAsync(Engine engine, string language = "en")
    {
        var host = await RunningHost.StartAsync(engine);
        return new(host, await host.SignedInAsync(BuiltInRole.Coordinator, language: language));
    }

    public static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));

    /// <summary>Hands a file in; ends at the page that matches columns.</summary>
    public async Task<Answer> UploadAsync(string kind, string name, byte[] file)
    {
        var answer = await Browser.UploadAsync("/imports/new", null, name, file, ("kind", kind));
        if (answer.Status == HttpStatusCode.SeeOther) Address = answer.Location![..answer.Location!.LastIndexOf('/')];
        return answer;
    }

    /// <summary>Hands a file in, takes the columns as proposed, and gives the page with the outcomes.</summary>
    public async Task<string> CheckAsync(string kind, params string[] lines)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await UploadAsync(kind, kind + ".csv", Csv(lines))).Status);
        return await MapAsync();
    }

    /// <summary>Takes the columns as proposed.</summary>
    public async Task<string> MapAsync()
    {
        var answer = await Browser.SendAsync(Address + "/map", null, [.. Proposed(await Browser.PageAsync(Address + "/map"))]);
        Assert.Equal((HttpStatusCode.SeeOther, Address + "/check"), (answer.Status, answer.Location));
        return Plain(await Browser.PageAsync(Address + "/check?show=all"));
    }

    /// <summary>Applies, and demands that it was.</summary>
    public async Task<string> ApplyAsync()
    {
        var answer = await Browser.SendAsync(Address + "/check", Address + "/apply");
        Assert.Equal((HttpStatusCode.SeeOther, Address), (answer.Status, answer.Location));
        return Plain(await Browser.PageAsync(Address));
    }

    public Task<Answer> SendAsync(string action, params (string Name, string Value)[] fields) => Browser.SendAsync(Address + "/check?show=all", Address + action, fields);

    public Task<Answer> UndoAsync() => Browser.SendAsync(Address, Address + "/undo");

    /// <summary>The import's counts: new, changed, unchanged, to decide, refused, left out.</summary>
    public Task<(int New, int Changed, int Unchanged, int Undecided, int Refused, int LeftOut)> CountsAsync() => Host.InAsync(async services =>
    {
        var id = new Id<ImportRun>(Guid.Parse(Address[(Address.LastIndexOf('/') + 1)..]));
        var run = await services.GetRequiredService<AppDbContext>().Set<ImportRun>()
            .VisibleTo(Viewer.System, services.GetRequiredService<ImportKinds>()).SingleAsync(r => r.Id == id);
        return (run.New, run.Changed, run.Unchanged, run.Undecided, run.Refused, run.LeftOut);
    });

    /// <summary>How many records of every table there are, apart from the import's own and the log: what an import must not change before it is applied.</summary>
    public Task<string> RecordsAsync() => Host.InAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var counts = new List<string>();
        foreach (var type in db.Model.GetEntityTypes().Where(Counts).OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            var rows = await (Task<int>)typeof(Wizard).GetMethod(nameof(CountAsync), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
                .MakeGenericMethod(type.ClrType).Invoke(null, [db])!;
            if (rows > 0) counts.Add($"{type.GetTableName()} {rows}");
        }

        return string.Join('\n', counts);
    });

    /// <summary>The page as it is read: no marks, one space.</summary>
    public static string Plain(string html) => Space().Replace(WebUtility.HtmlDecode(Marks().Replace(html, " ")), " ");

    /// <summary>The selects of the page that matches columns, as they stand.</summary>
    public static IEnumerable<(string, string)> Proposed(string html)
    {
        foreach (Match select in Select().Matches(html))
        {
            var chosen = Chosen().Match(select.Groups["options"].Value);
            yield return (select.Groups["name"].Value, chosen.Success ? chosen.Groups["value"].Value : "");
        }
    }

    private static bool Counts(Microsoft.EntityFrameworkCore.Metadata.IEntityType type) =>
        !type.IsOwned() && type.GetTableName() is { } table && !table.Contains("session", StringComparison.Ordinal)
        && (table.StartsWith("directory_", StringComparison.Ordinal) || table.StartsWith("partners_", StringComparison.Ordinal) || table.StartsWith("mobility_", StringComparison.Ordinal));

    private static Task<int> CountAsync<T>(AppDbContext db)
        where T : class => db.Set<T>().IgnoreQueryFilters().CountAsync();

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Host.DisposeAsync();
    }

    [GeneratedRegex("<script.*?</script>|<[^>]+>", RegexOptions.Singleline, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();

    [GeneratedRegex("<select[^>]* name=\"(?<name>column-[0-9]+)\"[^>]*>(?<options>.*?)</select>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Select();

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\" selected", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chosen();
}
