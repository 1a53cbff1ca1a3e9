using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Mobility.Stays;

/// <summary>Enters a stay by hand, and changes its dates, topic and supervisors. What is over already is entered as over.</summary>
internal static class WriteStay
{
    private const string New = ShowStay.List + "/new";
    private const string Edit = ShowStay.Route + "/edit";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(New, NewAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(New, EnterAsync).Requires(MobilityPermissions.Edit);
        routes.MapGet(Edit, EditAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Edit, ChangeAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> NewAsync(StayForms forms, CancellationToken cancellation) => Page.Show<WriteStayPage>(await forms.NewAsync(FormReader.Empty, cancellation));

    private static async Task<IResult> EnterAsync(
        HttpRequest request, AppDbContext db, StayForms forms, Stays stays, StayPlaces places, StayMoves moves, EditUnits units, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var model = await forms.NewAsync(form, cancellation);
        if (form.AsksToFind()) return Page.Show<WriteStayPage>(model);
        var fields = StayFields.Read(form, isNew: true);
        var unit = await units.ChosenAsync(form, viewer, MobilityPermissions.Edit, cancellation);
        if (await forms.PlannedAsync(fields, model, form, unit, cancellation) is not { } planned) return Page.Refuse<WriteStayPage>(model);
        var isOver = planned.Until < clock.Today;
        var stay = isOver ? stays.Add(planned) : await stays.PlanAsync(planned, cancellation);
        if (await places.TakeAsync(stay, cancellation) is { } refused)
        {
            form.Refuse("place", "stays.wrong.place", refused);
            return Page.Refuse<WriteStayPage>(model);
        }

        if (isOver)
        {
            await moves.ArriveAsync(stay, stay.From, cancellation);
            await moves.EndAsync(stay, stay.Until, null, cancellation);
        }

        db.Write.Action = "mobility.stay.enter";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowStay.AddressOf(stay.Id));
    }

    private static async Task<IResult> EditAsync(string id, StayReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(id, cancellation) is { MayEdit: true, State: not StayState.CalledOff } stay ? Page.Show<WriteStayPage>(new WriteStayModel(FormReader.Empty) { Existing = stay }) : Results.NotFound();

    private static async Task<IResult> ChangeAsync(string id, HttpRequest request, AppDbContext db, StayReading reading, StayForms forms, StayDuties duties, CancellationToken cancellation)
    {
        if (await reading.KeptAsync(id, cancellation) is not { State: not StayState.CalledOff } stay || await reading.OfAsync(id, cancellation) is not { } shown) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var model = new WriteStayModel(form) { Existing = shown };
        if (form.AsksToFind()) return Page.Show<WriteStayPage>(model);
        var fields = StayFields.Read(form, isNew: false);
        if (form.Number("token", 0, int.MaxValue) != stay.Version) form.Refuse("", "stays.wrong.changed");
        await forms.CheckAsync(fields, stay.PersonId, stay.Id, form, cancellation);
        if (stay.State == StayState.Returned && (fields.From, fields.Until) != (stay.From, stay.Until)) form.Refuse("from", "stays.wrong.over");
        if (!form.IsValid) return Page.Refuse<WriteStayPage>(model);
        (stay.From, stay.Until, stay.Topic, stay.HomeSupervisorId, stay.HostSupervisorId) = (fields.From!.Value, fields.Until!.Value, fields.Topic, fields.Home, fields.Host);
        await duties.OweAsync(stay, cancellation);
        db.Write.Action = "mobility.stay.change";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowStay.AddressOf(stay.Id));
    }
}

/// <summary>A stay as it was entered.</summary>
internal sealed record StayFields(
    PersonId? Person, string Place, OrganisationId? Partner, PlaceDirection Direction, string Form, StudyLevel? Level, DateOnly? From, DateOnly? Until, LocalizedText Topic, PersonId? Home, PersonId? Host)
{
    /// <summary>The longest a stay is taken for, years.</summary>
    private const int LongestYears = 6;

    public static StayFields Read(FormReader form, bool isNew)
    {
        var (from, until) = (form.Date("from", required: true), form.Date("until", required: true));
        if (from is { Year: < 1950 or > 2100 }) form.Refuse("from", "form.date");
        else if (until <= from) form.Refuse("until", "stays.wrong.until");
        else if (until > from?.AddYears(LongestYears)) form.Refuse("until", "stays.wrong.long", LongestYears);
        return new(
            isNew ? form.Key<PersonCard>("person", required: true) : null, isNew ? form.Text("place", 200) : "", isNew ? form.Key<OrganisationCard>("partner") : null,
            isNew ? form.Choice("direction", PlaceDirection.Out) : default, isNew ? form.Text("form", MobilityForm.LongestCode, required: true) : "",
            isNew && form.Raw("level").Length > 0 ? form.Choice("level", StudyLevel.Doctoral) : null, from, until, EachLanguage.Of(form, "topic", Stay.LongestTopic),
            form.Key<PersonCard>("home"), form.Key<PersonCard>("host"));
    }
}

/// <summary>What the form of a stay shows.</summary>
public sealed record WriteStayModel(FormReader Sent)
{
    public StayView? Existing { get; init; }

    public IReadOnlyList<Ui.Lists.Choice> Forms { get; init; } = [];

    /// <summary>The lines of agreements: agreement, line, partner.</summary>
    public IReadOnlyList<PlaceChoice> Places { get; init; } = [];

    public IReadOnlyList<UnitCard> Units { get; init; } = [];
}

/// <summary>A line of an agreement a stay can take its place of.</summary>
public sealed record PlaceChoice(string Value, string Text, AgreementId Agreement, string Line, OrganisationId Partner, PlaceDirection Direction);
