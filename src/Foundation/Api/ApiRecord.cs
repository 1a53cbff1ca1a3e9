using Microsoft.AspNetCore.Http;

namespace Entente.Foundation.Api;

/// <summary>Answers with one record and its tag.</summary>
public static class ApiRecord
{
    /// <summary>The record, or 404 where the caller sees none.</summary>
    public static IResult Of<TItem>(TItem? item)
        where TItem : class, IApiItem => item is null ? Results.NotFound() : new Answer<TItem>(item, StatusCodes.Status200OK, null);

    /// <summary>The record just made, with its address.</summary>
    public static IResult Created<TItem>(TItem item, string path)
        where TItem : class, IApiItem => new Answer<TItem>(item, StatusCodes.Status201Created, $"{ApiRoutes.Root}{path}/{item.Id}");

    private sealed class Answer<TItem>(TItem item, int status, string? location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (location is not null) httpContext.Response.Headers.Location = location;
            return ApiRun.AnswerAsync(httpContext, ApiJson.Bytes(item), isWeak: false, link: null, status);
        }
    }
}

/// <summary>The running request of the API.</summary>
internal sealed class ApiRun(ApiCaller caller, ApiOperation operation, ApiAnswers answers, Caching.ChangeStamp stamp)
{
    public ApiCaller Caller => caller;

    public ApiOperation Operation => operation;

    /// <summary>The stamp before anything was read, the caller's rights included.</summary>
    public long Stamp => caller.Stamp;

    /// <summary>What was answered to a change, to be kept for its repetition.</summary>
    public (int Status, string? Location, ApiAnswer Answer)? Done { get; private set; }

    /// <summary>Whether the answer is sent later, by whoever holds the transaction.</summary>
    public bool IsHeld { get; set; }

    public ApiAnswer? Known(HttpRequest request) => MayBeKept(request) ? answers.Find(caller.Token, request, Stamp) : null;

    public static Task AnswerAsync(HttpContext context, byte[] body, bool isWeak, string? link, int status = StatusCodes.Status200OK)
    {
        var run = context.Features.Get<ApiRun>() ?? throw new InvalidOperationException("The request did not come through the door of the API.");
        var answer = new ApiAnswer(body, isWeak) { Link = link, Stamp = run.Stamp };
        run.Keep(context, answer, status);

        // Under an Idempotency-Key the answer leaves once it is committed.
        return run.IsHeld ? Task.CompletedTask : answer.SendAsync(context, status);
    }

    private void Keep(HttpContext context, ApiAnswer answer, int status)
    {
        if (operation.Writes) Done = (status, context.Response.Headers.Location, answer);
        else if (MayBeKept(context.Request) && stamp.Current == Stamp) answers.Keep(caller.Token, context.Request, answer);
    }

    private bool MayBeKept(HttpRequest request) => !operation.Writes && !request.Query.ContainsKey("q");
}
