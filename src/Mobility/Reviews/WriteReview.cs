using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Reviews;

/// <summary>A reviewer reads an application, gives points and a comment, keeps a draft, sends it in, or declines with a reason; a conflict they name is kept.</summary>
internal static class WriteReview
{
    public const string List = "/reviews";
    private const string Route = List + "/{code}";

    public static string AddressOf(string code) => $"{List}/{code}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(List, ListAsync).Requires(MobilityPermissions.Review);
        routes.MapGet(Route, ShowAsync).Requires(MobilityPermissions.Review);
        routes.MapPost(Route, WriteAsync).Requires(MobilityPermissions.Review);
        routes.MapPost(Route + "/decline", DeclineAsync).Requires(MobilityPermissions.Review);
    }

    private static async Task<IResult> ListAsync(OwnReviews own, SchoolClock clock, CancellationToken cancellation) =>
        Page.Show<OwnReviewsPage>(new OwnReviewsModel(await own.ListAsync(cancellation), clock.Today));

    private static async Task<IResult> ShowAsync(string code, OwnReviews own, CancellationToken cancellation) =>
        await own.OfAsync(code, cancellation) is var (model, _, _) ? Page.Show<ReviewPage>(model) : Results.NotFound();

    private static async Task<IResult> WriteAsync(string code, HttpRequest request, AppDbContext db, OwnReviews own, ReviewDuties duties, CancellationToken cancellation)
    {
        if (await own.OfAsync(code, cancellation) is not var (model, review, rubric) || !model.CanWrite) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var sends = sent.Raw("do") == "send";
        // What was sent in once stays complete: a draft cannot take points away again.
        var whole = sends || review.State == ReviewState.Sent;
        var points = rubric.Criteria.ToDictionary(c => c.Id, c => sent.Number("points-" + c.Id, 0, c.Points, required: whole));
        var comment = sent.Text("comment", Review.LongestComment, required: whole);
        if (whole && model.Conflicts.Count > 0) sent.Refuse("", "reviews.wrong.own-conflict", model.Conflicts[0].Evidence);
        if (!sent.IsValid) return Page.Refuse<ReviewPage>(model with { Sent = sent });
        foreach (var (criterion, given) in points)
        {
            var score = review.Scores.Find(s => s.CriterionId == criterion);
            if (given is not { } number)
            {
                if (score is not null) db.Remove(score);
            }
            else if (score is not null) score.Points = number;
            else db.Add(new ReviewScore { ReviewId = review.Id, CriterionId = criterion, Points = number });
        }

        review.Comment = comment;
        if (sends)
        {
            review.Send(db.Write.Now);
            rubric.FrozenAt ??= db.Write.Now;
            await duties.DoneAsync(review, cancellation);
        }

        db.Write.Action = sends ? "mobility.review.send" : "mobility.review.draft";
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another first review, or a change of the rubric, came in between; nothing of this one is lost but its sending.
            sent.Refuse("", "reviews.wrong.meanwhile");
            return Page.Refuse<ReviewPage>(model with { Sent = sent });
        }

        return Page.SeeOther(sends ? List : model.Address);
    }

    private static async Task<IResult> DeclineAsync(string code, HttpRequest request, AppDbContext db, OwnReviews own, ReviewDuties duties, CancellationToken cancellation)
    {
        if (await own.OfAsync(code, cancellation) is not var (model, review, _) || !model.CanWrite) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var reason = sent.Text("reason", Review.LongestReason, required: true);
        if (!sent.IsValid) return Page.Refuse<ReviewPage>(model with { Sent = sent });
        if (sent.Flag("conflict") && !await db.Set<DeclaredConflict>().AnyAsync(d => d.ApplicationId == review.ApplicationId && d.ReviewerId == review.ReviewerId, cancellation))
            db.Add(new DeclaredConflict { ApplicationId = review.ApplicationId, ReviewerId = review.ReviewerId, Reason = reason, DeclaredAt = db.Write.Now });
        review.Decline(reason);
        await duties.ReleaseAsync(review, reason, cancellation);
        db.Write.Action = "mobility.review.decline";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(List);
    }
}
