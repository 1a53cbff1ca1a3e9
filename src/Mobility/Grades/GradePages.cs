using Entente.Contracts.Partners;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Grades;

/// <summary>The part of the room that keeps how often grades are given elsewhere and here, and converts by it.</summary>
internal static class GradePages
{
    public static void AddGrades(this IServiceCollection services)
    {
        services.AddScoped<GradeReading>();
        services.AddScoped<GradeConversions>();
        services.AddScoped<IPartnerPanelSource, PartnerGrades>();
    }

    public static void MapGrades(this IEndpointRouteBuilder routes)
    {
        ShowGrades.Map(routes);
        WriteGrades.Map(routes);
    }
}
