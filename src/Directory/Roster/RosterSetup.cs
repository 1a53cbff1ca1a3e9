using Entente.Foundation.Import;
using Entente.Foundation.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Directory.Roster;

/// <summary>The part of the directory's door that is about the university's roster.</summary>
internal static class RosterSetup
{
    public static void AddRoster(this IServiceCollection services)
    {
        services.AddSingleton<RosterSettings>();
        services.AddScoped<Vacancies>();
        services.AddScoped<RosterComparing>();
        services.AddScoped<RosterRuns>();
        services.AddScoped<IImportCommandKind, RosterImport>();
        services.AddScoped<Contracts.Safeguards.IDeskSource, RosterDesk>();
        services.AddRecurringJob<ReadRoster, ReadRosterHandler>(ReadRoster.EveryNight);
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        RosterList.Map(routes);
        ShowRoster.Map(routes);
        SettleDouble.Map(routes);
    }
}
