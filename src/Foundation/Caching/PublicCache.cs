using System.Collections.Concurrent;
using Entente.Foundation.Telemetry;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Entente.Foundation.Caching;

/// <summary>
/// Stands first of all and answers what the public reads from memory. A public address is read without the reader's cookies, so the
/// answer is the same for everybody by construction; it is kept until a record changes or a new day begins, and always validated
/// by its tag, never by its age. Only a plain success that sets no cookie is kept.
/// </summary>
public sealed class PublicCache(RequestDelegate next, PublicAnswers answers, ChangeStamp stamp)
{
    private static readonly StringValues Validate = "public, no-cache";
    private static readonly StringValues ByEncoding = "Accept-Encoding";
    private static readonly HashSet<string> Files = new(["/sitemap.xml", "/feed.xml", "/robots.txt"], StringComparer.Ordinal);
    private readonly ConcurrentDictionary<AnswerKey, Task> making = new();

    /// <summary>Answers from memory, or makes the answer once and keeps it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return next(context);
        var key = new AnswerKey(request.Path.Value ?? "/", request.QueryString.Value ?? "");
        if (answers.Find(key, stamp.Current) is { } answer)
        {
            Signals.Answered(fromMemory: true);
            return SendAsync(context, answer);
        }

        return IsPublic(key.Path) ? MakeAsync(context, key) : next(context);
    }

    /// <summary>Whether an address is for everybody alike: the language's pages, and the files robots read.</summary>
    internal static bool IsPublic(string path) => Files.Contains(path) || Language.All.Any(l =>
        path.Length > l.Segment.Length && path.AsSpan(1).StartsWith(l.Segment, StringComparison.Ordinal)
        && (path.Length == l.Segment.Length + 1 || path[l.Segment.Length + 1] == '/'));

    private async Task MakeAsync(HttpContext context, AnswerKey key)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!making.TryAdd(key, mine.Task))
        {
            if (making.TryGetValue(key, out var others)) await others.WaitAsync(context.RequestAborted);
            await (answers.Find(key, stamp.Current) is { } made ? SendAsync(context, made) : MakeAloneAsync(context, key));
            return;
        }

        try
        {
            await MakeAloneAsync(context, key);
        }
        finally
        {
            making.TryRemove(key, out _);
            mine.SetResult();
        }
    }

    private async Task MakeAloneAsync(HttpContext context, AnswerKey key)
    {
        var before = stamp.Current;
        var body = context.Response.Body;
        var asked = Asked.TakeFrom(context.Request);
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
            asked.GiveBackTo(context.Request);
        }

        if (Keeps(context.Response))
        {
            Signals.Answered(fromMemory: false);
            var answer = new PublicAnswer(before, written.ToArray(), context.Response.ContentType);
            await SendAsync(context, answer);
            if (!context.Response.HasStarted) await context.Response.StartAsync(context.RequestAborted);
            answer.TakeHeaders(context.Response.Headers);
            if (stamp.Current == before) answers.Keep(key, answer);
            return;
        }

        if (context.Response.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)) context.Response.ContentLength = written.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        written.Position = 0;
        await written.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static bool Keeps(HttpResponse response) => response.StatusCode == StatusCodes.Status200OK
        && !response.Headers.ContainsKey(HeaderNames.SetCookie)
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);

    private static Task SendAsync(HttpContext context, PublicAnswer answer)
    {
        var form = answer.In(AnswerEncodings.Of(context.Request));
        var response = context.Response;
        var headers = response.Headers;
        foreach (var header in answer.Headers) headers[header.Key] = header.Value;
        headers.ETag = form.TagHeader;
        headers.Vary = ByEncoding;
        headers.CacheControl = Validate;
        if (EntityTag.IsKnown(context.Request.Headers.IfNoneMatch, form.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            headers.ContentType = default;
            headers.ContentLength = null;
            return Task.CompletedTask;
        }

        headers.ContentType = answer.ContentType;
        if (form.Encoding.Count > 0) headers.ContentEncoding = form.Encoding;
        headers.ContentLength = form.Body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(form.Body, context.RequestAborted).AsTask();
    }

    /// <summary>What the reader's own request says beyond the address; kept away from the making of an answer for all.</summary>
    private sealed record Asked(string Method, KeyValuePair<string, StringValues>[] Headers)
    {
        private static readonly string[] Own =
        [
            HeaderNames.Cookie, HeaderNames.Authorization, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage,
            HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.Range,
        ];

        public static Asked TakeFrom(HttpRequest request)
        {
            var taken = new Asked(request.Method, [.. request.Headers.Where(h => Own.Contains(h.Key, StringComparer.OrdinalIgnoreCase))]);
            foreach (var header in Own) request.Headers.Remove(header);
            request.Method = HttpMethods.Get;
            return taken;
        }

        public void GiveBackTo(HttpRequest request)
        {
            foreach (var header in Headers) request.Headers[header.Key] = header.Value;
            request.Method = Method;
        }
    }
}
