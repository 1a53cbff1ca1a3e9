using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.Meetings;

/// <summary>A meeting was held, is called off, gets its minutes, or is taken back.</summary>
internal static class MoveMeeting
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(ShowMeeting.Route + "/hold", HoldAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(ShowMeeting.Route + "/call-off", CallOffAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(ShowMeeting.Route + "/minutes", MinutesAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(ShowMeeting.Route + "/withdraw", WithdrawAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> HoldAsync(
        string id, AppDbContext db, MeetingDoor door, MeetingTalk talk, SchoolClock clock, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { State: MeetingState.Planned, WithdrawnAt: null } meeting || meeting.On > clock.Today) return Results.NotFound();
        db.Write.Action = "partners.meeting.hold";
        meeting.Hold(clock.Today);
        await talk.TellAsync(meeting, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowMeeting.AddressOf(meeting.Id) + "#minutes");
    }

    private static Task<IResult> CallOffAsync(
        string id, HttpRequest request, AppDbContext db, MeetingDoor door, MeetingViews views, CancellationToken cancellation) =>
        ForAReasonAsync("call-off", id, request, db, door, views, m => m.State == MeetingState.Planned, (meeting, reason) =>
        {
            meeting.CallOff(reason);
            return Task.CompletedTask;
        }, cancellation);

    private static Task<IResult> WithdrawAsync(
        string id, HttpRequest request, AppDbContext db, MeetingDoor door, MeetingViews views, MeetingTalk talk, IObligations obligations, Viewer viewer, CancellationToken cancellation) =>
        ForAReasonAsync("withdraw", id, request, db, door, views, _ => true, async (meeting, reason) =>
        {
            meeting.Withdraw(reason, viewer.Me(), db.Write.Now);
            await talk.TakeBackAsync(meeting, cancellation);
            foreach (var owed in meeting.FollowUps) await obligations.ReleaseAsync(owed.Ref(), reason, cancellation);
        }, cancellation);

    private static async Task<IResult> ForAReasonAsync(
        string step, string id, HttpRequest request, AppDbContext db, MeetingDoor door, MeetingViews views, Func<Meeting, bool> may, Func<Meeting, string, Task> work,
        CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { WithdrawnAt: null } meeting || !may(meeting)) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var reason = form.Text("reason", Meeting.LongestReason, required: true);
        if (!form.IsValid) return await views.OfAsync(id, cancellation) is { } view ? Page.Refuse<MeetingPage>(view with { Refused = step, SentForm = form }) : Results.NotFound();
        db.Write.Action = "partners.meeting." + step;
        await work(meeting, reason);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowMeeting.AddressOf(meeting.Id));
    }

    /// <summary>Writes the minutes: the first edition as it is, a later one with the reason; nothing is overwritten.</summary>
    private static async Task<IResult> MinutesAsync(
        string id, HttpRequest request, AppDbContext db, MeetingDoor door, MeetingViews views, Viewer viewer, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { State: MeetingState.Held, WithdrawnAt: null } meeting) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var text = form.Text("text", MeetingMinutes.LongestText, required: true);
        var last = meeting.Editions.MaxBy(e => e.Number);
        var reason = form.Text("reason", Meeting.LongestReason, required: last is not null);
        if (last is not null && form.Number("edition", 1, int.MaxValue) != last.Number) form.Refuse("text", "meetings.minutes.meanwhile");
        if (!form.IsValid) return await views.OfAsync(id, cancellation) is { } view ? Page.Refuse<MeetingPage>(view with { Refused = "minutes", SentForm = form }) : Results.NotFound();
        if (last?.Text == text) return Page.SeeOther(ShowMeeting.AddressOf(meeting.Id) + "#minutes");
        db.Write.Action = "partners.meeting.minutes";
        db.Add(new MeetingMinutes
        {
            MeetingId = meeting.Id,
            Number = (last?.Number ?? 0) + 1,
            Text = text,
            Reason = reason.Length > 0 ? reason : null,
            AccountId = viewer.Me(),
            RecordedAt = db.Write.Now,
        });
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowMeeting.AddressOf(meeting.Id) + "#minutes");
    }
}
