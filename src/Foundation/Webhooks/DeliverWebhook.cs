using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Foundation.Webhooks;

/// <summary>Sends one message.</summary>
internal sealed record DeliverWebhook(Guid Delivery) : IJobPayload
{
    public static string Kind => "foundation.deliver-webhook";
}

/// <summary>
/// At least once: where the house falls between the other side's yes and the commit, the message goes again under the same
/// <c>webhook-id</c>, by which the receiver knows it. What fails is tried by the jobs' schedule.
/// </summary>
internal sealed class DeliverWebhookHandler(WebhookClient client, IViewerSource viewers, IServiceScopeFactory scopes) : IJob<DeliverWebhook>
{
    public async Task RunAsync(DeliverWebhook payload, JobRun run, CancellationToken cancellation)
    {
        var delivery = await run.Db.Set<WebhookDelivery>().SingleOrDefaultAsync(d => d.Id == payload.Delivery, cancellation);
        if (delivery is not { State: DeliveryState.Waiting }) return;
        var webhook = await run.Db.Set<Webhook>().ViewerNamed().AsNoTracking().SingleAsync(w => w.Id == delivery.WebhookId, cancellation);
        if (webhook.StoppedAt is not null || !(await viewers.OfAccountAsync(webhook.Account, cancellation)).IsSignedIn)
        {
            delivery.State = DeliveryState.Held;
            return;
        }

        var (status, error) = await client.SendAsync(webhook, delivery, run.Now, cancellation);
        (delivery.Attempts, delivery.Status, delivery.Error, delivery.FinishedAt) = (delivery.Attempts + 1, status, error, run.Now);
        if (error is null)
        {
            delivery.State = DeliveryState.Delivered;
            if (webhook.Failures > 0) await scopes.BesideAsync(db => Of(db, webhook.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.Failures, 0), cancellation));
            return;
        }

        await scopes.BesideAsync(db => CountAsync(db, webhook.Id, status == (int)HttpStatusCode.Gone, cancellation));
        if (run.Attempt < Backoff.LastAttempt)
        {
            // The failed attempt is undone with its transaction; what went wrong is written beside it.
            await scopes.BesideAsync(db => db.Set<WebhookDelivery>().Where(d => d.Id == delivery.Id).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.Attempts, delivery.Attempts).SetProperty(d => d.Status, status).SetProperty(d => d.Error, error), cancellation));
            throw new HttpRequestException(error);
        }

        delivery.State = DeliveryState.Failed;
    }

    private static async Task<int> CountAsync(AppDbContext db, Id<WebhookTag> id, bool isGone, CancellationToken cancellation)
    {
        await Of(db, id).ExecuteUpdateAsync(set => set.SetProperty(w => w.Failures, w => w.Failures + 1), cancellation);
        var webhook = await Of(db, id).SingleAsync(cancellation);
        if (webhook.StoppedAt is not null || (!isGone && webhook.Failures < Webhook.MostFailures)) return 0;
        (webhook.StoppedAt, webhook.Stop) = (db.Write.Now, isGone ? WebhookStop.Gone : WebhookStop.Failures);
        db.Write.Action = DeliverWebhook.Kind;
        return await db.SaveChangesAsync(cancellation);
    }

    private static IQueryable<Webhook> Of(AppDbContext db, Id<WebhookTag> id) => db.Set<Webhook>().ViewerNamed().Where(w => w.Id == id);
}

/// <summary>The signature of a message, as Standard Webhooks define it: HMAC-SHA256 over id, moment and body.</summary>
public static class WebhookSignature
{
    /// <summary>The value of the header <c>webhook-signature</c>.</summary>
    /// <param name="secret">The secret as it was shown, with its prefix.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The body, to the byte.</param>
    public static string Of(string secret, string id, string timestamp, string body)
    {
        var key = Convert.FromBase64String(secret.StartsWith(WebhookBoard.SecretPrefix, StringComparison.Ordinal) ? secret[WebhookBoard.SecretPrefix.Length..] : secret);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));
    }

    /// <summary>Puts the three headers of a signed message: by which it is known, when it was sent, and the signature over both and the body.</summary>
    internal static void Put(HttpRequestHeaders headers, string secret, Guid message, Instant now, string body)
    {
        var (id, timestamp) = ("msg_" + message.ToString("N"), Seconds(now));
        headers.Add("webhook-id", id);
        headers.Add("webhook-timestamp", timestamp);
        headers.Add("webhook-signature", Of(secret, id, timestamp, body));
    }

    internal static string Seconds(Instant at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
