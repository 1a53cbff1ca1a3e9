using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Mobility.Stays;

/// <summary>A stay begins, ends (as planned or broken off) or is called off; nothing of its history is lost.</summary>
internal static class MoveStay
{
    /// <summary>How many days before the planned first day somebody may have arrived.</summary>
    public const int Early = 60;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(ShowStay.Route + "/arrive", ArriveAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(ShowStay.Route + "/end", EndAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(ShowStay.Route + "/call-off", CallOffAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> ArriveAsync(
        string id, HttpRequest request, AppDbContext db, StayReading reading, StayMoves moves, SchoolClock clock, CancellationToken cancellation)
    {
        if (await reading.KeptAsync(id, cancellation) is not { State: StayState.Planned } stay) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var on = form.Date("on", required: true);
        if (on > clock.Today) form.Refuse("on", "stays.wrong.future");
        else if (on < stay.From.AddDays(-Early) || on >= stay.Until) form.Refuse("on", "stays.wrong.arrival");
        if (!form.IsValid) return await RefuseAsync("arrive", id, form, reading, cancellation);
        db.Write.Action = "mobility.stay.arrive";
        await moves.ArriveAsync(stay, on!.Value, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowStay.AddressOf(stay.Id));
    }

    private static async Task<IResult> EndAsync(
        string id, HttpRequest request, AppDbContext db, StayReading reading, StayMoves moves, SchoolClock clock, CancellationToken cancellation)
    {
        if (await reading.KeptAsync(id, cancellation) is not { State: StayState.UnderWay } stay) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var on = form.Date("on", required: true);
        if (on > clock.Today) form.Refuse("on", "stays.wrong.future");
        else if (on < stay.ArrivedOn) form.Refuse("on", "stays.wrong.end");
        var reason = form.Text("reason", Stay.LongestReason, required: on is { } last && stay.IsBrokenOffAt(last));
        if (!form.IsValid) return await RefuseAsync("end", id, form, reading, cancellation);
        db.Write.Action = "mobility.stay.end";
        await moves.EndAsync(stay, on!.Value, stay.IsBrokenOffAt(on.Value) ? reason : null, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowStay.AddressOf(stay.Id));
    }

    private static async Task<IResult> CallOffAsync(string id, HttpRequest request, AppDbContext db, StayReading reading, StayMoves moves, CancellationToken cancellation)
    {
        if (await reading.KeptAsync(id, cancellation) is not { State: StayState.Planned } stay) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var reason = form.Text("reason", Stay.LongestReason, required: true);
        if (!form.IsValid) return await RefuseAsync("call-off", id, form, reading, cancellation);
        db.Write.Action = "mobility.stay.call-off";
        await moves.CallOffAsync(stay, reason, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(ShowStay.AddressOf(stay.Id));
    }

    private static async Task<IResult> RefuseAsync(string step, string id, FormReader form, StayReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(id, cancellation) is { } view ? Page.Refuse<ShowStayPage>(view with { Refused = step, Sent = form }) : Results.NotFound();
}
