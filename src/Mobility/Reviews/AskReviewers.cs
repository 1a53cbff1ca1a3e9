using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Reviews;

/// <summary>Asks reviewers: one for one application, or several chosen over whom the applications are spread evenly; never somebody with a conflict. Takes a review back.</summary>
internal static class AskReviewers
{
    private const int MostLoad = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(CallReviews.Route + "/ask", AskAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(CallReviews.Route + "/spread", SpreadAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(CallReviews.Route + "/{review}/take-back", TakeBackAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> AskAsync(string id, HttpRequest request, AppDbContext db, CallReviewReading reading, ReviewDuties duties, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { MayAsk: true } model) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var application = model.Rows.FirstOrDefault(r => r.Key.ToString("N") == sent.Raw("application"));
        var reviewer = model.Able.FirstOrDefault(r => r.Key.ToString("N") == sent.Raw("reviewer"));
        if (application is null) sent.Refuse("application", "form.choice");
        if (reviewer is null) sent.Refuse("reviewer", "form.choice");
        if (application is not null && reviewer is not null)
        {
            if (application.Reviews.Any(v => v.Reviewer == reviewer.Key && v.Stands)) sent.Refuse("reviewer", "reviews.wrong.asked", reviewer.Name);
            else if (model.Barred.Contains((reviewer.Key, application.Key)))
                sent.Refuse("reviewer", "reviews.wrong.conflict", reviewer.Name, application.Conflicts.First(c => c.Name == reviewer.Name).Conflict.Evidence);
        }

        if (!sent.IsValid) return Page.Refuse<CallReviewsPage>(model with { Sent = sent });
        await AddAsync(db, duties, model, [(application!.Key, reviewer!.Key)], viewer, cancellation);
        return Page.SeeOther(model.Address);
    }

    private static async Task<IResult> SpreadAsync(string id, HttpRequest request, AppDbContext db, CallReviewReading reading, ReviewDuties duties, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { MayAsk: true } model) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var chosen = model.Able.Where(r => sent.All("reviewers").Contains(r.Key.ToString("N"), StringComparer.Ordinal)).ToList();
        if (chosen.Count == 0) sent.Refuse("reviewers", "reviews.wrong.nobody");
        var load = sent.Number("load", 1, MostLoad, required: true);
        if (!sent.IsValid) return Page.Refuse<CallReviewsPage>(model with { Sent = sent });
        var met = model.Rows.SelectMany(r => r.Reviews.Select(v => (r.Key, v.Reviewer))).ToHashSet();
        var pairs = Spreading.Of(
            [.. model.Rows.Select(r => (r.Key, Math.Max(0, model.Rubric!.Reviewers - r.Reviews.Count(v => v.Stands))))], [.. chosen.Select(r => (r.Key, r.Load))], load!.Value,
            (application, reviewer) => !met.Contains((application, reviewer)) && !model.Barred.Contains((reviewer, application)));
        if (pairs.Count == 0)
        {
            sent.Refuse("reviewers", model.Missing == 0 ? "reviews.wrong.enough" : "reviews.wrong.nothing");
            return Page.Refuse<CallReviewsPage>(model with { Sent = sent });
        }

        await AddAsync(db, duties, model, pairs, viewer, cancellation);
        return Page.SeeOther(model.Address);
    }

    private static async Task AddAsync(AppDbContext db, ReviewDuties duties, CallReviewsModel model, IReadOnlyList<(Guid Application, Guid Reviewer)> pairs, Viewer viewer, CancellationToken cancellation)
    {
        var key = new Id<Call>(model.Call.Key);
        var ids = pairs.Select(p => new Id<Application>(p.Application)).Distinct().ToList();
        var known = await db.Set<Review>().VisibleTo(viewer).Where(r => r.CallId == key).ToDictionaryAsync(r => (r.ApplicationId.Value, r.ReviewerId.Value), cancellation);
        var asked = new List<Review>();
        foreach (var pair in pairs)
        {
            if (known.TryGetValue(pair, out var old)) old.AskAgain();
            else db.Add(old = new() { ApplicationId = new(pair.Application), CallId = key, CallUnitId = new(model.Call.UnitKey), ReviewerId = new(pair.Reviewer), AskedAt = db.Write.Now });
            asked.Add(old);
        }

        await duties.OweAsync(asked, await db.Set<Application>().VisibleTo(viewer).AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellation), model.Call, model.Rubric!.DueOn, cancellation);
        db.Write.Action = "mobility.review.ask";
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody asked the same reviewer in the same moment: the page that follows shows how it stands now.
        }
    }

    private static async Task<IResult> TakeBackAsync(string id, string review, HttpRequest request, AppDbContext db, CallReviewReading reading, ReviewDuties duties, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { MayAsk: true } model) return Results.NotFound();
        var key = new Id<Call>(model.Call.Key);
        if (await db.Set<Review>().VisibleTo(viewer).SingleOrDefaultAsync(r => r.CallId == key && r.Code == review, cancellation) is not { State: ReviewState.Asked or ReviewState.Sent } stored) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var reason = sent.Text("reason", Review.LongestReason, required: true);
        if (!sent.IsValid) return Page.Refuse<CallReviewsPage>(model with { Sent = sent });
        stored.TakeBack(reason);
        await duties.ReleaseAsync(stored, reason, cancellation);
        db.Write.Action = "mobility.review.take-back";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Address);
    }
}
