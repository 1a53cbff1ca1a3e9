using Entente.Foundation.Rooms;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards;

/// <summary>The door of the room: approvals, gates and policy packs, obligations, my desk.</summary>
public static class SafeguardsModule
{
    /// <summary>Adds what the room contributes and answers.</summary>
    public static IServiceCollection AddSafeguards(this IServiceCollection services)
    {
        services.AddRoom<SafeguardsPermissions>("safeguards");
        return services;
    }

    /// <summary>Maps the room's pages.</summary>
    public static void MapSafeguards(this IEndpointRouteBuilder routes)
    {
    }
}
