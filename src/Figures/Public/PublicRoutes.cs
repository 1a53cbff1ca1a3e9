using Entente.Foundation.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Entente.Figures.Public;

/// <summary>The addresses that carry their language.</summary>
internal static class PublicRoutes
{
    public static RouteGroupBuilder Public(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/{lang:regex(^(en|zh)$)}").OpenToAll();
}
