using System.Reflection;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NodaTime;

namespace Entente.Foundation.Api;

/// <summary>The description of the API (OpenAPI 3.1), made once from what the rooms mapped; open to everybody, it holds no record.</summary>
internal sealed class ApiDocument(IServiceProvider services)
{
    public const string Route = "/openapi/v1.json";
    public const string Token = "token";

    private const string Name = "v1";
    private const string About =
        "Lists, records and changes of Entente for programs. A token is made by a signed-in person and is sent in the header Authorization; it acts as that person, within its scopes. "
        + "Lists are given in pages by cursor; records carry an ETag, and changes ask for it as If-Match. Errors are problem details (RFC 9457) with a code.";

    private readonly SemaphoreSlim making = new(1);
    private byte[]? made;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ApiDocument>();
        services.ConfigureHttpJsonOptions(json => ApiJson.Set(json.SerializerOptions));
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
            options.AddSchemaTransformer((schema, context, _) =>
            {
                Shape(schema, context.JsonTypeInfo.Type, context.JsonPropertyInfo?.AttributeProvider as PropertyInfo);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer(ApiDescription.DescribeAsync);
            options.AddDocumentTransformer((document, context, _) =>
            {
                Head(document, context.ApplicationServices.GetRequiredService<EntenteSettings>());
                return Task.CompletedTask;
            });
        });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, async (ApiDocument document, CancellationToken cancellation) =>
        Results.Bytes(await document.BytesAsync(cancellation), "application/json; charset=utf-8")).OpenToAll().ExcludeFromDescription();

    private async Task<byte[]> BytesAsync(CancellationToken cancellation)
    {
        if (made is not null) return made;
        await making.WaitAsync(cancellation);
        try
        {
            if (made is not null) return made;
            var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(cancellation);
            return made = System.Text.Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation));
        }
        finally
        {
            making.Release();
        }
    }

    private static void Shape(OpenApiSchema schema, Type type, PropertyInfo? property)
    {
        if (schema.Enum is { Count: > 0 } words) schema.Type ??= JsonSchemaType.String | (words.Any(w => w is null || w.GetValueKind() == System.Text.Json.JsonValueKind.Null) ? JsonSchemaType.Null : JsonSchemaType.String);
        if (property is not null && schema.Type is { } shape && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull) schema.Type = shape & ~JsonSchemaType.Null;

        if (type == typeof(LocalizedText))
        {
            schema.Type = JsonSchemaType.Object;
            schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String };
            schema.Description = "A text by language (BCP 47): en, zh-Hans.";
        }
        else if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(Instant))
        {
            schema.Type = JsonSchemaType.String | (Nullable.GetUnderlyingType(type) is null ? JsonSchemaType.String : JsonSchemaType.Null);
            schema.Format = "date-time";
        }

        // Every property is written, also where it has no value.
        if (schema.Properties is { Count: > 0 } properties) schema.Required = properties.Keys.ToHashSet(StringComparer.Ordinal);
    }

    private static void Head(OpenApiDocument document, EntenteSettings settings)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Entente",
            Version = Name,
            Description = About,
            Contact = new OpenApiContact { Name = "Whoever runs this installation", Url = new Uri(settings.PublicUrl.GetLeftPart(UriPartial.Authority)) },
            License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
        };
        document.Servers = [new OpenApiServer { Url = settings.PublicUrl.GetLeftPart(UriPartial.Authority) }];

        // The generator's own tags name types of ours; the rooms' are the words of the field.
        document.Tags = document.Tags?.Where(t => t.Description is not null).ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token made under My account, Tokens." },
        };
    }
}
