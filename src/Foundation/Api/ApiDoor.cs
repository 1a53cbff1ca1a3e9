using Entente.Foundation.Caching;
using Entente.Foundation.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Entente.Foundation.Api;

/// <summary>
/// Guards the API: only a token in the <c>Authorization</c> header opens it (no cookie, so no antiforgery token is needed), only within its
/// scopes and its account's permissions of this moment. Stands after routing and before the gatekeeper.
/// </summary>
internal sealed class ApiDoor(RequestDelegate next, ApiCallers callers, ApiLimits limits, ApiAnswers answers, ChangeStamp stamp)
{
    /// <summary>The largest body taken, in bytes.</summary>
    public const long MostBody = 512 * 1024;

    private const string Scheme = "Bearer ";

    public Task InvokeAsync(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is { } operation
        ? GuardAsync(context, operation)
        : next(context);

    private async Task GuardAsync(HttpContext context, ApiOperation operation)
    {
        ApiHeaders.Put(context.Response);
        var (caller, refused) = await CallerAsync(context);
        if (caller is null)
        {
            await refused!.ExecuteAsync(context);
            return;
        }

        if (limits.Ask(caller.Token) is (false, var wait))
        {
            await ApiProblem.TooMany(context, wait).ExecuteAsync(context);
            return;
        }

        if (Missing(context, operation, caller) is { } missing)
        {
            await missing.ExecuteAsync(context);
            return;
        }

        var run = new ApiRun(caller, operation, answers, stamp);
        if (run.Known(context.Request) is { } known)
        {
            await known.SendAsync(context);
            return;
        }

        context.Features.Set(run);
        if (await PrepareAsync(context, operation) is { } wrong)
        {
            await wrong.ExecuteAsync(context);
            return;
        }

        context.RequestServices.GetRequiredService<ViewerHolder>().Take(caller.Viewer, operation.Permission ?? operation.Id);
        await RunAsync(context, run);
    }

    private async Task<(ApiCaller? Caller, ApiProblem? Problem)> CallerAsync(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (limits.IsHeldBack(address)) return (null, ApiProblem.TooMany(context, TimeSpan.FromSeconds(10)));
        var said = context.Request.Headers.Authorization.ToString();
        if (said.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && await callers.FindAsync(said[Scheme.Length..].Trim(), context.RequestAborted) is { } caller)
            return (caller, null);
        limits.Refuse(address);
        context.Response.Headers.WWWAuthenticate = said.Length == 0 ? "Bearer realm=\"entente\"" : "Bearer realm=\"entente\", error=\"invalid_token\"";
        return (null, new(StatusCodes.Status401Unauthorized, said.Length == 0 ? "no-token" : "invalid-token"));
    }

    private static ApiProblem? Missing(HttpContext context, ApiOperation operation, ApiCaller caller)
    {
        if (!caller.Scopes.Contains(operation.Scope))
        {
            context.Response.Headers.WWWAuthenticate = $"Bearer realm=\"entente\", error=\"insufficient_scope\", scope=\"{operation.Scope}\"";
            return new(StatusCodes.Status403Forbidden, "scope-missing", operation.Scope) { More = One("scope", operation.Scope) };
        }

        return operation.Permission is { } permission && !caller.Viewer.May(permission)
            ? new(StatusCodes.Status403Forbidden, "permission-missing", permission) { More = One("permission", permission) }
            : null;
    }

    private static async Task<ApiProblem?> PrepareAsync(HttpContext context, ApiOperation operation)
    {
        var (query, parameter) = ApiQuery.Read(context.Request, operation);
        if (query is null) return new(StatusCodes.Status400BadRequest, "wrong-parameter", parameter) { More = One("parameter", parameter) };
        context.Features.Set(query);
        if (!operation.Writes) return null;
        if (context.Request.ContentLength > MostBody) return new(StatusCodes.Status413PayloadTooLarge, "too-large", MostBody / 1024);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostBody;
        if (operation.Verb == ApiVerb.Replace && context.Request.Headers.IfMatch.Count == 0) return new(StatusCodes.Status428PreconditionRequired, "no-if-match");
        var (input, problem) = await ApiInput.ReadAsync(context.Request, operation, context.RequestAborted);
        context.Features.Set(input);
        return problem;
    }

    private async Task RunAsync(HttpContext context, ApiRun run)
    {
        try
        {
            if (run.Operation.Verb == ApiVerb.Create && context.Request.Headers[ApiRepetition.Header].ToString() is { Length: > 0 } key)
                await ApiRepetition.RunAsync(context, run, key, context.Features.Get<ApiInput>()!.Sent, context.RequestServices.GetRequiredService<Data.AppDbContext>(), () => next(context));
            else await next(context);
        }
        catch (DbUpdateConcurrencyException) when (!context.Response.HasStarted)
        {
            await ApiProblem.Stale.ExecuteAsync(context);
        }
    }

    private static Dictionary<string, object?> One(string name, object? value) => new(StringComparer.Ordinal) { [name] = value };
}
