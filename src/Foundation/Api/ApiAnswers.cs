using System.Collections.Concurrent;
using System.Security.Cryptography;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Entente.Foundation.Api;

/// <summary>An answer as bytes, with the tag that names exactly these bytes.</summary>
internal sealed class ApiAnswer(byte[] body, bool isWeak)
{
    private static readonly StringValues Json = "application/json; charset=utf-8";

    public byte[] Body { get; } = body;

    public string Tag { get; } = (isWeak ? "W/\"" : "\"") + Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12)) + "\"";

    /// <summary>The address of the next page, as a header.</summary>
    public string? Link { get; init; }

    public long Stamp { get; init; }

    /// <summary>Sends it, or 304 where the caller has it.</summary>
    public Task SendAsync(HttpContext context, int status = StatusCodes.Status200OK)
    {
        var headers = context.Response.Headers;
        headers.ETag = Tag;
        if (Link is not null) headers.Link = Link;
        if (status == StatusCodes.Status200OK && HttpMethods.IsGet(context.Request.Method) && EntityTag.IsKnown(context.Request.Headers.IfNoneMatch, Tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        headers.ContentType = Json;
        headers.ContentLength = Body.Length;
        return context.Response.BodyWriter.WriteAsync(Body, context.RequestAborted).AsTask();
    }
}

/// <summary>What was answered lately, to each token by itself, until any record changes.</summary>
internal sealed class ApiAnswers
{
    private const int MostAnswers = 2_000;
    private const long MostBytes = 32 * 1024 * 1024;
    private readonly ConcurrentDictionary<(Guid Token, string Path, string Query), ApiAnswer> answers = new();
    private long bytes;

    public ApiAnswer? Find(Guid token, HttpRequest request, long stamp) =>
        answers.TryGetValue(KeyOf(token, request), out var answer) && answer.Stamp == stamp ? answer : null;

    public void Keep(Guid token, HttpRequest request, ApiAnswer answer)
    {
        if (answer.Body.Length > MostBytes / 16) return;
        if (answers.Count >= MostAnswers || Interlocked.Read(ref bytes) > MostBytes)
        {
            answers.Clear();
            Interlocked.Exchange(ref bytes, 0);
        }

        answers[KeyOf(token, request)] = answer;
        Interlocked.Add(ref bytes, answer.Body.Length);
    }

    private static (Guid Token, string Path, string Query) KeyOf(Guid token, HttpRequest request) =>
        (token, request.Path.Value ?? "", request.QueryString.Value ?? "");
}

/// <summary>Headers every answer of the API has.</summary>
internal static class ApiHeaders
{
    private static readonly StringValues Validate = "private, no-cache";
    private static readonly StringValues ByToken = HeaderNames.Authorization;

    public static void Put(HttpResponse response)
    {
        response.Headers.CacheControl = Validate;
        response.Headers.Vary = ByToken;
    }
}
