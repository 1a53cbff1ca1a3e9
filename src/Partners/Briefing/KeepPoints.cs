using Entente.Contracts.Directory;
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
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Briefing;

/// <summary>Notes a point to be raised with a partner, and settles it with its outcome. Nothing is deleted.</summary>
internal static class KeepPoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(ShowBriefing.Route + "/points", AddAsync).Requires(PartnersPermissions.Edit);
        routes.MapPost(ShowBriefing.Route + "/points/{point}/settle", SettleAsync).Requires(PartnersPermissions.Edit);
    }

    private static async Task<IResult> AddAsync(
        string id, HttpRequest request, AppDbContext db, BriefingReading reading, EditUnits units, Viewer viewer, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(id, null, out var organisation)) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        if (await reading.OfAsync(organisation, viewer, cancellation) is not { } briefing) return Results.NotFound();
        var text = new LocalizedText(form.Text("text-en", OpenPoint.LongestText), form.Text("text-zh", OpenPoint.LongestText));
        if (text.Texts.Count == 0) form.Refuse("text-en", "form.required");
        var unit = await units.ChosenAsync(form, viewer, PartnersPermissions.Edit, cancellation);
        if (!form.IsValid || unit is null) return Page.Refuse<BriefingPage>(briefing with { Form = form });
        db.Add(new OpenPoint
        {
            OrganisationId = organisation,
            Text = text,
            AccountId = viewer.Me(),
            RecordedAt = db.Write.Now,
            UnitId = unit.Value,
        });
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(briefing.Address + "#points");
    }

    private static async Task<IResult> SettleAsync(string id, string point, HttpRequest request, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(id, null, out var organisation) || !Id<OpenPoint>.TryParse(point, null, out var key)) return Results.NotFound();
        var found = await db.Set<OpenPoint>().VisibleTo(viewer).SingleOrDefaultAsync(p => p.Id == key && p.OrganisationId == organisation, cancellation);
        if (found is not { SettledAt: null } || !viewer.May(PartnersPermissions.Edit, found.UnitId.Value)) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        found.Outcome = form.Text("outcome", OpenPoint.LongestText) is { Length: > 0 } outcome ? outcome : null;
        if (!form.IsValid) return Results.BadRequest();
        (found.SettledAt, found.SettledById) = (db.Write.Now, viewer.Me());
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPartner.AddressOf(organisation) + "/briefing#points");
    }
}
