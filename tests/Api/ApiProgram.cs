using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Testing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Entente.Api.Tests;

/// <summary>A program that calls the API with one token.</summary>
internal sealed class ApiProgram : IDisposable
{
    private ApiProgram(RunningHost host, string token)
    {
        Token = token;
        Http = new HttpClient { BaseAddress = new Uri(host.Address) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public HttpClient Http { get; }

    public string Token { get; }

    /// <summary>A token of an account, with every scope unless some are named.</summary>
    public static async Task<ApiProgram> OfAsync(RunningHost host, AccountId account, params string[] scopes) => new(host, await host.InAsync(services =>
        services.GetRequiredService<ApiTokens>().MakeAsync(
            "test", scopes.Length > 0 ? scopes : services.GetRequiredService<ApiScopes>().All, host.Clock.GetCurrentInstant() + Duration.FromDays(30),
            Viewer.Of(account.Value, null, "", []), CancellationToken.None)));

    /// <summary>A token of the same kind for an account of the demonstration school.</summary>
    public static async Task<ApiProgram> OfDemoAsync(RunningHost host, string name, params string[] scopes) =>
        await OfAsync(host, await host.InAsync(services => TestAccounts.FindAsync(services, name + "@qinghe.example")), scopes);

    public async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await Http.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    public async Task<(HttpStatusCode Status, JsonElement Problem, HttpResponseMessage Answer)> ProblemAsync(string path, HttpMethod? method = null, object? body = null, params (string Name, string Value)[] headers)
    {
        var answer = await SendAsync(method ?? HttpMethod.Get, path, body, headers);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement, answer);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request);
    }

    /// <summary>Every item of a list, page by page.</summary>
    public async Task<List<JsonElement>> AllAsync(string path, int limit = 200)
    {
        var all = new List<JsonElement>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await JsonAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}{(cursor.Length > 0 ? "&cursor=" + cursor : "")}");
            all.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        }

        return all;
    }

    public void Dispose() => Http.Dispose();
}
