using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Jobs;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Safeguards.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Approvals;

/// <summary>Approves, returns or refuses the step that waits; or takes one's own request back.</summary>
internal static class Decide
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var one = routes.MapGroup("/approvals/{id}");
        one.MapGet("", ShowAsync).ForAccounts();
        one.MapPost("", DecideAsync).ForAccounts();
        one.MapPost("/withdraw", WithdrawAsync).ForAccounts();
    }

    private static async Task<IResult> ShowAsync(string id, DecisionDoor door, DecisionView view, CancellationToken cancellation) =>
        await door.FindAsync(id, cancellation) is { } request
            ? Page.Show<DecisionPage>(await view.OfAsync(request, FormReader.Empty, cancellation))
            : Results.NotFound();

    private static async Task<IResult> DecideAsync(
        string id, HttpRequest http, DecisionDoor door, DecisionView view, AppDbContext db, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } request) return Results.NotFound();
        var (pack, chain) = await door.ChainOfAsync(request, cancellation);
        var form = await FormReader.ReadAsync(http, cancellation);
        var right = DecisionDoor.RightOf(viewer, request, chain);
        if (request.Waiting is null) form.Refuse("", "approvals.decided-meanwhile");
        else if (form.Raw("step") != request.CurrentStep.ToString(System.Globalization.CultureInfo.InvariantCulture)) form.Refuse("", "approvals.decided-meanwhile");
        else if (!right.May) form.Refuse("", right.WhyNotKey ?? "approvals.not-yours");
        if (!form.IsValid) return Page.Refuse<DecisionPage>(await view.OfAsync(request, form, cancellation));

        var decision = form.Choice("decision", ApprovalDecision.Pending);
        if (decision == ApprovalDecision.Pending) form.Refuse("", "approvals.choose");
        var reason = form.Text("reason", ApprovalRequest.LongestReason);
        if (decision is ApprovalDecision.Returned or ApprovalDecision.Refused && reason.Length == 0) form.Refuse("reason", "approvals.reason-missing");
        if (decision == ApprovalDecision.Approved && await view.ChangedSinceAsync(request, cancellation)) form.Refuse("", "approvals.changed-since");
        if (!form.IsValid) return Page.Refuse<DecisionPage>(await view.OfAsync(request, form, cancellation));

        db.Write.Action = DecisionDoor.ActionOf(viewer, request.Waiting!);
        var calendar = pack.Calendar(chain.Calendar)!;
        request.Decide(decision, viewer.Me(), right.OnBehalfOf, reason.Length > 0 ? reason : null, db.Write.Now, next => calendar.Add(clock.Today, next.WithinWorkingDays));
        if (request.State == ApprovalState.Pending) db.Enqueue(new HandOn(request.Id.Value));
        else db.Tell(new ApprovalDecided(request.Subject, request.State, request.ContentHash, request.Reason));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Page.SeeOther($"/approvals/{request.Id}");
        }

        return Page.SeeOther($"/approvals/{request.Id}");
    }

    private static async Task<IResult> WithdrawAsync(string id, HttpRequest http, DecisionDoor door, DecisionView view, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { State: ApprovalState.Pending } request || request.AskedById is null || request.AskedById != viewer.Me())
            return Results.NotFound();
        var form = await FormReader.ReadAsync(http, cancellation);
        var reason = form.Text("reason", ApprovalRequest.LongestReason, required: true);
        if (!form.IsValid) return Page.Refuse<DecisionPage>(await view.OfAsync(request, form, cancellation));
        db.Write.Action = "safeguards.approvals.withdraw";
        request.Withdraw(reason, db.Write.Now);
        db.Tell(new ApprovalDecided(request.Subject, request.State, request.ContentHash, request.Reason));
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther($"/approvals/{request.Id}");
    }
}
