using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Stays;

/// <summary>The part of the room that keeps stays.</summary>
internal static class StayPages
{
    public static void AddStays(this IServiceCollection services)
    {
        services.AddScoped<Stays>();
        services.AddScoped<StayDuties>();
        services.AddScoped<StayNames>();
        services.AddScoped<StayPlaces>();
    }

    public static void MapStays(this IEndpointRouteBuilder routes)
    {
    }
}
