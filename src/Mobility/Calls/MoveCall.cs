using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Mobility.Calls;

/// <summary>Publishes a call, or calls it off with a reason that every applicant reads.</summary>
internal static class MoveCall
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(ShowCall.Route + "/publish", PublishAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(ShowCall.Route + "/call-off", CallOffAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> PublishAsync(string id, HttpRequest request, AppDbContext db, CallReading reading, PlaceOffers offers, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { MayEdit: true, Phase: CallPhase.Draft } shown || await reading.FindAsync(id, viewer, cancellation) is not { } call) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (shown.Seats == 0) sent.Refuse("", "calls.wrong.no-places");
        if (shown.ClosesAt <= db.Write.Now) sent.Refuse("", "calls.wrong.past");
        if (!sent.IsValid) return Page.Refuse<ShowCallPage>(shown with { Offers = await offers.OfAsync(shown, viewer, cancellation), Sent = sent });
        call.Publish();
        db.Write.Action = "mobility.call.publish";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(shown.Address);
    }

    private static async Task<IResult> CallOffAsync(string id, HttpRequest request, AppDbContext db, CallReading reading, PlaceOffers offers, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, viewer, cancellation) is not { MayEdit: true } shown || shown.Phase == CallPhase.CalledOff || await reading.FindAsync(id, viewer, cancellation) is not { } call) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var reason = sent.Text("reason", 1000, required: true);
        if (!sent.IsValid) return Page.Refuse<ShowCallPage>(shown with { Offers = await offers.OfAsync(shown, viewer, cancellation), Sent = sent });
        call.CallOff(reason);
        db.Write.Action = "mobility.call.call-off";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(shown.Address);
    }
}
