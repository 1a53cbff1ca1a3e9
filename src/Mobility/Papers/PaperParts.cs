using Entente.Contracts.Safeguards;
using Entente.Foundation.Demo;
using Entente.Foundation.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Papers;

/// <summary>The part of the room that says what documents may say of its records.</summary>
internal static class PaperParts
{
    public static void AddPapers(this IServiceCollection services)
    {
        services.AddScoped<StayPapers>();
        services.AddScoped<IDocumentRecords>(provider => provider.GetRequiredService<StayPapers>());
        services.AddScoped<IDocumentRecords, PlanPapers>();
        services.AddScoped<IDocumentRecords, TranscriptPapers>();
        services.AddScoped<IDocumentRecords, NominationPapers>();
        services.AddScoped<IRecordNames, PlanNames>();
        services.AddScoped<IRecordNames, NominationNames>();
        services.AddScoped<ICheck, StayNotOver>();
        services.AddScoped<ICheck, StayAgreementInForce>();
        services.AddScoped<IDemoData, Demo.PapersDemo>();
    }
}
