using Entente.Contracts.Safeguards;
using Entente.Foundation.Links;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Nominations;

/// <summary>The part of the room that puts students before partners.</summary>
internal static class NominationPages
{
    public static void AddNominations(this IServiceCollection services)
    {
        services.AddScoped<NominationReading>();
        services.AddLinkPurpose<AnswerNomination>();
        services.AddScoped<ICheck, AgreementInForce>();
        services.AddScoped<ICheck, PlaceAccepted>();
        services.AddScoped<ICheck, ApplicationComplete>();
        services.AddScoped<ICheck, EnoughDaysAhead>();
    }

    public static void MapNominations(this IEndpointRouteBuilder routes) => Nominate.Map(routes);
}
