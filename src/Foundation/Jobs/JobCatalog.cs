using System.Text.Json;
using Cronos;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Jobs;

/// <summary>A kind of job this node can do.</summary>
internal sealed record JobKind(string Kind, Func<IServiceProvider, string, JobRun, CancellationToken, Task> Run);

/// <summary>Work that comes back: a Cronos expression of five fields, read in the school's time zone.</summary>
internal sealed record RecurringJob(string Kind, string Cron, string Payload);

/// <summary>The kinds of jobs of all rooms.</summary>
internal sealed class JobCatalog(IEnumerable<JobKind> kinds, IEnumerable<RecurringJob> recurring)
{
    private readonly Dictionary<string, JobKind> byKind = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);

    public IReadOnlyList<string> Kinds { get; } = [.. kinds.Select(k => k.Kind)];

    public IReadOnlyList<RecurringJob> Recurring { get; } = [.. recurring];

    public JobKind this[string kind] => byKind[kind];
}

/// <summary>How a room brings its jobs.</summary>
public static class JobRegistration
{
    /// <summary>Adds the handler of a kind of job.</summary>
    public static IServiceCollection AddJob<TPayload, THandler>(this IServiceCollection services)
        where TPayload : IJobPayload
        where THandler : class, IJob<TPayload>
    {
        services.AddScoped<THandler>();
        services.AddSingleton(new JobKind(TPayload.Kind, static (scope, payload, run, cancellation) =>
            scope.GetRequiredService<THandler>().RunAsync(Read<TPayload>(payload), run, cancellation)));
        return services;
    }

    /// <summary>
    /// Adds work that comes back. Each occurrence is one job across all nodes; occurrences missed while nothing ran become one.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="cron">Minute, hour, day, month, weekday, in the school's time zone: <c>0 3 * * *</c>.</param>
    public static IServiceCollection AddRecurringJob<TPayload, THandler>(this IServiceCollection services, string cron)
        where TPayload : IJobPayload, new()
        where THandler : class, IJob<TPayload>
    {
        _ = CronExpression.Parse(cron);
        services.AddSingleton(new RecurringJob(TPayload.Kind, cron, JsonSerializer.Serialize(new TPayload(), JobJson.Options)));
        return services.AddJob<TPayload, THandler>();
    }

    private static TPayload Read<TPayload>(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<TPayload>(payload, JobJson.Options) ?? throw new JobRefusedException("The payload is empty.");
        }
        catch (JsonException wrong)
        {
            throw new JobRefusedException("The payload cannot be read: " + wrong.Message);
        }
    }
}
