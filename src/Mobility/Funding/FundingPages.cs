using Entente.Contracts.Safeguards;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Funding;

/// <summary>The part of the room that keeps money for students abroad: sources, awards, instalments, what it all costs.</summary>
internal static class FundingPages
{
    public static void AddFunding(this IServiceCollection services)
    {
        services.AddScoped<FundingReading>();
        services.AddScoped<AwardReading>();
        services.AddScoped<CostRows>();
        services.AddScoped<CallBudget>();
        services.AddScoped<InstalmentDuties>();
        services.AddScoped<IDeskSource, AwardsOnDesk>();
        services.AddScoped<Reckoned>();
        services.AddScoped<ICheck, NothingLate>();
        services.AddScoped<ICheck, DepositMade>();
        services.AddScoped<ICheck, RepaymentDue>();
    }

    public static void MapFunding(this IEndpointRouteBuilder routes)
    {
        KeepSources.Map(routes);
        FundCall.Map(routes);
        GiveAward.Map(routes);
        ShowAward.Map(routes);
        MoveAward.Map(routes);
        FundingCosts.Map(routes);
    }
}
