using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Files;
using Entente.Foundation.Import;
using Entente.Foundation.Links;
using Entente.Foundation.Search;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Stays;

/// <summary>The part of the room that keeps stays.</summary>
internal static class StayPages
{
    public static void AddStays(this IServiceCollection services)
    {
        services.AddScoped<Stays>();
        services.AddScoped<StayDuties>();
        services.AddScoped<StayNames>();
        services.AddScoped<StayPlaces>();
        services.AddScoped<StayReading>();
        services.AddScoped<StayRows>();
        services.AddScoped<StayForms>();
        services.AddScoped<StayMoves>();
        services.AddScoped<StayParts>();
        services.AddScoped<ReportReading>();
        services.AddLinkPurpose<SignReport>();
        services.AddScoped<PlanReading>();
        services.AddLinkPurpose<SignPlan>();
        services.AddScoped<TranscriptReading>();
        services.AddScoped<IFileGuard, TranscriptFiles>();
        services.AddScoped<Whereabouts.WhereaboutsReading>();
        services.AddScoped<Imports.StudentsApply>();
        services.AddScoped<Imports.StudentsUndo>();
        services.AddImportKind<Imports.StudentsImport>();
        services.AddScoped<IDeskSource, StaysOnDesk>();
        services.AddScoped<IPersonPanelSource, PersonStays>();
        services.AddScoped<IPartnerPanelSource, PartnerStays>();
        services.AddScoped<ISearchSource, StaySearch>();
        services.AddScoped<IRecordNames, StayRecordNames>();
    }

    public static void MapStays(this IEndpointRouteBuilder routes)
    {
        StayList.Map(routes);
        Pictures.ShowPictures.Map(routes);
        ShowStay.Map(routes);
        WriteStay.Map(routes);
        MoveStay.Map(routes);
        KeepSteps.Map(routes);
        KeepOutcomes.Map(routes);
        WriteReport.Map(routes);
        KeepPlan.Map(routes);
        KeepTranscript.Map(routes);
        KeepContact.Map(routes);
        Whereabouts.ShowWhereabouts.Map(routes);
    }
}
