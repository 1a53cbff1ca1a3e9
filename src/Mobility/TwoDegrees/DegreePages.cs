using Entente.Contracts.Safeguards;
using Entente.Foundation.Events;
using Entente.Foundation.Files;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.TwoDegrees;

/// <summary>The part of the room that keeps the way to the degrees of two institutions.</summary>
internal static class DegreePages
{
    public static void AddTwoDegrees(this IServiceCollection services)
    {
        services.AddScoped<DegreeRules>();
        services.AddScoped<DegreeReading>();
        services.AddScoped<MilestoneDuties>();
        services.AddScoped<IHear<ObligationFulfilled>, HearMilestone>();
        services.AddScoped<IFileGuard, MilestoneFiles>();
    }

    public static void MapTwoDegrees(this IEndpointRouteBuilder routes)
    {
        ShowDegrees.Map(routes);
        KeepMilestones.Map(routes);
    }
}
