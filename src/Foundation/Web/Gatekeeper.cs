using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Entente.Foundation.Web;

/// <summary>
/// Stands after routing and before every endpoint: names the viewer, refuses what the endpoint's rule does not allow
/// (an unknown or forbidden address is 404 alike), and checks the antiforgery token of every change. An endpoint without a rule is closed.
/// </summary>
public sealed class Gatekeeper(RequestDelegate next)
{
    /// <summary>Lets the request pass, or answers it.</summary>
    public async Task InvokeAsync(HttpContext context, IAntiforgery antiforgery, ViewerHolder holder)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is null)
        {
            await next(context);
            return;
        }

        var access = endpoint.Metadata.GetMetadata<EndpointAccess>();
        if (access is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (access.Kind == AccessKind.Token)
        {
            // The door of the API let it through, and named the viewer.
            await (holder.IsTaken ? next(context) : CloseAsync(context));
            return;
        }

        var viewer = await holder.NameAsync(context);
        if (access.Kind != AccessKind.Everybody && !viewer.IsSignedIn)
        {
            AskToSignIn(context);
            return;
        }

        if (access.Kind == AccessKind.Permitted && !viewer.May(access.PermissionId!))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (Changes(context.Request) && endpoint.Metadata.GetMetadata<WithoutAntiforgery>() is null
            && !await antiforgery.IsRequestValidAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
    }

    private static Task CloseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static bool Changes(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method));

    private static void AskToSignIn(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
            context.Response.Redirect("/sign-in?return=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }
}

/// <summary>Marks a change that carries its own proof instead of a cookie's (a token, a signed link).</summary>
public sealed record WithoutAntiforgery;

/// <summary>The viewer of the running request.</summary>
public sealed class ViewerHolder(WriteContext write, IViewerSource? source = null)
{
    /// <summary>The viewer; the public until named.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Public;

    /// <summary>Whether a token named the viewer.</summary>
    internal bool IsTaken { get; private set; }

    /// <summary>Takes the viewer that a token names.</summary>
    internal void Take(Viewer viewer, string action)
    {
        (Viewer, IsTaken) = (viewer, true);
        (write.Viewer, write.Action) = (viewer, action);
    }

    /// <summary>Finds out who the request comes from.</summary>
    public async Task<Viewer> NameAsync(HttpContext context)
    {
        if (source is not null) Viewer = await source.OfRequestAsync(context, context.RequestAborted);
        write.Viewer = Viewer;
        write.Action = context.GetEndpoint()?.Metadata.GetMetadata<EndpointAccess>()?.PermissionId ?? "change";
        return Viewer;
    }
}
