using Entente.Foundation.Import;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Agreements;

/// <summary>The part of the room's door that is about agreements.</summary>
internal static class AgreementPages
{
    public static void AddAgreements(this IServiceCollection services)
    {
        services.AddScoped<PartnerNames>();
        services.AddScoped<AgreementSelection>();
        services.AddScoped<AgreementTable>();
        services.AddScoped<IExportKind>(provider => provider.GetRequiredService<AgreementTable>());
        services.AddScoped<Drafting>();
        services.AddScoped<AgreementViews>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        AgreementList.Map(routes);
        WriteAgreement.Map(routes);
        ShowAgreement.Map(routes);
    }
}
