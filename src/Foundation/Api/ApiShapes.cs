using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Entente.Foundation.Api;

/// <summary>Shapes of what is sent and given, and a sample that fits each.</summary>
internal static class ApiShapes
{
    private const string SampleId = "0195849f2e1a7c3d9b5e4f60718293a4";

    /// <summary>The shape of a body.</summary>
    public static OpenApiSchema SchemaOf(ApiFields fields)
    {
        var schema = Object();
        foreach (var field in fields.All)
        {
            var within = schema;
            var path = field.Pointer[1..].Split('/');
            foreach (var name in path[..^1])
            {
                if (!within.Properties!.TryGetValue(name, out var inner)) within.Properties[name] = inner = Object();
                within = (OpenApiSchema)inner;
            }

            within.Properties![path[^1]] = SchemaOf(field);
            if (field.IsRequired) (within.Required ??= new HashSet<string>(StringComparer.Ordinal)).Add(path[^1]);
        }

        return schema;
    }

    public static JsonNode? SampleOf(ApiFields fields) => SampleOf(SchemaOf(fields));

    /// <summary>A value that fits a shape.</summary>
    public static JsonNode? SampleOf(IOpenApiSchema schema, string name = "")
    {
        if (schema.Enum is { Count: > 0 } words) return words[0]?.DeepClone();
        var type = (schema.Type ?? JsonSchemaType.Object) & ~JsonSchemaType.Null;
        if (type.HasFlag(JsonSchemaType.Array)) return schema.Items is { } items ? new JsonArray(SampleOf(items, name)) : new JsonArray();
        if (type.HasFlag(JsonSchemaType.Boolean)) return JsonValue.Create(false);
        if (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)) return JsonValue.Create(1);
        if (type.HasFlag(JsonSchemaType.String)) return JsonValue.Create(TextOf(schema, name));
        if (schema.AdditionalProperties is not null) return new JsonObject { ["en"] = "Student exchange", ["zh-Hans"] = "学生交换" };
        var sample = new JsonObject();
        foreach (var (property, inner) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)) sample[property] = SampleOf(inner, property);
        return sample;
    }

    /// <summary>The shape of problem details.</summary>
    public static OpenApiSchema Problem()
    {
        var schema = Object();
        schema.Description = "Problem details (RFC 9457).";
        schema.Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status" };
        foreach (var name in new[] { "type", "title", "detail", "code", "scope", "permission", "parameter", "existing" }) schema.Properties![name] = new OpenApiSchema { Type = JsonSchemaType.String };
        schema.Properties!["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer };
        var error = Object();
        error.Required = new HashSet<string>(StringComparer.Ordinal) { "pointer", "detail" };
        error.Properties!["pointer"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "A JSON pointer into the body, as a fragment." };
        error.Properties["detail"] = new OpenApiSchema { Type = JsonSchemaType.String };
        schema.Properties["errors"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = error };
        return schema;
    }

    public static JsonNode ProblemSample(int status, string? code, string text)
    {
        var sample = new JsonObject { ["type"] = "about:blank", ["title"] = text, ["status"] = status };
        if (code is not null) sample["code"] = code;
        if (code == "invalid") sample["errors"] = new JsonArray(new JsonObject { ["pointer"] = "#/name/en", ["detail"] = "At most 300 characters." });
        return sample;
    }

    private static OpenApiSchema SchemaOf(ApiField field) => field.Kind switch
    {
        ApiFieldKind.Flag => new() { Type = JsonSchemaType.Boolean },
        ApiFieldKind.Number => new() { Type = JsonSchemaType.Number | JsonSchemaType.Null },
        ApiFieldKind.Date => new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date" },
        ApiFieldKind.Rows => new() { Type = JsonSchemaType.Array, Items = SchemaOf(field.Rows!) },
        ApiFieldKind.Lines or ApiFieldKind.Each => new() { Type = JsonSchemaType.Array, Items = Text(field.Words) },
        ApiFieldKind.Word => Text(field.Words),
        _ => field.IsRequired ? Text(field.Words) : new() { Type = JsonSchemaType.String | JsonSchemaType.Null },
    };

    private static OpenApiSchema Object() => new() { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) };

    private static OpenApiSchema Text(IReadOnlyList<string> words) => new() { Type = JsonSchemaType.String, Enum = words.Count == 0 ? null : [.. words.Select(w => JsonValue.Create(w))] };

    private static string TextOf(IOpenApiSchema schema, string name) => (schema.Format, name) switch
    {
        ("date", _) => "2026-09-01",
        ("date-time", _) => "2026-03-12T01:00:00Z",
        (_, "country") => "FR",
        (_, "territory") => "CN",
        (_, "website" or "address") => "https://www.example.edu",
        (_, "email") => "office@example.edu",
        (_, "language" or "languages") => "en",
        (_, "ror") => "013meh722",
        (_, "kind") => "student-exchange",
        (_, "number") => "2026-014",
        (_, "id" or "partner" or "unit" or "units" or "person" or "agreement" or "organisation" or "predecessor" or "parent" or "agreementsInForce") => SampleId,
        _ => "text",
    };
}
