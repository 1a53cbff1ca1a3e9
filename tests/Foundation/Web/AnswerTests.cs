using System.Net;
using System.Text.Json;
using Entente.Foundation.Access;
using Entente.Foundation.Jobs;
using Entente.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Tests.Web;

public sealed class AnswerTests
{
    private const string Strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    [Fact]
    public async Task Every_answer_carries_the_headers_and_errors_speak_to_whoever_asked()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite, builder => builder.Services.AddSingleton<IStartupFilter>(new Throwing()));
        using var browser = host.Browser();

        foreach (var path in new[] { "/sign-in", "/en", "/en" })
        {
            var page = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(Strict, page.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("strict-origin-when-cross-origin", page.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains("publickey-credentials-get=self", page.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
            Assert.False(page.Headers.Contains("Server"));
            Assert.Equal(path == "/sign-in", page.Headers.Contains("Set-Cookie"));
            Assert.DoesNotContain(" style=\"", page.Body, StringComparison.Ordinal);
        }

        using var chinese = host.Browser("zh-CN");
        foreach (var (path, status, english, han) in new[]
        {
            ("/nowhere", HttpStatusCode.NotFound, "There is nothing here", "这里没有内容"),
            ("/throw", HttpStatusCode.InternalServerError, "Something went wrong here", "系统出错了"),
        })
        {
            var answer = await browser.GetAsync(path);
            Assert.Equal(status, answer.Status);
            Assert.Contains($"<h1>{english}</h1>", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
            Assert.Contains($"<h1>{han}</h1>", (await chinese.GetAsync(path)).Body, StringComparison.Ordinal);
        }

        Assert.Contains("<h1>这里没有内容</h1>", (await browser.GetAsync("/zh/nowhere")).Body, StringComparison.Ordinal);
        var refused = await browser.PostAsync("/sign-in", ("email", "a@example.edu"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("<h1>That could not be read</h1>", refused.Body, StringComparison.Ordinal);

        using var api = await browser.Http.GetAsync("/api/v1/nothing");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType!.MediaType));
        using var problem = JsonDocument.Parse(await api.Content.ReadAsStringAsync());
        Assert.Equal((404, "There is nothing here"), (problem.RootElement.GetProperty("status").GetInt32(), problem.RootElement.GetProperty("title").GetString()));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Ready_means_database_migrations_and_worker(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var browser = host.Browser();
        var heartbeat = host.Services.GetRequiredService<JobHeartbeat>();
        await heartbeat.FirstLook;
        Assert.True(heartbeat.IsBeating);
        Assert.Equal("ready", (await browser.GetAsync("/readyz")).Body);
        Assert.Equal("ready", (await browser.GetAsync("/readyz")).Body);
        Assert.False(new JobHeartbeat(TimeProvider.System).IsBeating);
    }

    [Fact]
    public async Task Addresses_are_made_once_however_often_they_are_asked_for()
    {
        await using var app = Entente.Web.Host.Build([]);
        var sources = ((IEndpointRouteBuilder)app).DataSources;
        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.Same(source.Endpoints, source.Endpoints));
    }

    private sealed class Throwing : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Use((HttpContext context, RequestDelegate rest) =>
                context.Request.Path == "/throw" ? throw new InvalidOperationException("secret") : rest(context));
        };
    }
}
