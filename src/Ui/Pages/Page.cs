using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Entente.Ui.Pages;

/// <summary>Answers with a page: a component whose one parameter is its <c>Model</c>.</summary>
public static class Page
{
    /// <summary>The page, status 200.</summary>
    public static RazorComponentResult<TPage> Show<TPage>(object model)
        where TPage : IComponent => new(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model }) { PreventStreamingRendering = true };

    /// <summary>The page with what is wrong beside its fields, status 422.</summary>
    public static RazorComponentResult<TPage> Refuse<TPage>(object model)
        where TPage : IComponent
    {
        var page = Show<TPage>(model);
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    /// <summary>Goes to an address after a change was made.</summary>
    public static IResult SeeOther(string address) => Results.Extensions.SeeOther(address);
}

/// <summary>Redirects after a change, so that a reload repeats nothing.</summary>
public static class SeeOtherResults
{
    /// <summary>303 See Other.</summary>
    public static IResult SeeOther(this IResultExtensions results, string address) => new SeeOtherResult(address);

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
