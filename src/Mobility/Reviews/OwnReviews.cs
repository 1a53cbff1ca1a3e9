using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Mobility.Applications;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Reviews;

/// <summary>Reads the reviews somebody was asked for, each with the application as it was sent.</summary>
internal sealed class OwnReviews(AppDbContext db, CallReading calls, ApplicationReading applications, IPersons persons, Conflicts conflicts, Viewer viewer)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<OwnReviewRow>> ListAsync(CancellationToken cancellation)
    {
        if (viewer.Account is not { } account) return [];
        var me = new AccountId(account);
        var own = await (from review in db.Set<Review>().VisibleTo(viewer).AsNoTracking()
                         join application in db.Set<Application>().VisibleTo(viewer) on review.ApplicationId equals application.Id
                         join call in db.Set<Call>().VisibleTo(Viewer.System) on review.CallId equals call.Id
                         join rubric in db.Set<Rubric>() on review.CallId equals rubric.CallId
                         where review.ReviewerId == me && (review.State == ReviewState.Asked || review.State == ReviewState.Sent)
                         orderby review.State, rubric.DueOn, review.Code
                         select new { review.Code, review.State, application.PersonId, call.Title, rubric.DueOn, IsBegun = review.Scores.Any() }).Take(Most).ToListAsync(cancellation);
        var people = own.Select(r => r.PersonId).Distinct().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return [.. own.Select(r => new OwnReviewRow(r.Code, names[r.PersonId], r.Title, r.State, r.DueOn, r.IsBegun))];
    }

    /// <summary>One's own review with its record, to be changed; none where it was not asked for.</summary>
    public async Task<(ReviewModel Model, Review Review, Rubric Rubric)?> OfAsync(string code, CancellationToken cancellation)
    {
        if (viewer.Account is not { } account) return null;
        var me = new AccountId(account);
        var review = await db.Set<Review>().VisibleTo(viewer).Include(r => r.Scores).SingleOrDefaultAsync(r => r.Code == code && r.ReviewerId == me, cancellation);
        if (review is not { State: ReviewState.Asked or ReviewState.Sent }) return null;
        var (of, callId) = (review.ApplicationId, review.CallId);
        var application = await db.Set<Application>().VisibleTo(viewer).AsNoTracking().Include(a => a.Choices).SingleOrDefaultAsync(a => a.Id == of, cancellation);
        if (application is null || await calls.OfAsync(callId.ToString(), Viewer.System, cancellation) is not { } call) return null;
        var rubric = await db.Set<Rubric>().Include(r => r.Criteria).SingleAsync(r => r.CallId == callId, cancellation);
        var against = (await conflicts.OfAsync([me], [application], cancellation)).Of(me, of.Value);
        return (new(review.Code, call, await applications.ViewAsync(application, call, cancellation), RubricView.Of(rubric)!, review.State, review.Comment)
        {
            Points = review.Scores.ToDictionary(s => s.CriterionId.Value, s => s.Points),
            Conflicts = against,
        }, review, rubric);
    }
}

/// <summary>A review of the reviewer's list.</summary>
public sealed record OwnReviewRow(string Code, LocalizedText Name, LocalizedText Call, ReviewState State, DateOnly DueOn, bool IsBegun);

/// <summary>What the reviewer's list shows.</summary>
public sealed record OwnReviewsModel(IReadOnlyList<OwnReviewRow> Rows, DateOnly Today);

/// <summary>What the page of a review shows.</summary>
public sealed record ReviewModel(string Code, CallModel Call, ApplicationView Application, RubricView Rubric, ReviewState State, string Comment)
{
    public IReadOnlyDictionary<Guid, int> Points { get; init; } = new Dictionary<Guid, int>();

    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];

    public FormReader Sent { get; init; } = FormReader.Empty;

    public string Address => WriteReview.AddressOf(Code);

    /// <summary>Until the ranking is taken over a review can be changed, sent in or not.</summary>
    public bool CanWrite => !Rubric.IsRanked;
}
