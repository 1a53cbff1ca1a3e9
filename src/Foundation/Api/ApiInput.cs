using System.Text.Json;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Entente.Foundation.Api;

/// <summary>What a change was sent with: the body as the fields of the page's form, and the state the caller had read.</summary>
public sealed class ApiInput
{
    private const int Deepest = 12;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    private readonly ApiBodyReading reading;
    private readonly string ifMatch;

    private ApiInput(ApiBodyReading reading, string ifMatch, byte[] sent)
    {
        this.reading = reading;
        Sent = sent;
        this.ifMatch = ifMatch;
        Form = new FormReader(new FormCollection(reading.Values));
    }

    /// <summary>The fields, to be read and checked as the page does.</summary>
    public FormReader Form { get; }

    /// <summary>The body as it came.</summary>
    internal byte[] Sent { get; }

    /// <summary>The fields themselves, for forms with rows.</summary>
    public Dictionary<string, StringValues> Values => reading.Values;

    /// <summary>For the binder: what the door read before.</summary>
    public static ValueTask<ApiInput?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<ApiInput>());

    /// <summary>Whether the record is no longer as the caller had read it.</summary>
    public bool IsStale<TItem>(TItem now)
        where TItem : IApiItem
    {
        var tag = new ApiAnswer(ApiJson.Bytes(now), isWeak: false).Tag;
        return ifMatch != "*" && !ifMatch.Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal);
    }

    /// <summary>What is wrong, each beside its place in the body.</summary>
    public IResult Refused(FormReader form) => new ApiProblem(StatusCodes.Status422UnprocessableEntity, "invalid")
    {
        Errors = [.. reading.Wrong, .. form.Errors.Select(e => new ApiError(reading.PointerOf(e.Field), e.TextKey, e.Args))],
    };

    /// <summary>Reads a body, or says what is wrong with it.</summary>
    internal static async Task<(ApiInput? Input, ApiProblem? Problem)> ReadAsync(HttpRequest request, ApiOperation operation, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType()) return (null, new(StatusCodes.Status415UnsupportedMediaType, "not-json"));
        var reading = new ApiBodyReading(operation.Body!);
        using var sent = new MemoryStream();
        await request.Body.CopyToAsync(sent, cancellation);
        try
        {
            using var body = JsonDocument.Parse(sent.ToArray(), Strict);
            if (body.RootElement.ValueKind != JsonValueKind.Object) return (null, new(StatusCodes.Status400BadRequest, "malformed"));
            reading.Read(body.RootElement);
        }
        catch (JsonException)
        {
            return (null, new(StatusCodes.Status400BadRequest, "malformed"));
        }

        return reading.Wrong.Count > 0
            ? (null, new(StatusCodes.Status422UnprocessableEntity, "invalid") { Errors = reading.Wrong })
            : (new(reading, request.Headers.IfMatch.ToString(), sent.ToArray()), null);
    }
}
