using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Allocation;

/// <summary>The part of the room that allocates places and lets students answer.</summary>
internal static class AllocationPages
{
    public static void AddAllocation(this IServiceCollection services)
    {
        services.AddScoped<Freezing>();
        services.AddScoped<AllocationReading>();
        services.AddScoped<GivenReading>();
        services.AddScoped<PlacementWithdrawal>();
    }

    public static void MapAllocation(this IEndpointRouteBuilder routes)
    {
        RunMechanisms.Map(routes);
        PublishResult.Map(routes);
        AnswerOffer.Map(routes);
    }
}
