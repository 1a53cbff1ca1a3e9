using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Rooms;
using Entente.Safeguards.Answers;
using Entente.Safeguards.Desk;
using Entente.Safeguards.Owed;
using Entente.Ui.Pages;
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
        services.AddSingleton<IPermissionSource, SafeguardsPermissions>();
        services.AddSingleton<IMenuSource, SafeguardsMenu>();
        services.AddScoped<IObligations, Answers.Obligations>();
        services.AddScoped<IFollows, Follows>();
        services.AddScoped<Followed>();
        services.AddScoped<ObligationDoor>();
        services.AddScoped<ObligationDesk>();
        services.AddScoped<IDeskSource>(provider => provider.GetRequiredService<ObligationDesk>());
        services.AddScoped<IDeskNewsSource>(provider => provider.GetRequiredService<ObligationDesk>());
        return services;
    }

    /// <summary>Maps the room's pages.</summary>
    public static void MapSafeguards(this IEndpointRouteBuilder routes)
    {
        ShowDesk.Map(routes);
        FollowRecord.Map(routes);
        ObligationList.Map(routes);
        ShowObligation.Map(routes);
    }
}
