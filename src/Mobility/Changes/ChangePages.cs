using Entente.Contracts.Safeguards;
using Entente.Foundation.Files;
using Entente.Foundation.Links;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Changes;

/// <summary>The part of the room that changes stays on request.</summary>
internal static class ChangePages
{
    public static void AddChanges(this IServiceCollection services)
    {
        services.AddScoped<ChangeLines>();
        services.AddScoped<ChangeReading>();
        services.AddScoped<ChangeDuties>();
        services.AddScoped<ChangeTold>();
        services.AddScoped<Granting>();
        services.AddScoped<FurtherPlaces>();
        services.AddScoped<IFileGuard, ChangeFiles>();
        services.AddScoped<IDeskSource, ChangesOnDesk>();
        services.AddLinkPurpose<SignChange>();
        services.AddScoped<ICheck, AgreementOnNewDay>();
        services.AddScoped<ICheck, PlaceForChange>();
        services.AddScoped<ICheck, LongestStay>();
        services.AddScoped<ICheck, ResidencePermit>();
        services.AddScoped<ICheck, FundingOfChange>();
        services.AddScoped<ICheck, NoticeOfChange>();
    }

    public static void MapChanges(this IEndpointRouteBuilder routes)
    {
        AskChange.Map(routes);
        ShowChange.Map(routes);
        DecideChange.Map(routes);
    }
}
