using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Calls;

/// <summary>The part of the room that keeps calls.</summary>
internal static class CallPages
{
    public static void AddCalls(this IServiceCollection services)
    {
        services.AddScoped<CallReading>();
        services.AddScoped<CallForms>();
        services.AddScoped<LinesInForce>();
        services.AddScoped<PlaceOffers>();
        services.AddScoped<PlaceDoor>();
    }

    public static void MapCalls(this IEndpointRouteBuilder routes)
    {
        CallList.Map(routes);
        Forms.KeepForms.Map(routes);
        WriteCall.Map(routes);
        ShowCall.Map(routes);
        KeepPlaces.Map(routes);
        ChangePlace.Map(routes);
        MoveCall.Map(routes);
    }
}
