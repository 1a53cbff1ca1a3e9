using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Notes;

/// <summary>Writes down a remark, a meeting, a call, a mail or a visit, on the partner's page.</summary>
internal static class AddNote
{
    private const int LongestText = 4000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(ShowPartner.Route + "/notes", PostAsync).Requires(PartnersPermissions.Edit);

    private static async Task<IResult> PostAsync(
        string id, HttpRequest request, AppDbContext db, PartnerReading reading, EditUnits units, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(id, null, out var organisation)) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        if (await reading.OfAsync(organisation, viewer, null, cancellation) is not { } partner) return Results.NotFound();
        return await WriteAsync(form, organisation, db, units, viewer, clock, cancellation) is { } note
            ? Page.SeeOther(partner.Address + "#note-" + note.Id)
            : Page.Refuse<PartnerPage>(new PartnerPageModel(partner, form));
    }

    /// <summary>Adds the note a form says and saves; none where something is wrong, which then stands in the form.</summary>
    public static async Task<Note?> WriteAsync(
        FormReader form, OrganisationId organisation, AppDbContext db, EditUnits units, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var kind = form.Choice("kind", NoteKind.Remark);
        var on = form.Date("on", required: true);
        var text = form.Text("text", LongestText, required: true);
        if (on > clock.Today) form.Refuse("on", "partners.note.on.later");
        var agreement = form.Key<Contracts.Partners.AgreementCard>("agreement");
        if (agreement is { } about && !await db.Set<Agreement>().VisibleTo(viewer).AnyAsync(a => a.Id == about && a.Parties.Any(p => p.OrganisationId == organisation), cancellation))
            form.Refuse("agreement", "form.choice");
        var unit = await units.ChosenAsync(form, viewer, PartnersPermissions.Edit, cancellation);
        if (!form.IsValid || on is null || unit is null) return null;

        var note = new Note
        {
            OrganisationId = organisation,
            AgreementId = agreement,
            Kind = kind,
            On = on.Value,
            Text = EnteredText.In(text),
            AccountId = viewer.Me(),
            RecordedAt = db.Write.Now,
            UnitId = unit.Value,
        };
        db.Add(note);
        await db.SaveChangesAsync(cancellation);
        return note;
    }
}
