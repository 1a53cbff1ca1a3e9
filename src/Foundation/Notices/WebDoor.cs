using Entente.Foundation.Webhooks;

namespace Entente.Foundation.Notices;

/// <summary>The way out to other servers: to addresses people chose as <see cref="WebhookReach"/> allows, to those the operator set without that. Redirects are not followed.</summary>
internal sealed class WebDoor(WebhookReach reach) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>To addresses people chose.</summary>
    public HttpClient ToWebhooks { get; } = Client(reach);

    /// <summary>To addresses the operator set.</summary>
    public HttpClient ToRobots { get; } = Client(null);

    public void Dispose()
    {
        ToWebhooks.Dispose();
        ToRobots.Dispose();
    }

    private static HttpClient Client(WebhookReach? reach)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = Patience, PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
        if (reach is not null) handler.ConnectCallback = reach.ConnectAsync;
        return new(handler, disposeHandler: true) { Timeout = Patience };
    }
}
