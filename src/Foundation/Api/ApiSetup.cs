using Entente.Foundation.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Api;

/// <summary>How the API is added, and how a room adds its part.</summary>
public static class ApiSetup
{
    /// <summary>Adds what a room shows through the API.</summary>
    public static IServiceCollection AddApi<TPart>(this IServiceCollection services)
        where TPart : class, IApiPart => services.AddSingleton<IApiPart, TPart>();

    internal static void AddApi(this IServiceCollection services)
    {
        services.AddScoped<ApiTokens>();
        services.AddSingleton<ApiCallers>();
        services.AddSingleton<ApiLimits>();
        services.AddSingleton<ApiAnswers>();
        services.AddSingleton<ApiScopes>();
        services.AddSingleton(provider => new ApiGuide(provider.GetRequiredService<EndpointDataSource>(), provider.GetRequiredService<ApiLimits>()));
        services.AddRecurringJob<ClearApiRequests, ClearApiRequestsHandler>("50 3 * * *");
        ApiDocument.Add(services);
    }

    internal static void MapApi(this IEndpointRouteBuilder routes)
    {
        foreach (var part in routes.ServiceProvider.GetServices<IApiPart>()) part.Map(new ApiRoutes(routes, part.Room));
        ApiDocument.Map(routes);
    }

    internal static IApplicationBuilder UseApi(this IApplicationBuilder app) => app.UseMiddleware<ApiDoor>();
}

/// <summary>The scopes there are: of every room that shows something to read, and of those that let something be written.</summary>
public sealed class ApiScopes(EndpointDataSource routes)
{
    /// <summary>Every scope, in the order of the rooms.</summary>
    public IReadOnlyList<string> All { get; } =
        [.. routes.Endpoints.Select(e => e.Metadata.GetMetadata<ApiOperation>()?.Scope).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>A kind of record whose changes are told by webhooks.</summary>
/// <param name="Kind">Room and thing: <c>partners.agreement</c>; its words are the text <c>webhooks.kind.{kind}</c>.</param>
/// <param name="Record">The record's type; its rows of the log are what is told.</param>
/// <param name="Path">Where the API gives it, after the root: <c>/agreements</c>.</param>
/// <param name="Visible">Of these keys, those the viewer may see.</param>
public sealed record ApiRecordKind(
    string Kind, Type Record, string Path, Func<Data.AppDbContext, Access.Viewer, IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyList<Guid>>> Visible);
