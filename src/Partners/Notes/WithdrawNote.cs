using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Partners.Model;
using Entente.Partners.Partners;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Notes;

/// <summary>Takes a note back; only its author can. The row stays and is shown no more.</summary>
internal static class WithdrawNote
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(ShowPartner.Route + "/notes/{note}/withdraw", PostAsync).Requires(PartnersPermissions.Edit);

    private static async Task<IResult> PostAsync(string id, string note, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(id, null, out var organisation) || !Id<Note>.TryParse(note, null, out var key) || viewer.Account is not { } account)
            return Results.NotFound();
        var own = new AccountId(account);
        var found = await db.Set<Note>().VisibleTo(viewer)
            .SingleOrDefaultAsync(n => n.Id == key && n.OrganisationId == organisation && n.AccountId == own && n.MeetingId == null && n.WithdrawnAt == null, cancellation);
        if (found is null) return Results.NotFound();
        found.WithdrawnAt = db.Write.Now;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowPartner.AddressOf(organisation) + "#notes");
    }
}
