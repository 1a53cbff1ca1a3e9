using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Papers;

/// <summary>The part of the room's door that tells documents about agreements and partners.</summary>
internal static class PapersSetup
{
    public static void AddPapers(this IServiceCollection services)
    {
        services.AddScoped<IDocumentRecords, AgreementPapers>();
        services.AddScoped<IDocumentRecords, PartnerPapers>();
        services.AddScoped<IPartnerPanelSource, PapersPanel>();
        services.AddScoped<ICheck, AgreementInForce>();
        services.AddScoped<ICheck, PartnerNotEnded>();
    }
}
