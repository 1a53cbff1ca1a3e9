using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Entente.Mobility.Stays;

/// <summary>A step of the journey is done, with a sentence that shows it: by the student or by those who keep the stay.</summary>
internal static class KeepSteps
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(ShowStay.Route + "/steps/{code}/done", DoneAsync).ForAccounts();

    private static async Task<IResult> DoneAsync(string id, string code, HttpRequest request, AppDbContext db, StayReading reading, StayDuties duties, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { MayWrite: true } view || await reading.FindAsync(id, cancellation) is not { } stay) return Results.NotFound();
        if (!view.Steps.Any(d => d.Instance == code && d.State == ObligationState.Open && d.Kind == StayDuties.Step)) return Results.NotFound();
        var form = await FormReader.ReadAsync(request, cancellation);
        var receipt = form.Text("receipt", Stay.LongestReason, required: true);
        if (!form.IsValid) return Page.Refuse<ShowStayPage>(view with { Refused = "step-" + code, Sent = form });
        db.Write.Action = "mobility.step.done";
        await duties.DoneAsync(stay, StayDuties.Step, receipt, cancellation, code);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(view.Address + "#steps");
    }
}
