using System.Text;
using NodaTime;

namespace Entente.Foundation.Webhooks;

/// <summary>Sends messages: no redirect is followed, no proxy and no cookie used, and only an address that <see cref="WebhookReach"/> allows is connected to.</summary>
internal sealed class WebhookClient : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private readonly HttpClient http;
    private readonly WebhookReach reach;

    public WebhookClient(WebhookReach reach)
    {
        this.reach = reach;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 16,
            ConnectCallback = reach.ConnectAsync,
        })
        {
            Timeout = Longest,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Entente-Webhooks/1");
    }

    /// <summary>Sends; what the other side answered, and what is wrong with that.</summary>
    public async Task<(int? Status, string? Error)> SendAsync(Webhook webhook, WebhookDelivery delivery, Instant now, CancellationToken cancellation)
    {
        if (!reach.Allows(new Uri(webhook.Address))) return (null, "The address is not one that messages may go to.");
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
        WebhookSignature.Put(request.Headers, webhook.Secret, delivery.Id, now, delivery.Body);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return ((int)answer.StatusCode, answer.IsSuccessStatusCode ? null : $"The other side answered {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException failed)
        {
            return (null, Short(failed.InnerException is WebhookRefusedException refused ? refused.Message : failed.Message));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, FormattableString.Invariant($"No answer within {Longest.TotalSeconds:0} seconds."));
        }
    }

    public void Dispose() => http.Dispose();

    private static string Short(string error) => error.Length <= WebhookDelivery.LongestError ? error : error[..WebhookDelivery.LongestError];
}

/// <summary>A message was not sent because of where it would have gone.</summary>
internal sealed class WebhookRefusedException(string message) : IOException(message);
