using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Events;
using Entente.Foundation.Files;
using Entente.Foundation.Import;
using Entente.Foundation.Jobs;
using Entente.Foundation.Log;
using Entente.Ui.Forms;
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
        services.AddScoped<Successors>();
        services.AddScoped<Drafting>();
        services.AddScoped<AgreementViews>();
        services.AddScoped<AgreementPeople>();
        services.AddScoped<Signing>();
        services.AddScoped<AgreementRoad>();
        services.AddScoped<AgreementCalendar>();
        services.AddScoped<RenewalAlerts>();
        services.AddScoped<Foundation.Search.ISearchSource, AgreementSearch>();
        services.AddScoped<Moving>();
        services.AddScoped<Amending>();
        services.AddScoped<VersionViews>();
        services.AddScoped<IHear<ApprovalDecided>, HearApproval>();
        services.AddScoped<IHear<AgreementEnded>, HearEnd>();
        services.AddScoped<IHear<ObligationFulfilled>, HearReceipt>();
        services.AddRecurringJob<MoveAgreements, MoveAgreementsHandler>("15 0 * * *");
        services.AddScoped<Documents>();
        services.AddScoped<ChangingDocuments>();
        services.AddScoped<IFileGuard>(provider => provider.GetRequiredService<Documents>());
        services.AddScoped<Evidence>();
        services.AddScoped<IDecisionEvidence, AgreementEvidence>();
        services.AddScoped<IDecisionEvidence, AmendmentEvidence>();
        services.AddScoped<CheckedTexts>();
        services.AddScoped<ICheck, DocumentsPresent>();
        services.AddScoped<ICheck, PartiesNotEnded>();
        services.AddScoped<ICheck, TermWithinLimit>();
        services.AddScoped<ICheck, SignatoriesNamed>();
        services.AddScoped<ICheck, TerritoryNamed>();
        services.AddScoped<IRecordNames, AgreementNames>();
        services.AddScoped<IPickSource, AgreementChoices>();
        services.AddSingleton<IInvariant, DatesAgree>();
        services.AddSingleton<IInvariant, PlacesNest>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        AgreementList.Map(routes);
        WriteAgreement.Map(routes);
        ShowAgreement.Map(routes);
        MoveAgreement.Map(routes);
        AssignAgreement.Map(routes);
        Documents.Map(routes);
        AmendAgreement.Map(routes);
        ShowVersion.Map(routes);
        CompareVersions.Map(routes);
        RenewAgreement.Map(routes);
        KeepKinds.Map(routes);
    }
}
