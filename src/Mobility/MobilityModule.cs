using Entente.Contracts.Figures;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Demo;
using Entente.Foundation.Rooms;
using Entente.Mobility.Allocation;
using Entente.Mobility.Applications;
using Entente.Mobility.Calls;
using Entente.Mobility.Changes;
using Entente.Mobility.Funding;
using Entente.Mobility.Grades;
using Entente.Mobility.Incoming;
using Entente.Mobility.Nominations;
using Entente.Mobility.Papers;
using Entente.Mobility.Reviews;
using Entente.Mobility.Stays;
using Entente.Mobility.TwoDegrees;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility;

/// <summary>The door of the mobility room: calls, applications, allocation, nominations, stays and what came of them.</summary>
public static class MobilityModule
{
    /// <summary>Adds what the room contributes and answers.</summary>
    public static IServiceCollection AddMobility(this IServiceCollection services)
    {
        services.AddRoom<MobilityPermissions>("mobility");
        services.AddSingleton<IPermissionSource, MobilityPermissions>();
        services.AddSingleton<IMenuSource, MobilityMenu>();
        services.AddScoped<IDemoData, Demo.CallsDemo>();
        services.AddScoped<IDemoData, Demo.ReviewsDemo>();
        services.AddScoped<IDemoData, Demo.FundingDemo>();
        services.AddScoped<IDemoData, Demo.GradesDemo>();
        services.AddApi<Api.MobilityApi>();
        services.AddPapers();
        services.AddCalls();
        services.AddApplications();
        services.AddAllocation();
        services.AddReviews();
        services.AddFunding();
        services.AddNominations();
        services.AddIncoming();
        services.AddStays();
        services.AddGrades();
        services.AddChanges();
        services.AddTwoDegrees();
        services.AddSingleton<IFigureSource, MobilityFigures>();
        services.AddScoped<IDemoData, Demo.MobilityDemo>();
        services.AddScoped<IDemoData, Demo.IncomingDemo>();
        return services;
    }

    /// <summary>Maps the room's pages.</summary>
    public static void MapMobility(this IEndpointRouteBuilder routes)
    {
        routes.MapCalls();
        routes.MapApplications();
        routes.MapAllocation();
        routes.MapReviews();
        routes.MapFunding();
        routes.MapNominations();
        routes.MapIncoming();
        routes.MapStays();
        routes.MapGrades();
        routes.MapChanges();
        routes.MapTwoDegrees();
    }
}
