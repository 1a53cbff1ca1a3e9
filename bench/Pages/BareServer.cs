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
        var bodies = System.IO.Directory.GetFiles(folder).Where(f => Path.GetExtension(f) is ".br" or ".json")
            .ToDictionary(f => "/" + Path.GetFileNameWithoutExtension(f), f => (Body: File.ReadAllBytes(f), IsJson: Path.GetExtension(f) == ".json"), StringComparer.Ordinal);
        app.Run(context =>
        {
            if (!bodies.TryGetValue(context.Request.Path.Value ?? "", out var kept))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            var (body, isJson) = kept;
            context.Response.ContentType = isJson ? "application/json; charset=utf-8" : "text/html; charset=utf-8";
            if (!isJson) context.Response.Headers.ContentEncoding = "br";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, 0, body.Length);
        });
        await app.RunAsync();
        return 0;
    }
}
