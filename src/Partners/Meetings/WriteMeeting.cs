using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Forms;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Meetings;

/// <summary>Plans a meeting with a partner, and changes what was entered about it.</summary>
internal static class WriteMeeting
{
    private const string NewRoute = ShowPartner.Route + "/meetings/new";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(NewRoute, NewAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(NewRoute, PlanAsync).Requires(PartnersPermissions.Edit);
        routes.MapGet(ShowMeeting.Route + "/edit", EditAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(ShowMeeting.Route + "/edit", ChangeAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> NewAsync(string id, string? agreement, MeetingForms forms, CancellationToken cancellation) =>
        OrganisationId.TryParse(id, null, out var partner) && await forms.OfAsync(partner, null, FormReader.Empty, cancellation) is { } model
            ? Page.Show<WriteMeetingPage>(model with { Agreement = agreement })
            : Results.NotFound();

    private static async Task<IResult> PlanAsync(
        string id, HttpRequest request, AppDbContext db, MeetingForms forms, EditUnits units, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        if (!OrganisationId.TryParse(id, null, out var partner) || await forms.OfAsync(partner, null, form, cancellation) is not { } model) return Results.NotFound();
        if (form.AsksToFind()) return Page.Show<WriteMeetingPage>(model);
        var fields = MeetingFields.Read(form, model.Contacts);
        await forms.CheckAsync(fields, model, form, cancellation);
        var unit = await units.ChosenAsync(form, viewer, PartnersPermissions.Edit, cancellation);
        if (!form.IsValid || unit is null) return Page.Refuse<WriteMeetingPage>(model);
        var meeting = new Meeting
        {
            OrganisationId = partner,
            Subject = EnteredText.In(fields.Subject),
            On = fields.On!.Value,
            Form = fields.Form,
            AccountId = viewer.Me(),
            RecordedAt = db.Write.Now,
            UnitId = unit.Value,
        };
        db.Add(meeting);
        MeetingForms.Put(db, fields, meeting);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowMeeting.AddressOf(meeting.Id));
    }

    private static async Task<IResult> EditAsync(string id, MeetingForms forms, MeetingDoor door, CancellationToken cancellation) =>
        await door.FindAsync(id, cancellation) is { WithdrawnAt: null } meeting && await forms.OfAsync(meeting.OrganisationId, meeting, FormReader.Empty, cancellation) is { } model
            ? Page.Show<WriteMeetingPage>(model)
            : Results.NotFound();

    private static async Task<IResult> ChangeAsync(
        string id, HttpRequest request, AppDbContext db, MeetingForms forms, MeetingDoor door, MeetingTalk talk, SchoolClock clock, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        if (await door.FindAsync(id, cancellation) is not { WithdrawnAt: null } meeting || await forms.OfAsync(meeting.OrganisationId, meeting, form, cancellation) is not { } model) return Results.NotFound();
        if (form.AsksToFind()) return Page.Show<WriteMeetingPage>(model);
        var fields = MeetingFields.Read(form, model.Contacts);
        if (meeting.State == MeetingState.Held && fields.On > clock.Today) form.Refuse("on", "meetings.held.later");
        await forms.CheckAsync(fields, model, form, cancellation);
        if (!form.IsValid) return Page.Refuse<WriteMeetingPage>(model);
        (meeting.Subject, meeting.On, meeting.Form) = (EnteredText.In(fields.Subject), fields.On!.Value, fields.Form);
        db.RemoveRange(meeting.Participants);
        MeetingForms.Put(db, fields, meeting);
        if (meeting.State == MeetingState.Held) await talk.TellAsync(meeting, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowMeeting.AddressOf(meeting.Id));
    }
}

/// <summary>What the form of a meeting offers, and how it is taken over.</summary>
internal sealed class MeetingForms(PartnerReading partners, IPersons persons, EditUnits units, Viewer viewer, TextCatalog texts)
{
    public async Task<WriteMeetingModel?> OfAsync(OrganisationId partner, Meeting? meeting, FormReader form, CancellationToken cancellation)
    {
        if (await partners.OfAsync(partner, viewer, null, cancellation) is not { } shown) return null;
        var contacts = shown.Contacts.DistinctBy(c => c.Person).Select(c => new MeetingContact(c.Side, c.Person, c.Name.ToString(), PartnerTimeline.RoleOf(texts, c))).ToList();
        var known = contacts.ConvertAll(c => c.Person);
        var guests = meeting?.Participants.OrderBy(p => p.Order).ToList() ?? [];
        return new(shown.Organisation, shown.Address, form)
        {
            Contacts = contacts,
            Agreements = [.. shown.InForce.Concat(shown.Coming).Concat(shown.Past).Select(a => new Choice(a.Id.ToString(), a.Number + " " + a.Title))],
            Units = meeting is null ? await units.OfAsync(viewer, PartnersPermissions.Edit, cancellation) : [],
            Existing = meeting is null ? null : new(meeting.Id.ToString(), meeting.Subject.ToString(), meeting.On, meeting.Starts, meeting.Minutes, meeting.Form, meeting.Place, meeting.Agenda),
            Agreement = meeting?.AgreementId?.ToString(),
            Ticked = [.. guests.Where(g => g.PersonId is { } p && known.Contains(p)).Select(g => g.PersonId!.Value)],
            Others = [.. guests.Where(g => g.PersonId is { } p && !known.Contains(p)).Select(g => g.PersonId!.Value.ToString())],
            SchoolNames = NamesOf(ContactSide.School),
            PartnerNames = NamesOf(ContactSide.Partner),
        };

        string NamesOf(ContactSide side) => string.Join('\n', guests.Where(g => g.Side == side).Select(g => g.Name).OfType<string>());
    }

    /// <summary>Notes what cannot be: an agreement that is not the partner's, persons one may not see.</summary>
    public async Task CheckAsync(MeetingFields fields, WriteMeetingModel model, FormReader form, CancellationToken cancellation)
    {
        if (fields.Agreement is { } agreement && !model.Agreements.Any(a => a.Value == agreement.ToString())) form.Refuse("agreement", "form.choice");
        var asked = fields.Guests.Select(g => g.Person).OfType<PersonId>().Where(p => !model.Contacts.Any(c => c.Person == p) && !model.Others.Contains(p.ToString(), StringComparer.Ordinal)).ToList();
        if (asked.Count > 0 && await persons.Cards(viewer).CountAsync(p => asked.Contains(p.Id), cancellation) < asked.Count) form.Refuse("person", "form.choice");
    }

    public static void Put(AppDbContext db, MeetingFields fields, Meeting meeting)
    {
        (meeting.Starts, meeting.Minutes, meeting.AgreementId) = (fields.Starts, fields.Minutes, fields.Agreement);
        (meeting.Place, meeting.Agenda) = (fields.Place.Length > 0 ? fields.Place : null, fields.Agenda.Length > 0 ? fields.Agenda : null);
        db.AddRange(fields.Guests.Select((g, i) => new MeetingParticipant { MeetingId = meeting.Id, Side = g.Side, PersonId = g.Person, Name = g.Name, Order = i }));
    }
}

/// <summary>What the form shows.</summary>
public sealed record WriteMeetingModel(OrganisationCard Organisation, string Partner, FormReader Form)
{
    public IReadOnlyList<MeetingContact> Contacts { get; init; } = [];

    public IReadOnlyList<Choice> Agreements { get; init; } = [];

    public IReadOnlyList<UnitCard> Units { get; init; } = [];

    /// <summary>The meeting that is changed; none: a new one.</summary>
    public WrittenMeeting? Existing { get; init; }

    public string? Agreement { get; init; }

    public IReadOnlyList<PersonId> Ticked { get; init; } = [];

    public IReadOnlyList<string> Others { get; init; } = [];

    public string SchoolNames { get; init; } = "";

    public string PartnerNames { get; init; } = "";
}

/// <summary>A meeting as its form fills itself with it.</summary>
public sealed record WrittenMeeting(string Id, string Subject, DateOnly On, TimeOnly? Starts, int? Minutes, MeetingForm Form, string? Place, string? Agenda);
