using Entente.Foundation.Access;
using Entente.Foundation.Rooms;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners;

/// <summary>The door of the partners' room: agreements, places, balances, the 360° page.</summary>
public static class PartnersModule
{
    /// <summary>Adds what the room contributes and answers.</summary>
    public static IServiceCollection AddPartners(this IServiceCollection services)
    {
        services.AddRoom<PartnersPermissions>("partners");
        services.AddSingleton<IPermissionSource, PartnersPermissions>();
        return services;
    }

    /// <summary>Maps the room's pages.</summary>
    public static void MapPartners(this IEndpointRouteBuilder routes)
    {
    }
}
