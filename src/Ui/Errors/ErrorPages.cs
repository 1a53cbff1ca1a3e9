using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Entente.Ui.Errors;

/// <summary>
/// Answers people with a page where there is nothing to show or something went wrong: what happened, and where to go on. What asks for
/// anything else than a page (a script, a feed reader) gets the status alone.
/// </summary>
internal static class ErrorPages
{
    public static IApplicationBuilder Use(IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ShowAsync });
        return app.UseStatusCodePages(context => ShowAsync(context.HttpContext));
    }

    private static Task ShowAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || !request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            return Task.CompletedTask;
        Foundation.Web.LanguageChoice.Of(request).Use();
        var status = context.Response.StatusCode;
        context.Response.Headers.CacheControl = "no-store";
        var page = Page.Show<ErrorPage>(new ErrorModel(KindOf(status)));
        page.StatusCode = status;
        return page.ExecuteAsync(context);
    }

    private static string KindOf(int status) => status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => "missing",
        StatusCodes.Status400BadRequest => "stale",
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "closed",
        StatusCodes.Status413PayloadTooLarge => "large",
        StatusCodes.Status429TooManyRequests => "busy",
        < StatusCodes.Status500InternalServerError => "stale",
        _ => "failed",
    };
}

/// <summary>What the page says.</summary>
/// <param name="Kind">The last part of its texts' keys.</param>
public sealed record ErrorModel(string Kind);
