using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Search;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Partners.Meetings;

/// <summary>The part of the room that keeps meetings with partners.</summary>
internal static class MeetingPages
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<MeetingForms>();
        services.AddScoped<MeetingViews>();
        services.AddScoped<MeetingRows>();
        services.AddScoped<MeetingDoor>();
        services.AddScoped<MeetingTalk>();
        services.AddScoped<FollowUpOwners>();
        services.AddScoped<Owing>();
        services.AddScoped<IDeskSource, MeetingsOnDesk>();
        services.AddScoped<IPartnerPanelSource, MeetingPanel>();
        services.AddScoped<ISearchSource, MeetingSearch>();
    }

    public static void MapMeetings(this IEndpointRouteBuilder routes)
    {
        MeetingList.Map(routes);
        ShowMeeting.Map(routes);
        WriteMeeting.Map(routes);
        MoveMeeting.Map(routes);
        FollowUps.Map(routes);
        MeetingCalendar.Map(routes);
    }
}
