using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Entente.Foundation.Tests.Webhooks;

/// <summary>A real listener that messages are sent to; answers what it is told to.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<Received> Messages { get; } = new();

    /// <summary>What it answers next, the last of them from then on.</summary>
    public ConcurrentQueue<HttpStatusCode> Answers { get; } = new();

    public Uri Address => new(app.Urls.First() + "/hook");

    public static async Task<Receiver> StartAsync(params HttpStatusCode[] answers)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new Receiver(app);
        foreach (var answer in answers) receiver.Answers.Enqueue(answer);
        app.MapPost("/hook", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var answer = Answers.TryPeek(out var next) ? next : HttpStatusCode.NoContent;
        if (Answers.Count > 1) Answers.TryDequeue(out _);
        Messages.Enqueue(new(context.Request.Headers["webhook-id"]!, context.Request.Headers["webhook-timestamp"]!, context.Request.Headers["webhook-signature"]!, body, answer));
        context.Response.StatusCode = (int)answer;
    }
}

/// <summary>A message as it came.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, string Body, HttpStatusCode Answered);
