using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Webhooks;

/// <summary>How webhooks are added.</summary>
internal static class WebhooksSetup
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddScoped<WebhookBoard>();
        services.AddSingleton(provider => new WebhookReach(
            provider.GetRequiredService<Settings.EntenteSettings>(), provider.GetService<Microsoft.Extensions.Hosting.IHostEnvironment>()));
        services.AddSingleton<WebhookClient>();
        services.AddJob<TellWebhooks, TellWebhooksHandler>();
        services.AddJob<DeliverWebhook, DeliverWebhookHandler>();
        services.AddRecurringJob<ClearDeliveries, ClearDeliveriesHandler>("40 3 * * *");
    }
}

/// <summary>Every night: forgets messages of more than 30 days ago.</summary>
internal sealed record ClearDeliveries : IJobPayload
{
    public static string Kind => "foundation.clear-deliveries";
}

internal sealed class ClearDeliveriesHandler : IJob<ClearDeliveries>
{
    private static readonly Duration Kept = Duration.FromDays(30);

    public Task RunAsync(ClearDeliveries payload, JobRun run, CancellationToken cancellation)
    {
        var before = run.Now - Kept;
        return run.Db.Set<WebhookDelivery>().Where(d => d.CreatedAt < before).ExecuteDeleteAsync(cancellation);
    }
}
