using Entente.Contracts.Safeguards;
using Entente.Foundation.Files;
using Entente.Foundation.Links;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Mobility.Incoming;

/// <summary>The part of the room that receives partners' students: invitation, nomination, application, admission, transcript.</summary>
internal static class IncomingPages
{
    public static void AddIncoming(this IServiceCollection services)
    {
        services.AddScoped<IncomingPlaces>();
        services.AddScoped<IncomingReading>();
        services.AddScoped<IncomingRows>();
        services.AddScoped<IncomingPartnerReading>();
        services.AddScoped<IncomingStudentReading>();
        services.AddScoped<IncomingLetters>();
        services.AddScoped<AdmissionReading>();
        services.AddScoped<Admission>();
        services.AddScoped<CourseReading>();
        services.AddScoped<IFileGuard, IncomingFiles>();
        services.AddScoped<IDeskSource, IncomingOnDesk>();
        services.AddScoped<IRecordNames, IncomingStudentNames>();
        services.AddScoped<IRecordNames, IncomingInvitationNames>();
        services.AddScoped<IDecisionEvidence, AdmissionEvidence>();
        services.AddLinkPurpose<NominateHere>();
        services.AddLinkPurpose<TranscriptHere>();
        services.AddLinkPurpose<ApplyHere>();
        services.AddLinkPurpose<AdmittedHere>();
        services.AddScoped<ICheck, HostAgreementInForce>();
        services.AddScoped<ICheck, GuestPlaceFree>();
        services.AddScoped<ICheck, IncomingPapersComplete>();
        services.AddScoped<ICheck, SupervisorNamed>();
    }

    public static void MapIncoming(this IEndpointRouteBuilder routes)
    {
        IncomingOverview.Map(routes);
        ShowIncomingPartner.Map(routes);
        ShowIncomingStudent.Map(routes);
        DecideAdmission.Map(routes);
        KeepCourses.Map(routes);
    }
}
