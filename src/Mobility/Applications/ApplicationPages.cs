using Entente.Contracts.Safeguards;
using Entente.Foundation.Files;
using Entente.Foundation.Links;
using Entente.Foundation.Questions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Applications;

/// <summary>The part of the room in which students apply and the office reads what they sent.</summary>
internal static class ApplicationPages
{
    public static void AddApplications(this IServiceCollection services)
    {
        services.AddScoped<ApplicationReading>();
        services.AddScoped<ApplicationDoor>();
        services.AddScoped<SubmissionGate>();
        services.AddScoped<IDecisionEvidence, ApplicationEvidence>();
        services.AddScoped<ICheck, GradeReached>();
        services.AddScoped<ICheck, DaysAbroadSoFar>();
        services.AddScoped<ICheck, ApplicationsAtOnce>();
        services.AddScoped<ICheck, NothingOwed>();
        services.AddScoped<ICheck, AppliedOnce>();
        services.AddScoped<ApplicationRows>();
        services.AddScoped<ApplicationOffice>();
        services.AddScoped<IFileGuard, ApplicationFiles>();
        services.AddFormOwner<CallQuestions>();
        services.AddLinkPurpose<Recommend>();
    }

    public static void MapApplications(this IEndpointRouteBuilder routes)
    {
        OpenCalls.Map(routes);
        WriteApplication.Map(routes);
        SendPapers.Map(routes);
        AskRecommender.Map(routes);
        CallApplications.Map(routes);
        CallQuestions.Map(routes);
    }
}
