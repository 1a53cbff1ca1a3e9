using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Applications;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Allocation;

/// <summary>A student accepts the place offered, in time, or declines it with a reason. Accepting takes the place in the partner's ledger.</summary>
internal static class AnswerOffer
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(OpenCalls.Address + "/{id}/accept", AcceptAsync).ForAccounts();
        routes.MapPost(OpenCalls.Address + "/{id}/decline", DeclineAsync).ForAccounts();
    }

    private static async Task<IResult> AcceptAsync(string id, AppDbContext db, ApplicationDoor door, IPlaceLedger ledger, CancellationToken cancellation)
    {
        if (await door.OpenAsync(id, cancellation) is not { Application: { } own, Given: { Place: { } place, Key: var key } given } mine) return Results.NotFound();
        if (given.State == ResultState.Accepted) return Page.SeeOther(mine.Address);
        var sent = new FormReader(FormCollection.Empty);
        if (!given.CanAnswer || own.State != ApplicationState.Submitted) sent.Refuse("", "given.wrong.over");
        var result = await db.Set<AllocationResult>().SingleAsync(r => r.Id == new Id<AllocationResult>(key), cancellation);
        if (sent.IsValid)
        {
            var form = await db.Set<MobilityForm>().AsNoTracking().SingleAsync(f => f.Code == mine.Call.FormCode, cancellation);
            var refused = await ledger.UseAsync(
                new(place.Agreement, place.Line, mine.Call.Year, own.Level, form.Length, 1, place.Partner.Id, result.Ref(), own.UnitKey, own.Field), cancellation);
            if (refused is not null) sent.Refuse("", "given.wrong.ledger", refused);
        }

        if (!sent.IsValid)
        {
            db.ChangeTracker.Clear();
            return Page.Refuse<MinePage>(mine with { Sent = sent });
        }

        result.Decide(ResultState.Accepted, db.Write.Now);
        db.Write.Action = "mobility.place.accept";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(mine.Address);
    }

    private static async Task<IResult> DeclineAsync(string id, HttpRequest request, AppDbContext db, ApplicationDoor door, CancellationToken cancellation)
    {
        if (await door.OpenAsync(id, cancellation) is not { Given: { CanAnswer: true, Key: var key } } mine) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var reason = sent.Text("reason", Application.LongestReason, required: true);
        if (!sent.IsValid) return Page.Refuse<MinePage>(mine with { Sent = sent });
        (await db.Set<AllocationResult>().SingleAsync(r => r.Id == new Id<AllocationResult>(key), cancellation)).Decide(ResultState.Declined, db.Write.Now, reason);
        db.Write.Action = "mobility.place.decline";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(mine.Address);
    }
}
