using System.Data.Common;
using Entente.Foundation.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Entente.Testing;

/// <summary>
/// Counts the statements that are sent to the database. A list takes as many for one record as for twenty-five:
/// <code>
/// var statements = new Statements();
/// await using var host = await statements.HostAsync(engine);
/// … one record …
/// var one = await statements.OfPagesAsync(browser, pages);
/// … twenty-four more …
/// Assert.Equal(one, await statements.OfPagesAsync(browser, pages));
/// </code>
/// </summary>
public sealed class Statements : DbCommandInterceptor
{
    public int Count { get; private set; }

    /// <summary>A host whose statements are counted. It runs no worker: that asks for jobs by itself, which would be counted.</summary>
    public Task<RunningHost> HostAsync(Engine engine, Action<WebApplicationBuilder>? adjust = null, bool demo = false) => RunningHost.StartAsync(
        engine,
        builder =>
        {
            adjust?.Invoke(builder);
            builder.Services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(this));
            builder.Services.WithoutWorkers();
        },
        demo);

    /// <summary>How many some work sends.</summary>
    public async Task<int> OfAsync(Func<Task> work)
    {
        var before = Count;
        await work();
        return Count - before;
    }

    /// <summary>
    /// How many each page sends, as <c>/people: 9</c>. Each is opened before: a change makes a node read some things anew once. Who just changed
    /// something makes a node of several look first (one statement, for three seconds): that is not a matter of the list.
    /// </summary>
    public async Task<IReadOnlyList<string>> OfPagesAsync(TestBrowser browser, params string[] pages)
    {
        var counts = new List<string>();
        foreach (var page in pages)
        {
            await browser.PageAsync(page);
            browser.LetChangesSettle();
            counts.Add(FormattableString.Invariant($"{page}: {await OfAsync(() => browser.PageAsync(page))}"));
        }

        return counts;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count++;
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}

/// <summary>Hosts that do nothing by themselves.</summary>
public static class Workers
{
    /// <summary>Takes away what runs beside the requests: jobs, watches.</summary>
    public static void WithoutWorkers(this IServiceCollection services)
    {
        foreach (var worker in services.Where(s => s.ServiceType == typeof(IHostedService)).ToList()) services.Remove(worker);
    }
}
