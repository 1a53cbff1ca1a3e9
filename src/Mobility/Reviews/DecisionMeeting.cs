using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Reviews;

/// <summary>The page a meeting decides from: one row an application with what its reviews come to and why; the ranking proposed is taken over into the applications by one act.</summary>
internal static class DecisionMeeting
{
    private const string Route = ShowCall.Route + "/meeting";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(MobilityPermissions.View);
        routes.MapPost(Route + "/take-over", TakeOverAsync).Requires(MobilityPermissions.Allocate);
    }

    private static async Task<IResult> ShowAsync(string id, string? sort, CallReviewReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(id, cancellation) is { Rubric: not null } reviews ? Page.Show<MeetingPage>(MeetingModel.Of(reviews, sort)) : Results.NotFound();

    private static async Task<IResult> TakeOverAsync(string id, HttpRequest request, AppDbContext db, CallReviewReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { Rubric: not null, Call.MayAllocate: true } reviews) return Results.NotFound();
        var model = MeetingModel.Of(reviews, null);
        var sent = await FormReader.ReadAsync(request, cancellation);
        if (model.Ranked == 0) sent.Refuse("", "reviews.wrong.no-reviews");
        // What was on the screen is what is taken over: a review that came in meanwhile is looked at first.
        else if (sent.Raw("seen") != model.Digest) sent.Refuse("", "reviews.wrong.moved");
        if (!sent.IsValid) return Page.Refuse<MeetingPage>(model with { Sent = sent });
        var key = new Id<Call>(model.Call.Key);
        var ranks = model.Rows.ToDictionary(r => r.Of.Key, r => r.Rank);
        foreach (var application in await db.Set<Application>().VisibleTo(viewer).Where(a => a.CallId == key && a.State == ApplicationState.Submitted).ToListAsync(cancellation))
            application.Rank = ranks.GetValueOrDefault(application.Id.Value);
        (await db.Set<Rubric>().SingleAsync(r => r.CallId == key, cancellation)).RankedAt = db.Write.Now;
        db.Write.Action = "mobility.review.take-over";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Address);
    }
}
