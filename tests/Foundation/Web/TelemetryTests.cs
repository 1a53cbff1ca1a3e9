using System.Collections.Concurrent;
using System.Text;
using Entente.Foundation.Telemetry;
using Entente.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Entente.Foundation.Tests.Web;

/// <summary>What the operator's instruments are told: the shape of the work, and nobody's name, address, search or secret.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_is_told_of_requests_by_their_pattern_and_of_nobody()
    {
        var told = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            var text = Encoding.Latin1.GetString(body.ToArray());
            told.AddOrUpdate(request.Path, text, (_, before) => before + text);
            return Results.Ok();
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);

        await using (var host = await RunningHost.StartAsync(Engine.Sqlite, b => b.Configuration["Entente:Otlp"] = collector.Urls.First()))
        {
            using var browser = await host.SignedInAsync();
            browser.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Peculiar/7.7");
            await browser.GetAsync("/link/secret-of-a-link");
            await browser.PageAsync("/search?q=Ouyang");
            await browser.PageAsync("/en");
            await browser.PageAsync("/en");
        }

        var traces = told["/v1/traces"];
        Assert.Contains("GET /search", traces, StringComparison.Ordinal);
        Assert.Contains("POST /sign-in", traces, StringComparison.Ordinal);
        var metrics = told["/v1/metrics"];
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("entente.public.answers", metrics, StringComparison.Ordinal);
        foreach (var all in told.Values)
            foreach (var secret in new[] { "secret-of-a-link", "Ouyang", "Peculiar", "example.edu" })
                Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("550 <wang.li+x@tsinghua.example>: no such user", "550 <…@tsinghua.example>: no such user")]
    [InlineData("The server a.example:25 does not answer.", "The server a.example:25 does not answer.")]
    [InlineData("a@b.example, \"c\"@d.example", "…@b.example, \"c\"@d.example")]
    public void A_sentence_of_the_log_names_no_address(string said, string written) => Assert.Equal(written, Unnamed.In(said));
}
