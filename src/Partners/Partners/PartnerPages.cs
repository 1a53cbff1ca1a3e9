using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Events;
using Entente.Foundation.Import;
using Entente.Foundation.Jobs;
using Entente.Foundation.Letters;
using Entente.Foundation.Log;
using Entente.Foundation.Search;
using Entente.Partners.Answers;
using Entente.Partners.Briefing;
using Entente.Partners.Contacts;
using Entente.Partners.Ledger;
using Entente.Partners.Letters;
using Entente.Partners.Notes;
using Entente.Partners.Papers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

using Entente.Ui.Forms;

namespace Entente.Partners.Partners;

/// <summary>The part of the room that shows partners and keeps their contacts, notes and places.</summary>
internal static class PartnerPages
{
    public static void AddPartnerPages(this IServiceCollection services)
    {
        services.AddSingleton<PartnerCounts>();
        services.AddScoped<PartnerLists>();
        services.AddScoped<Ui.Lists.ISavedList, SavedPartners>();
        services.AddScoped<Ui.Lists.ISavedList, SavedAgreements>();
        services.AddScoped<ContactReading>();
        services.AddScoped<BalanceReading>();
        services.AddScoped<BalancePages>();
        services.AddScoped<BalanceRows>();
        services.AddScoped<PlaceFlows>();
        services.AddScoped<IPlaceLedger, PlaceLedger>();
        services.AddScoped<IPlaceStandings, PlaceStandings>();
        services.AddScoped<IPlaceBalances, PlaceBalances>();
        services.AddSingleton<IInvariant, CapsHold>();
        services.AddSingleton<IInvariant, SumsHold>();
        services.AddRecurringJob<PostOffers, PostOffersHandler>("20 3 * * *");
        services.AddScoped<PartnerReading>();
        services.AddScoped<OpenPoints>();
        services.AddScoped<BriefingReading>();
        services.AddScoped<PartnerLetters>();
        services.AddScoped<ILetterRecords>(provider => provider.GetRequiredService<PartnerLetters>());
        services.AddPapers();
        services.AddScoped<IHear<LetterReplyFiled>, NoteFiledReply>();
        services.AddScoped<IExportKind, PartnerExport>();
        services.AddScoped<IRecordNames, PartnerRecordNames>();
        services.AddScoped<ISearchSource, PartnerSearch>();
        services.AddScoped<IHear<AgreementEnded>, CarryOver>();
    }

    public static void MapPartnerPages(this IEndpointRouteBuilder routes)
    {
        PartnerList.Map(routes);
        WriteToFound.Map(routes);
        ShowPartner.Map(routes);
        AddNote.Map(routes);
        WithdrawNote.Map(routes);
        AddContact.Map(routes);
        ChangeContact.Map(routes);
        KeepProfile.Map(routes);
        ShowBalance.Map(routes);
        PostPlaces.Map(routes);
        BalanceList.Map(routes);
        ShowBriefing.Map(routes);
        KeepPoints.Map(routes);
    }
}
