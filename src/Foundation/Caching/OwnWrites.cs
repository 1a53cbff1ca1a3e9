using Entente.Foundation.Data;
using Entente.Foundation.Settings;
using Microsoft.AspNetCore.Http;

namespace Entente.Foundation.Caching;

/// <summary>
/// Whoever changed something sees it at once, whichever node answers next. A node notices what another changed within half a second;
/// somebody who just sent a form carries a cookie for that long, and the node that answers looks at the database first.
/// </summary>
internal sealed class OwnWrites(RequestDelegate next, ChangeWatch watch, EntenteSettings settings)
{
    private const string Cookie = "changed";
    private static readonly TimeSpan Carried = TimeSpan.FromSeconds(3);
    private readonly bool mayBeOneOfSeveral = settings.IsPostgres;

    public async Task InvokeAsync(HttpContext context)
    {
        if (mayBeOneOfSeveral)
        {
            if (HttpMethods.IsPost(context.Request.Method)) context.Response.OnStarting(Mark, context);
            else if (context.Request.Cookies.ContainsKey(Cookie)) await watch.LookAsync(context.RequestAborted);
        }

        await next(context);
    }

    private static Task Mark(object state)
    {
        var context = (HttpContext)state;
        if (context.Response.StatusCode < StatusCodes.Status400BadRequest)
            context.Response.Cookies.Append(Cookie, "1", new() { MaxAge = Carried, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true });
        return Task.CompletedTask;
    }
}
