using System.Net;
using System.Text.Json;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Texts;
using Entente.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Api.Tests;

/// <summary>The description of the API: every operation has what a reader and a generator of clients need.</summary>
public sealed class DocumentTests
{
    [Fact]
    public async Task Every_operation_is_described_in_full()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        using var browser = host.Browser();
        var document = JsonDocument.Parse(await browser.PageAsync("/openapi/v1.json")).RootElement;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(document.GetProperty("servers").EnumerateArray());
        Assert.Equal("Apache-2.0", document.GetProperty("info").GetProperty("license").GetProperty("identifier").GetString());
        var tags = document.GetProperty("tags").EnumerateArray().Select(t => t.GetProperty("name").GetString()).ToHashSet(StringComparer.Ordinal);
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Verb: o.Name, Operation: o.Value))).ToList();
        var mapped = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.Count(e => e.Metadata.GetMetadata<EndpointAccess>()?.Kind == AccessKind.Token);
        Assert.Equal(mapped, operations.Count);
        Assert.Equal(operations.Count, operations.Select(o => o.Operation.GetProperty("operationId").GetString()).Distinct(StringComparer.Ordinal).Count());
        var wrong = new List<string>();
        foreach (var (path, verb, operation) in operations)
        {
            void Check(bool fits, string what)
            {
                if (!fits) wrong.Add($"{verb} {path}: {what}");
            }

            Check(operation.GetProperty("summary").GetString()!.EndsWith('.'), "summary");
            Check(operation.GetProperty("tags").EnumerateArray().All(t => tags.Contains(t.GetString())), "tags");
            Check(operation.GetProperty("security")[0].TryGetProperty("token", out _), "security");
            var answers = operation.GetProperty("responses").EnumerateObject().ToDictionary(r => r.Name, r => r.Value, StringComparer.Ordinal);
            Check(answers.Keys.Any(s => s[0] == '2') && answers.ContainsKey("401") && answers.ContainsKey("403") && answers.ContainsKey("429"), "responses");
            Check(answers.Where(a => a.Key != "304").All(a => a.Value.GetProperty("content").EnumerateObject().All(c => c.Value.TryGetProperty("schema", out _) && c.Value.TryGetProperty("example", out _))), "examples of answers");
            Check(verb == "get" || operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _), "example of the body");
            var named = operation.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).ToHashSet(StringComparer.Ordinal);
            Check(path.Contains("{id}", StringComparison.Ordinal) == named.Contains("id"), "the id");
            Check(verb != "put" || named.Contains("If-Match"), "If-Match");
            Check(operation.GetProperty("parameters").EnumerateArray().All(p => p.GetProperty("description").GetString()!.Length > 0 && p.TryGetProperty("schema", out _)), "parameters");
        }

        Assert.Empty(wrong);
        var agreement = document.GetProperty("components").GetProperty("schemas").GetProperty("AgreementJson").GetProperty("properties");
        Assert.Equal(("\"string\"", "\"integer\"", "\"string\""), (TypeOf(agreement, "id"), TypeOf(agreement, "version"), TypeOf(agreement, "state")));
        Assert.Equal("[\"null\",\"string\"]", TypeOf(agreement, "lastDay"));
        Assert.Equal(["#/components/schemas/AgreementJson"], References(document).Where(r => r.EndsWith("AgreementJson", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));
        Assert.Empty(References(document).Where(r => !Leads(document, r)));
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/organisations")]
    public async Task What_is_not_there_is_a_problem_too(string path)
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        using var browser = host.Browser();
        using var answer = await browser.Http.GetAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Every_scope_and_every_kind_told_has_its_words()
    {
        await using var host = await RunningHost.StartAsync(Engine.Sqlite);
        var texts = host.Services.GetRequiredService<TextCatalog>();
        Assert.Empty(host.Services.GetRequiredService<ApiScopes>().All.Where(s => !texts.Has("api.scope." + s)));
        Assert.Empty(host.Services.GetServices<IApiPart>().SelectMany(p => p.Kinds).Where(k => !texts.Has("webhooks.kind." + k.Kind)).Select(k => k.Kind));
    }

    private static string TypeOf(JsonElement properties, string name) => JsonSerializer.Serialize(properties.GetProperty(name).GetProperty("type"));

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static bool Leads(JsonElement document, string reference)
    {
        var at = document;
        return reference[2..].Split('/').All(part => at.ValueKind == JsonValueKind.Array
            ? int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var index) && index < at.GetArrayLength() && (at = at[index]).ValueKind != JsonValueKind.Undefined
            : at.TryGetProperty(part, out at));
    }
}
