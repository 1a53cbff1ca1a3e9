using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Agreements;
using Entente.Partners.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Meetings;

/// <summary>What is to be done after a meeting: each is an obligation of somebody, met here with a sentence that shows it.</summary>
internal static class FollowUps
{
    private const string Route = ShowMeeting.Route + "/follow-ups";

    /// <summary>The kind of obligation.</summary>
    public const string Kind = "partners.follow-up";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Route, AddAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(Route + "/{followUp}/done", DoneAsync).ForAccounts();
        routes.MapPost(Route + "/{followUp}/drop", DropAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> AddAsync(
        string id, HttpRequest request, AppDbContext db, MeetingDoor door, MeetingViews views, FollowUpOwners owners, Owing owing, SchoolClock clock,
        CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { WithdrawnAt: null, State: not MeetingState.CalledOff } meeting) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var text = form.Text("what", MeetingFollowUp.LongestText, required: true);
        var due = form.Date("due", required: true);
        if (due < clock.Today || due > clock.Today.AddYears(10)) form.Refuse("due", "meetings.follow-up.due.past");
        var owner = form.Text("owner", 60, required: true);
        var choices = await owners.OfAsync(meeting, cancellation);
        if (owner.Length > 0 && !choices.Any(c => c.Value == owner)) form.Refuse("owner", "form.choice");
        if (!form.IsValid) return await views.OfAsync(id, cancellation) is { } view ? Page.Refuse<MeetingPage>(view with { Refused = "follow-up", SentForm = form }) : Results.NotFound();
        await owing.OweAsync(meeting, text, owner, due!.Value, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowMeeting.AddressOf(meeting.Id) + "#follow-ups");
    }

    /// <summary>Met: by whoever owes it, or by those who keep the meeting.</summary>
    private static async Task<IResult> DoneAsync(
        string id, string followUp, HttpRequest request, AppDbContext db, MeetingViews views, IObligations obligations, Viewer viewer, CancellationToken cancellation)
    {
        if (await views.OfAsync(id, cancellation) is not { } view || view.FollowUps.FirstOrDefault(f => f.Key == followUp) is not { IsOpen: true, MayFulfil: true } line) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var receipt = form.Text("receipt", Meeting.LongestReason, required: true);
        if (!form.IsValid) return Page.Refuse<MeetingPage>(view with { Refused = followUp, SentForm = form });
        db.Write.Action = "partners.follow-up.done";
        await obligations.FulfilAsync(line.Subject, Kind, "", receipt, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(view.Address + "#follow-ups");
    }

    private static async Task<IResult> DropAsync(
        string id, string followUp, HttpRequest request, AppDbContext db, MeetingDoor door, MeetingViews views, IObligations obligations, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } meeting || meeting.FollowUps.Find(f => f.Id.ToString() == followUp) is not { } dropped) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var reason = form.Text("reason", Meeting.LongestReason, required: true);
        if (!form.IsValid) return await views.OfAsync(id, cancellation) is { } view ? Page.Refuse<MeetingPage>(view with { Refused = followUp, SentForm = form }) : Results.NotFound();
        db.Write.Action = "partners.follow-up.drop";
        await obligations.ReleaseAsync(dropped.Ref(), reason, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowMeeting.AddressOf(meeting.Id) + "#follow-ups");
    }
}

/// <summary>Writes down that something is owed from a meeting; the caller saves.</summary>
internal sealed class Owing(AppDbContext db, IObligations obligations, PartnerNames partners, TextCatalog texts, SchoolClock clock)
{
    /// <summary>Owes it.</summary>
    /// <param name="meeting">From which meeting.</param>
    /// <param name="text">What is to be done.</param>
    /// <param name="owner">A role's name, or the key of an account.</param>
    /// <param name="due">The last day.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<MeetingFollowUp> OweAsync(Meeting meeting, string text, string owner, DateOnly due, CancellationToken cancellation)
    {
        var isRole = BuiltInRole.All.Contains(owner, StringComparer.Ordinal);
        var followUp = new MeetingFollowUp
        {
            MeetingId = meeting.Id,
            Text = text,
            OwnerId = isRole ? null : AccountId.Parse(owner, null),
            Role = isRole ? owner : BuiltInRole.Coordinator,
            Due = due,
            RecordedAt = db.Write.Now,
        };
        db.Add(followUp);
        var name = (await partners.NamesAsync([meeting.OrganisationId], cancellation))[meeting.OrganisationId];
        await obligations.OweAsync(
            new(followUp.Ref(), FollowUps.Kind, "", followUp.Role, meeting.UnitId, followUp.OwnerId,
                texts.InEach("meetings.follow-up.title", text, name),
                ShowMeeting.AddressOf(meeting.Id) + "#follow-ups", due, clock.Today),
            cancellation);
        return followUp;
    }
}

/// <summary>Who can owe something from a meeting: those of the school who took part and have an account, those with a role for the unit, and the roles themselves.</summary>
internal sealed class FollowUpOwners(IAccounts accounts, TextCatalog texts)
{
    private static readonly string[] Roles = [BuiltInRole.Coordinator, BuiltInRole.Head, BuiltInRole.Dean, BuiltInRole.Officer];

    public async Task<IReadOnlyList<Choice>> OfAsync(Meeting meeting, CancellationToken cancellation)
    {
        List<AccountCard> found = [.. await accounts.OfPersonsAsync([.. meeting.Participants.Select(p => p.PersonId).OfType<PersonId>()], cancellation)];
        foreach (var role in Roles) found.AddRange(await accounts.HoldersAsync(role, meeting.UnitId, cancellation));
        return
        [
            .. found.DistinctBy(a => a.Id).Select(a => new Choice(a.Id.ToString(), a.Name)),
            .. Roles.Select(r => new Choice(r, texts["meetings.follow-up.role", texts["role." + r]])),
        ];
    }
}
