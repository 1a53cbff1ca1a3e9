using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Entente.Testing;

/// <summary>A web server on a socket of the loopback that takes what is posted to it and answers as a test says.</summary>
public sealed class HttpSink : IAsyncDisposable
{
    private readonly WebApplication app;

    private HttpSink(WebApplication app) => this.app = app;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => app.Urls.First();

    /// <summary>What was posted, in order.</summary>
    public ConcurrentQueue<Posted> Taken { get; } = new();

    /// <summary>What the next requests are answered: status and body; 200 and the usual body when they are used up.</summary>
    public ConcurrentQueue<(int Status, string Body)> Answers { get; } = new();

    /// <summary>The body of an answer where none is queued.</summary>
    public string Usual { get; set; } = """{"errcode":0,"errmsg":"ok"}""";

    public static async Task<HttpSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new HttpSink(builder.Build());
        sink.app.Run(sink.AnswerAsync);
        await sink.app.StartAsync();
        return sink;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Taken.Enqueue(new(context.Request.Path, context.Request.QueryString.Value ?? "", body, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        var (status, answer) = Answers.TryDequeue(out var next) ? next : (200, Usual);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer);
    }
}

/// <summary>Something that was posted.</summary>
public sealed record Posted(string Path, string Query, string Body, IReadOnlyDictionary<string, string> Headers);
