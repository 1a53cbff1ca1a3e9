using System.Net;
using Entente.Foundation.Access;
using Entente.Testing;

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
                var expected = route.Verb == "GET" ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized;
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
