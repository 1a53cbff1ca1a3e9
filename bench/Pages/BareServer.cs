using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Entente.Bench.Pages;

/// <summary>The limit pages are held against: Kestrel and nothing else, answering the same bytes, compressed the same.</summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(int port, string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var bodies = System.IO.Directory.GetFiles(folder, "*.br").ToDictionary(f => "/" + Path.GetFileNameWithoutExtension(f), File.ReadAllBytes, StringComparer.Ordinal);
        app.Run(context =>
        {
            if (!bodies.TryGetValue(context.Request.Path.Value ?? "", out var body))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ContentEncoding = "br";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, 0, body.Length);
        });
        await app.RunAsync();
        return 0;
    }
}
