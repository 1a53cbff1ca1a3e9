using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Entente.Foundation.Api;

/// <summary>Describes one operation: parameters, body, every answer it can give, with examples.</summary>
internal static class ApiDescription
{
    private const string Json = "application/json";
    private const string Problem = "Problem";

    public static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var what = context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Single();
        var document = context.Document!;
        operation.OperationId = what.Id;
        operation.Summary = what.Summary;
        operation.Description = $"Scope `{what.Scope}`" + (what.Permission is { } permission ? $"; permission `{permission}` of the token's account." : ".");
        Tag(document, what.Room);
        operation.Tags = new HashSet<OpenApiTagReference> { new(what.Room, document) };
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(ApiDocument.Token, document)] = [] }];
        operation.Parameters = [.. ParametersOf(what, context.Description.RelativePath ?? "")];
        operation.RequestBody = what.Body is null ? null : new OpenApiRequestBody { Required = true, Content = Of(Json, ApiShapes.SchemaOf(what.Body), ApiShapes.SampleOf(what.Body)) };
        await NameAsync(document, what.Item.Name, () => context.GetOrCreateSchemaAsync(what.Item, null, cancellation));
        if (document.Components?.Schemas?.ContainsKey(Problem) != true) document.AddComponent(Problem, ApiShapes.Problem());
        operation.Responses = ResponsesOf(what, document, context.Description.RelativePath ?? "");
    }

    private static async Task NameAsync(OpenApiDocument document, string name, Func<Task<OpenApiSchema>> make)
    {
        if (document.Components?.Schemas?.ContainsKey(name) != true) document.AddComponent(name, await make());
    }

    private static void Tag(OpenApiDocument document, string room)
    {
        document.Tags ??= new HashSet<OpenApiTag>();
        if (document.Tags.All(t => t.Name != room)) document.Tags.Add(new OpenApiTag { Name = room, Description = $"What the room {room} keeps." });
    }

    private static IEnumerable<IOpenApiParameter> ParametersOf(ApiOperation what, string path)
    {
        if (path.Contains("{id}", StringComparison.Ordinal))
            yield return new OpenApiParameter { Name = "id", In = ParameterLocation.Path, Required = true, Description = "The record's id, as it stands in addresses.", Schema = Text() };
        foreach (var filter in what.Filters)
            yield return new OpenApiParameter { Name = filter.Name, In = ParameterLocation.Query, Description = filter.Text, Schema = Text([.. filter.Words]) };
        if (what.Verb == ApiVerb.List)
        {
            yield return new OpenApiParameter
            {
                Name = "limit",
                In = ParameterLocation.Query,
                Description = "How many items at most.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{ApiQuery.MostLimit}", Default = ApiQuery.UsualLimit },
            };
            yield return new OpenApiParameter { Name = "cursor", In = ParameterLocation.Query, Description = "The member next of the page before.", Schema = Text() };
        }

        if (what.KnowsChanges)
            yield return new OpenApiParameter { Name = "updatedSince", In = ParameterLocation.Query, Description = "Only records changed at or after this moment.", Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" } };
        if (what.Verb == ApiVerb.Replace)
            yield return new OpenApiParameter { Name = "If-Match", In = ParameterLocation.Header, Required = true, Description = "The ETag of the record as it was read.", Schema = Text() };
        else if (what.Verb == ApiVerb.Create)
            yield return new OpenApiParameter { Name = "Idempotency-Key", In = ParameterLocation.Header, Description = "A word of your choice: the same request sent again under it within a day makes nothing twice.", Schema = Text() };
        else
            yield return new OpenApiParameter { Name = "If-None-Match", In = ParameterLocation.Header, Description = "The ETag one has already.", Schema = Text() };
    }

    private static OpenApiResponses ResponsesOf(ApiOperation what, OpenApiDocument document, string path)
    {
        var item = new OpenApiSchemaReference(what.Item.Name, document);
        var sample = ApiShapes.SampleOf(document.Components!.Schemas![what.Item.Name]);
        var responses = new OpenApiResponses
        {
            [what.Verb == ApiVerb.Create ? "201" : "200"] = what.Verb == ApiVerb.List
                ? new OpenApiResponse { Description = "A page.", Content = Of(Json, PageOf(item), new JsonObject { ["items"] = new JsonArray(sample), ["next"] = null }) }
                : new OpenApiResponse { Description = "The record, with its ETag.", Content = Of(Json, item, sample) },
        };
        if (!what.Writes) responses["304"] = new OpenApiResponse { Description = "Nothing changed since." };
        foreach (var (status, code, text) in ProblemsOf(what, path))
            responses[status] = new OpenApiResponse { Description = text, Content = Of("application/problem+json", new OpenApiSchemaReference(Problem, document), ApiShapes.ProblemSample(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), code, text)) };
        return responses;
    }

    private static IEnumerable<(string Status, string? Code, string Text)> ProblemsOf(ApiOperation what, string path)
    {
        yield return ("400", "wrong-parameter", "A parameter or the body cannot be read.");
        yield return ("401", "invalid-token", "No token, or one that does not work.");
        yield return ("403", "scope-missing", "The token lacks the scope, or its account the permission.");
        if (path.Contains("{id}", StringComparison.Ordinal)) yield return ("404", null, "There is no such record, or none that the account sees.");
        if (what.Writes)
        {
            yield return ("409", "exists", "It stands against what is there.");
            if (what.Verb == ApiVerb.Replace) yield return ("412", "stale", "The record changed since it was read.");
            yield return ("413", "too-large", "The body is too large.");
            yield return ("415", "not-json", "The body is no JSON.");
            yield return ("422", "invalid", "Something sent is wrong; errors says what and where.");
            if (what.Verb == ApiVerb.Replace) yield return ("428", "no-if-match", "If-Match is missing.");
        }

        yield return ("429", "too-many", "Too many requests; Retry-After says how long to wait.");
    }

    private static OpenApiSchema PageOf(IOpenApiSchema item) => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string>(StringComparer.Ordinal) { "items", "next" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["items"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = item },
            ["next"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "The cursor of the next page; null on the last." },
        },
    };

    private static Dictionary<string, OpenApiMediaType> Of(string type, IOpenApiSchema schema, JsonNode? example) =>
        new(StringComparer.Ordinal) { [type] = new OpenApiMediaType { Schema = schema, Example = example } };

    private static OpenApiSchema Text(params string[] words) => new() { Type = JsonSchemaType.String, Enum = words.Length == 0 ? null : [.. words.Select(w => JsonValue.Create(w))] };
}
