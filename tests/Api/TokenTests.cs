using System.Net;
using System.Text.Json;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Api.Tests;

/// <summary>What a token opens, and when it stops.</summary>
public sealed class TokenTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Only_a_token_in_the_header_opens_the_api(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var program = await ApiProgram.OfAsync(host, await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator));
        Assert.Equal(JsonValueKind.Array, (await program.JsonAsync("/api/v1/organisations")).GetProperty("items").ValueKind);

        // Neither a session's cookie nor a token in the address.
        using var browser = await host.SignedInAsync();
        foreach (var path in new[] { "/api/v1/organisations", "/api/v1/organisations?access_token=" + program.Token })
        {
            using var answer = await browser.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("Bearer realm=\"entente\"", answer.Headers.WwwAuthenticate.ToString());
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("\"code\":\"no-token\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        program.Http.DefaultRequestHeaders.Authorization = new("Bearer", ApiTokens.Prefix + new string('A', 43));
        var (status, problem, refused) = await program.ProblemAsync("/api/v1/organisations");
        Assert.Equal((HttpStatusCode.Unauthorized, "invalid-token"), (status, problem.GetProperty("code").GetString()));
        Assert.Contains("invalid_token", refused.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_token_without_the_scope_is_told_which_one_is_missing(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        using var program = await ApiProgram.OfAsync(host, await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator), "directory:read");
        await program.JsonAsync("/api/v1/organisations");

        var (status, problem, answer) = await program.ProblemAsync("/api/v1/agreements");
        Assert.Equal((HttpStatusCode.Forbidden, "scope-missing", "partners:read"), (status, problem.GetProperty("code").GetString(), problem.GetProperty("scope").GetString()));
        Assert.Contains("scope=\"partners:read\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);

        (status, problem, _) = await program.ProblemAsync("/api/v1/organisations", HttpMethod.Post, new { name = new { en = "New" }, country = "FR" });
        Assert.Equal((HttpStatusCode.Forbidden, "directory:write"), (status, problem.GetProperty("scope").GetString()));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_scope_gives_nothing_that_the_account_may_not_do_now(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var account = await host.AccountAsync("reader@example.edu", BuiltInRole.Reader);
        using var program = await ApiProgram.OfAsync(host, account);
        await program.JsonAsync("/api/v1/organisations");
        var (status, problem, _) = await program.ProblemAsync("/api/v1/organisations", HttpMethod.Post, new { name = new { en = "New" }, country = "FR" });
        Assert.Equal((HttpStatusCode.Forbidden, "permission-missing", "directory.edit"), (status, problem.GetProperty("code").GetString(), problem.GetProperty("permission").GetString()));

        // The role ends: the same token sees nothing with its next request.
        await host.InAsync(services => TestAccounts.EndRolesAsync(services, account));
        (status, problem, _) = await program.ProblemAsync("/api/v1/organisations");
        Assert.Equal((HttpStatusCode.Forbidden, "directory.view"), (status, problem.GetProperty("permission").GetString()));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task It_stops_when_it_is_revoked_or_expires_or_its_account_is_locked(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine);
        var account = await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator);
        using var first = await ApiProgram.OfAsync(host, account);
        using var second = await ApiProgram.OfAsync(host, account);
        await first.JsonAsync("/api/v1/units");
        await second.JsonAsync("/api/v1/units");

        await host.InAsync(async services =>
        {
            var tokens = services.GetRequiredService<ApiTokens>();
            var viewer = Viewer.Of(account.Value, null, "", []);
            var line = await tokens.Lines(viewer).FirstAsync(t => t.Tail == first.Token.Substring(first.Token.Length - 4));
            Assert.Equal(host.Clock.GetCurrentInstant(), line.UsedAt);
            Assert.True(await tokens.RevokeAsync(line.Id, viewer, CancellationToken.None));
            Assert.False(await tokens.RevokeAsync(line.Id, viewer, CancellationToken.None));
        });
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.ProblemAsync("/api/v1/units")).Status);
        await second.JsonAsync("/api/v1/units");

        await host.InAsync(services => TestAccounts.LockAsync(services, account, isLocked: true));
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.ProblemAsync("/api/v1/units")).Status);
        await host.InAsync(services => TestAccounts.LockAsync(services, account, isLocked: false));
        await second.JsonAsync("/api/v1/units");

        host.Clock.Move(Duration.FromDays(31));
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.ProblemAsync("/api/v1/units")).Status);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Too_many_requests_are_told_when_to_come_again(Engine engine)
    {
        await using var host = await RunningHost.StartAsync(engine, builder => builder.Configuration["Entente:Limits:Api"] = "3");
        var account = await host.AccountAsync("tang@example.edu", BuiltInRole.Coordinator);
        using var program = await ApiProgram.OfAsync(host, account);
        using var other = await ApiProgram.OfAsync(host, account);
        for (var i = 0; i < 3; i++) await program.JsonAsync("/api/v1/units");
        var (status, problem, answer) = await program.ProblemAsync("/api/v1/units");
        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many"), (status, problem.GetProperty("code").GetString()));
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        await other.JsonAsync("/api/v1/units");
    }
}
