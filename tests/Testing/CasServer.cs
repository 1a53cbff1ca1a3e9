using System.Collections.Concurrent;
using System.Net;
using System.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Entente.Testing;

/// <summary>A small CAS 3.0 server on a socket of the loopback: tickets for one use and one service, and answers that a test may bend.</summary>
public sealed class CasServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (string Service, string User)> tickets = new(StringComparer.Ordinal);
    private int count;

    private CasServer(WebApplication app) => this.app = app;

    /// <summary>Its address, as the setting takes it.</summary>
    public string Address => app.Urls.First() + "/cas";

    /// <summary>Who signs in there.</summary>
    public string User { get; set; } = "u1";

    /// <summary>Attributes told of the user.</summary>
    public List<(string Name, string Value)> Attributes { get; } = [];

    /// <summary>What it answers instead, word for word.</summary>
    public string? Instead { get; set; }

    /// <summary>Whether it never answers when asked about a ticket.</summary>
    public bool Hangs { get; set; }

    /// <summary>The services it was asked to validate for.</summary>
    public List<string> Asked { get; } = [];

    public static async Task<CasServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var cas = new CasServer(app);
        app.MapGet("/cas/login", (string service) => Results.Redirect(service + (service.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "ticket=" + cas.TicketFor(service)));
        app.MapGet("/cas/p3/serviceValidate", (string service, string ticket, CancellationToken cancellation) => cas.ValidateAsync(service, ticket, cancellation));
        app.MapGet("/cas/logout", () => "left");
        await app.StartAsync();
        return cas;
    }

    /// <summary>A ticket for a service, as if somebody had signed in for it.</summary>
    public string TicketFor(string service)
    {
        var ticket = "ST-" + Interlocked.Increment(ref count) + "-test";
        tickets[ticket] = (service, User);
        return ticket;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task<IResult> ValidateAsync(string service, string ticket, CancellationToken cancellation)
    {
        Asked.Add(service);
        if (Hangs) await Task.Delay(Timeout.Infinite, cancellation);
        if (Instead is { } answer) return Results.Text(answer, "application/xml");
        if (!tickets.TryRemove(ticket, out var issued)) return Failure("INVALID_TICKET");
        if (issued.Service != service) return Failure("INVALID_SERVICE");
        var attributes = string.Concat(Attributes.Select(a => $"<cas:{a.Name}>{SecurityElement.Escape(a.Value)}</cas:{a.Name}>"));
        return Xml($"<cas:authenticationSuccess><cas:user>{SecurityElement.Escape(issued.User)}</cas:user><cas:attributes>{attributes}</cas:attributes></cas:authenticationSuccess>");
    }

    private static IResult Failure(string code) => Xml($"<cas:authenticationFailure code=\"{code}\">no</cas:authenticationFailure>");

    private static IResult Xml(string inner) => Results.Text($"<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\">{inner}</cas:serviceResponse>", "application/xml", statusCode: (int)HttpStatusCode.OK);
}
