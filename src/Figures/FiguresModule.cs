using Entente.Foundation.Rooms;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Figures;

/// <summary>The door of the room: definitions, values, vintages, the public site.</summary>
public static class FiguresModule
{
    /// <summary>Adds what the room contributes and answers.</summary>
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddRoom<FiguresPermissions>("figures");
        return services;
    }

    /// <summary>Maps the room's pages.</summary>
    public static void MapFigures(this IEndpointRouteBuilder routes)
    {
    }
}
