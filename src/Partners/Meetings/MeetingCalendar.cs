using Entente.Foundation.Access;
using Entente.Foundation.Settings;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Partners.Model;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.Meetings;

/// <summary>A meeting as a file for a calendar program (RFC 5545): at its time on the school's clock, or as a day where no time is fixed.</summary>
internal static class MeetingCalendar
{
    /// <summary>The length where none is said, in minutes.</summary>
    private const int UsualMinutes = 60;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(ShowMeeting.Route + "/meeting.ics", ReadAsync).ForAccounts();

    private static async Task<IResult> ReadAsync(string id, MeetingViews views, EntenteSettings settings, SchoolClock clock, TextCatalog texts, CancellationToken cancellation) =>
        await views.OfAsync(id, cancellation) is { IsWithdrawn: false } meeting
            ? Results.File(System.Text.Encoding.UTF8.GetBytes(Write(meeting, settings.PublicUrl, clock, texts)), "text/calendar; charset=utf-8", "meeting.ics")
            : Results.NotFound();

    private static string Write(MeetingView meeting, Uri publicUrl, SchoolClock clock, TextCatalog texts)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Entente//EN" };
        var planned = new CalendarEvent
        {
            Uid = $"{meeting.Id:N}@{publicUrl.Host}",
            Summary = $"{meeting.Partner.Name}: {meeting.Subject}",
            Location = meeting.Place ?? texts["meetings.form." + meeting.Form],
            Description = string.Join("\n", new[]
            {
                string.Join(", ", meeting.Guests.Select(g => g.Name)),
                meeting.Agenda ?? "",
            }.Where(t => t.Length > 0)),
            Url = new Uri(publicUrl, meeting.Address),
            DtStamp = new CalDateTime(clock.Now.ToDateTimeUtc()),
            Status = meeting.State == MeetingState.CalledOff ? "CANCELLED" : "CONFIRMED",
        };
        if (meeting.Starts is { } starts)
        {
            // In universal time, so that no description of the zone is needed.
            var from = (NodaTime.LocalDate.FromDateOnly(meeting.On) + NodaTime.LocalTime.FromTimeOnly(starts)).InZoneLeniently(clock.Zone).ToDateTimeUtc();
            planned.Start = new CalDateTime(from);
            planned.End = new CalDateTime(from.AddMinutes(meeting.Minutes ?? UsualMinutes));
        }
        else
        {
            planned.Start = new CalDateTime(meeting.On);
        }

        calendar.Events.Add(planned);
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}
