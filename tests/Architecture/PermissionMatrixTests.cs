using System.Net;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Architecture.Tests;

/// <summary>Who reaches what: made from the route table, so that no address can be forgotten, and asked over real HTTP.</summary>
public sealed class PermissionMatrixTests
{
    [Fact]
    public async Task Every_address_says_who_may_reach_it_and_only_they_do()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        var routes = Routes.Of(host.Services);
        Assert.Empty(routes.Where(r => r.Access is null));
        var permissions = Routes.Permissions();
        Assert.Equal(permissions.Count, permissions.DistinctBy(p => p.Id).Count());
        Assert.Empty(routes.Where(r => r.Access!.PermissionId is { } id && permissions.All(p => p.Id != id)));

        using (var nobody = host.Browser())
        {
            var wrong = new List<string>();
            foreach (var route in routes.Where(r => r.Access!.Kind != AccessKind.Everybody))
            {
                var expected = route.Verb == "GET" && route.Access!.Kind != AccessKind.Token ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized;
                if (await AskAsync(nobody, route) is var status && status != expected) wrong.Add($"{route} answers {status} to nobody");
            }

            Assert.Empty(wrong);
        }

        foreach (var role in BuiltInRole.All)
        {
            using var browser = await host.SignedInAsync(role);
            var wrong = new List<string>();
            foreach (var route in routes.Where(r => r.Access!.Kind == AccessKind.Permitted))
            {
                var may = permissions.Single(p => p.Id == route.Access!.PermissionId).Roles.Contains(role, StringComparer.Ordinal);
                var status = await AskAsync(browser, route);
                var fits = may ? MayBe(route, status) : status == HttpStatusCode.NotFound;
                if (!fits) wrong.Add($"{route} ({route.Access!.PermissionId}) answers {status} to {role}, who {(may ? "may" : "may not")}");
            }

            Assert.Empty(wrong);
        }
    }

    [Fact]
    public async Task Every_address_of_the_api_answers_a_token_only_within_its_scopes_and_its_account()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        var routes = Routes.Of(host.Services).Where(r => r.Access?.Kind == AccessKind.Token).ToList();
        Assert.NotEmpty(routes);
        Assert.Equal(routes.Count, routes.Count(r => r.Address.StartsWith(ApiRoutes.Root + "/", StringComparison.Ordinal)));
        var permissions = Routes.Permissions();
        foreach (var role in BuiltInRole.All)
        {
            var account = await host.AccountAsync(role + "@example.edu", role);
            foreach (var isWide in new[] { true, false })
            {
                var token = await host.InAsync(s => s.GetRequiredService<ApiTokens>().MakeAsync(
                    "test", isWide ? s.GetRequiredService<ApiScopes>().All : ["nothing:read"], host.Clock.GetCurrentInstant() + NodaTime.Duration.FromDays(1),
                    Viewer.Of(account.Value, null, "", []), CancellationToken.None));
                using var program = host.Browser();
                program.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
                var wrong = new List<string>();
                foreach (var route in routes)
                {
                    var may = isWide && (route.Access!.PermissionId is not { } id || permissions.Single(p => p.Id == id).Roles.Contains(role, StringComparer.Ordinal));
                    var status = await AskAsync(program, route);
                    var fits = !may ? status == HttpStatusCode.Forbidden
                        : route.Verb == "GET" ? status == (route.HasPlaces ? HttpStatusCode.NotFound : HttpStatusCode.OK)
                        : status == (route.Verb == "PUT" ? HttpStatusCode.PreconditionRequired : HttpStatusCode.UnsupportedMediaType);
                    if (!fits) wrong.Add($"{route} answers {status} to a token of {role}");
                }

                Assert.Empty(wrong);
            }
        }
    }

    // A change without its token is 400 for whoever may; a record that is not there is 404 for everybody.
    private static bool MayBe(Routes.Entry route, HttpStatusCode status) => route.Verb == "GET"
        ? status is HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.Redirect || (route.HasPlaces && status == HttpStatusCode.NotFound)
        : status == HttpStatusCode.BadRequest;

    private static async Task<HttpStatusCode> AskAsync(TestBrowser browser, Routes.Entry route)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Verb), route.Address);
        if (route.Verb != "GET") request.Content = new FormUrlEncodedContent([]);
        using var response = await browser.Http.SendAsync(request);
        return response.StatusCode;
    }
}
