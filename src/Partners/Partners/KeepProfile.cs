using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Partners.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Partners.Partners;

/// <summary>Gives a partner its place in public lists that are cut short, or takes it away.</summary>
internal static class KeepProfile
{
    private const int LastPlace = 999;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(ShowPartner.Route + "/profile", PostAsync).Requires(PartnersPermissions.Edit);

    private static async Task<IResult> PostAsync(
        string id, HttpRequest request, AppDbContext db, PartnerReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (!OrganisationId.TryParse(id, null, out var key) || await reading.OfAsync(key, viewer, null, cancellation) is not { } partner) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var featured = form.Number("featured", 1, LastPlace);
        if (!form.IsValid) return Page.Refuse<PartnerPage>(new PartnerPageModel(partner, FormReader.Empty) { Profile = form });
        var profile = await db.Set<PartnerProfile>().SingleOrDefaultAsync(p => p.OrganisationId == key, cancellation);
        if (profile is null) db.Add(profile = new() { OrganisationId = key });
        profile.Featured = featured;
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(partner.Address);
    }
}
