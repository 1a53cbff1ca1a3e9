using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Partners.FactSheets;

/// <summary>The office writes a fact sheet itself, from a mail or a leaflet of the partner; it counts at once.</summary>
internal static class WriteFactSheet
{
    private const string Route = ShowFactSheet.Route + "/edit";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(Route, WriteAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(string id, int? year, FactSheetReading reading, Viewer viewer, CancellationToken cancellation) =>
        await reading.OfAsync(id, year, viewer, cancellation) is { } sheet ? Page.Show<WriteFactSheetPage>(sheet) : Results.NotFound();

    private static async Task<IResult> WriteAsync(
        string id, int? year, HttpRequest request, AppDbContext db, FactSheetReading reading, EditUnits units, AcademicCalendar calendar, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, year, viewer, cancellation) is not { } sheet) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var content = FactSheetForm.Sheet(form, sheet.Year, calendar);
        var unit = await units.ChosenAsync(form, viewer, PartnersPermissions.Edit, cancellation);
        if (!form.IsValid || unit is null) return Page.Refuse<WriteFactSheetPage>(sheet with { Form = form });
        if (content != sheet.Confirmed?.Answer.Sheet)
        {
            db.Add(new FactSheet
            {
                OrganisationId = sheet.Organisation.Id,
                Year = sheet.Year,
                Answer = new FactSheetAnswer(content, []).ToJson(),
                State = FactSheetState.Confirmed,
                By = viewer.Name,
                RecordedAt = db.Write.Now,
                DecidedBy = viewer.Me(),
                DecidedAt = db.Write.Now,
                UnitId = unit.Value,
            });
            await db.SaveChangesAsync(cancellation);
        }

        return Page.SeeOther(sheet.Address);
    }
}
