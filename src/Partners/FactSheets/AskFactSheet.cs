using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Links;
using Entente.Foundation.Web;
using Entente.Partners.Partners;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.FactSheets;

/// <summary>Asks one person of the partner to correct the fact sheet and the contacts by a link.</summary>
internal static class AskFactSheet
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(ShowFactSheet.Route + "/ask", AskAsync).Requires(PartnersPermissions.Edit);

    private static async Task<IResult> AskAsync(
        string id, int? year, HttpContext context, AppDbContext db, FactSheetReading reading, Asking asking, EditUnits units, Viewer viewer, LinkOnce once,
        CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, year, viewer, cancellation) is not { } sheet) return Results.NotFound();
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var contact = sheet.Contacts.FirstOrDefault(c => c.Id.ToString("N") == form.Raw("contact"));
        if (contact is null) form.Refuse("contact", "form.choice");
        else if (contact.Email.Length == 0) form.Refuse("contact", "facts.ask.no-address", contact.Name);
        var days = form.Number("days", 1, OutsideLinks.MostDays, required: true);
        var unit = await units.ChosenAsync(form, viewer, PartnersPermissions.Edit, cancellation);
        if (!form.IsValid || contact is null || days is null || unit is null) return Page.Refuse<FactSheetPage>(sheet with { Form = form });
        db.Write.Action = "partners.fact-sheet.ask";
        var token = await asking.AskAsync(sheet.Organisation, contact, sheet.Year, unit.Value, days.Value, viewer, cancellation);
        await db.SaveChangesAsync(cancellation);
        once.Keep(context, contact.Email, OutsideLinks.PathOf(token), sheet.Path);
        return Page.SeeOther(sheet.Address);
    }
}
