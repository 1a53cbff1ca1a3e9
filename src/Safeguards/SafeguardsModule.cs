using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Commands;
using Entente.Foundation.Jobs;
using Entente.Foundation.Log;
using Entente.Foundation.Rooms;
using Entente.Safeguards.Answers;
using Entente.Safeguards.Approvals;
using Entente.Safeguards.Desk;
using Entente.Safeguards.Gates;
using Entente.Safeguards.Owed;
using Entente.Safeguards.Packs;
using Entente.Safeguards.Reminders;
using Entente.Safeguards.Searches;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Safeguards;

/// <summary>The door of the room: approvals, gates and policy packs, obligations, my desk.</summary>
public static class SafeguardsModule
{
    /// <summary>Adds what the room contributes and answers.</summary>
    public static IServiceCollection AddSafeguards(this IServiceCollection services)
    {
        services.AddRoom<SafeguardsPermissions>("safeguards");
        Foundation.Api.ApiSetup.AddApi<Api.SafeguardsApi>(services);
        services.AddSingleton<IPermissionSource, SafeguardsPermissions>();
        services.AddSingleton<IMenuSource, SafeguardsMenu>();
        services.AddScoped<IObligations, Answers.Obligations>();
        services.AddScoped<IFollows, Follows>();
        services.AddScoped<Followed>();
        services.AddScoped<ObligationDoor>();
        services.AddScoped<Foundation.Files.IFileGuard, ObligationEvidence>();
        services.AddScoped<Foundation.Search.ISearchSource, ObligationSearch>();
        services.AddScoped<ObligationDesk>();
        services.AddScoped<IDeskSource>(provider => provider.GetRequiredService<ObligationDesk>());
        services.AddScoped<IDeskNewsSource>(provider => provider.GetRequiredService<ObligationDesk>());
        services.AddRecurringJob<Remind, RemindHandler>(Remind.EveryMorning);
        services.AddScoped<Foundation.Notices.IDigestSource, DueInDigest>();
        services.AddScoped<SavedSearches>();
        services.AddScoped<Ui.Lists.ISavedList, SavedObligations>();
        services.AddRecurringJob<CountSearches, CountSearchesHandler>(CountSearches.EveryMorning);
        services.AddApprovals();
        services.AddPacksAndGates();
        services.AddSingleton<IInvariant, ApprovedSteps>();
        services.AddSingleton<IInvariant, VerdictPack>();
        return services;
    }

    /// <summary>Maps the room's pages.</summary>
    public static void MapSafeguards(this IEndpointRouteBuilder routes)
    {
        ShowDesk.Map(routes);
        Feeds.KeepCalendar.Map(routes);
        Feeds.ReadCalendar.Map(routes);
        FollowRecord.Map(routes);
        KeepSearches.Map(routes);
        ObligationList.Map(routes);
        ShowObligation.Map(routes);
        FulfilObligation.Map(routes);
        ApprovalList.Map(routes);
        Decide.Map(routes);
        NameApprover.Map(routes);
        ShowPacks.Map(routes);
        ExceptionList.Map(routes);
        GrantException.Map(routes);
    }

    private static void AddApprovals(this IServiceCollection services)
    {
        services.AddScoped<IApprovals, Answers.Approvals>();
        services.AddScoped<IRoleWork, WaitingForRoles>();
        services.AddScoped<Foundation.Events.IHear<AccountsLeft>, HandBack>();
        services.AddScoped<Foundation.Events.IHear<RightsChanged>, RightsHeard>();
        services.AddRecurringJob<HandOn, HandOnHandler>(HandOn.EveryMorning);
        services.AddScoped<NamingQuestion>();
        services.AddScoped<ApproverTold>();
        services.AddScoped<DecisionDoor>();
        services.AddScoped<DecisionView>();
        services.AddScoped<ApprovalDesk>();
        services.AddScoped<IDeskSource>(provider => provider.GetRequiredService<ApprovalDesk>());
        services.AddScoped<IDeskNewsSource>(provider => provider.GetRequiredService<ApprovalDesk>());
    }

    private static void AddPacksAndGates(this IServiceCollection services)
    {
        services.AddSingleton<PackCache>();
        services.AddScoped<PackShelf>();
        services.AddScoped<GoldenCases>();
        services.AddScoped<PackInstallation>();
        services.AddScoped<IGates, Answers.Gates>();
        services.AddScoped<Foundation.Documents.IDocumentGate, DocumentGate>();
        services.AddScoped<ISchedules, Answers.Schedules>();
        services.AddScoped<IConversionTables, Answers.ConversionTables>();
        services.AddScoped<IGradingRules, Answers.GradingRules>();
        services.AddScoped<ICheck, ApprovedContent>();
        services.AddScoped<ExceptionQuestion>();
        services.AddSingleton<ICommandSource, PackCommands>();
    }
}
