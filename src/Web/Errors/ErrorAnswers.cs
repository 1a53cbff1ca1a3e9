using Entente.Foundation.Commands;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Entente.Web.Errors;

/// <summary>
/// Gives an answer without content its content: a page for people, problem details (RFC 9457) for programs. What went wrong inside is
/// logged and never shown.
/// </summary>
internal sealed partial class ErrorAnswers(RequestDelegate next, ILogger<ErrorAnswers> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        string? reason = null;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            var status = StatusOf(error);
            if (status is StatusCodes.Status500InternalServerError or StatusCodes.Status507InsufficientStorage) Failed(log, error, context.Request.Method, context.Request.Path);
            reason = (error as RefusedException)?.Message;
            context.Response.Clear();
            context.Response.StatusCode = status;
        }

        var response = context.Response;
        if (response.StatusCode < 400 || response.HasStarted || response.ContentType is not null || response.ContentLength is > 0) return;
        context.SetEndpoint(null);
        await AnswerAsync(context, reason);
    }

    private static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        RefusedException => StatusCodes.Status422UnprocessableEntity,
        _ when FullDisk.IsWhy(error) => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task AnswerAsync(HttpContext context, string? reason)
    {
        LanguageChoice.Of(context.Request).Use();
        var texts = context.RequestServices.GetRequiredService<TextCatalog>();
        var status = context.Response.StatusCode;
        var key = texts.Has($"error.{status}.title") ? $"error.{status}" : "error.other";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return Results.Problem(reason ?? texts[key + ".text"], statusCode: status, title: texts[key + ".title"], type: "about:blank").ExecuteAsync(context);
        context.Response.Headers.CacheControl = "no-store";
        var model = new ErrorModel(texts[key + ".title"], reason ?? texts[key + ".text"]);
        return new RazorComponentResult<ErrorPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        }.ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void Failed(ILogger logger, Exception error, string method, string path);
}

/// <summary>What an error's page says.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Text">What to do.</param>
public sealed record ErrorModel(string Title, string Text);
