using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Links;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.FactSheets;

/// <summary>The part of the room that keeps the partners' yearly fact sheets.</summary>
internal static class FactSheetPages
{
    public static void AddFactSheets(this IServiceCollection services)
    {
        services.AddScoped<FactSheetReading>();
        services.AddScoped<FactSheetRows>();
        services.AddScoped<Asking>();
        services.AddLinkPurpose<AnswerFactSheet>();
        services.AddScoped<IDeskSource, FactSheetsOnDesk>();
        services.AddScoped<IPartnerPanelSource, FactSheetPanel>();
    }

    public static void MapFactSheets(this IEndpointRouteBuilder routes)
    {
        FactSheetList.Map(routes);
        ShowFactSheet.Map(routes);
        WriteFactSheet.Map(routes);
        AskFactSheet.Map(routes);
        ReviewFactSheet.Map(routes);
    }
}
