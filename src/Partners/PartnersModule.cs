using Entente.Contracts.Directory;
using Entente.Contracts.Figures;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Demo;
using Entente.Foundation.Rooms;
using Entente.Foundation.Settings;
using Entente.Partners.Agreements;
using Entente.Partners.Answers;
using Entente.Partners.FactSheets;
using Entente.Partners.Meetings;
using Entente.Partners.Partners;
using Entente.Partners.Imports;
using Entente.Partners.Questionnaires;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners;

/// <summary>The door of the partners' room: agreements, places, balances, the 360° page.</summary>
public static class PartnersModule
{
    /// <summary>Adds what the room contributes and answers.</summary>
    public static IServiceCollection AddPartners(this IServiceCollection services)
    {
        services.AddRoom<PartnersPermissions>("partners");
        services.AddSingleton<IPermissionSource, PartnersPermissions>();
        services.AddSingleton<IMenuSource, PartnersMenu>();
        services.AddSingleton<IFigureSource, PartnersFigures>();
        services.AddSingleton(provider => new AcademicCalendar(provider.GetRequiredService<EntenteSettings>().AcademicYear));
        services.AddScoped<IAgreements, AgreementAnswers>();
        services.AddScoped<IPartnerContacts, PartnerContactAnswers>();
        services.AddScoped<IPublicPartners, PublicPartners>();
        services.AddScoped<IPersonPanelSource, PersonPanels>();
        services.AddScoped<IDeskNewsSource, PartnerNews>();
        services.AddScoped<IDemoData, Demo.PartnersDemo>();
        services.AddScoped<IDemoData, Demo.LateAgreementDemo>();
        services.AddPartnerPages();

        services.AddAgreements();
        services.AddFactSheets();
        services.AddQuestionnaires();
        services.AddMeetings();
        services.AddPartnerImports();
        services.AddApi<Api.PartnersApi>();
        return services;
    }

    /// <summary>Maps the room's pages.</summary>
    public static void MapPartners(this IEndpointRouteBuilder routes)
    {
        routes.MapPartnerPages();
        AgreementPages.Map(routes);
        routes.MapFactSheets();
        routes.MapQuestionnaires();
        routes.MapMeetings();
    }
}
