using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Entente.Testing;

/// <summary>
/// A reverse proxy before several nodes: each request goes to the next node in turn, whoever asks; a node that does not listen is passed
/// over. It keeps nothing, so whatever a page needs from the one before must be in the database.
/// </summary>
public sealed class Balancer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly IReadOnlyList<string> nodes;
    private readonly int[] answered;
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    private int turn = -1;

    private Balancer(IReadOnlyList<string> nodes)
    {
        this.nodes = nodes;
        answered = new int[nodes.Count];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Services.AddHttpForwarder();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(ForwardAsync);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => app.Urls.First();

    /// <summary>How many requests each node answered.</summary>
    public IReadOnlyList<int> Answered => answered;

    public static async Task<Balancer> StartAsync(params IReadOnlyList<string> nodes)
    {
        var balancer = new Balancer(nodes);
        await balancer.app.StartAsync();
        return balancer;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        var forwarder = context.RequestServices.GetRequiredService<IHttpForwarder>();
        for (var tried = 0; tried < nodes.Count; tried++)
        {
            var node = (int)((uint)Interlocked.Increment(ref turn) % nodes.Count);
            context.Request.Body.Position = 0;
            var error = await forwarder.SendAsync(context, nodes[node], http, ForwarderRequestConfig.Empty, new KeepHost());
            if (error == ForwarderError.None)
            {
                Interlocked.Increment(ref answered[node]);
                return;
            }

            if (error != ForwarderError.Request || context.Response.HasStarted) return;
            context.Response.Clear();
        }
    }

    /// <summary>The host stays the one the browser named, as <c>proxy_set_header Host $host</c> does.</summary>
    private sealed class KeepHost : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.Headers.Host = httpContext.Request.Host.Value;
            proxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-For", httpContext.Connection.RemoteIpAddress?.ToString());
            proxyRequest.Headers.TryAddWithoutValidation("X-Forwarded-Proto", httpContext.Request.Scheme);
        }
    }
}
