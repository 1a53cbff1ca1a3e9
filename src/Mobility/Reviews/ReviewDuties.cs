using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Time;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Reviews;

/// <summary>Keeps what reviewers owe in step with what they were asked for: a line on their desk until it is sent in, declined or taken back.</summary>
internal sealed class ReviewDuties(AppDbContext db, IObligations obligations, IPersons persons, SchoolClock clock, TextCatalog texts)
{
    public const string Kind = "mobility.review";

    public async Task OweAsync(IReadOnlyCollection<Review> reviews, IReadOnlyCollection<Application> applications, CallModel call, DateOnly due, CancellationToken cancellation)
    {
        var people = applications.Select(a => a.PersonId).Distinct().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var of = applications.ToDictionary(a => a.Id, a => names[a.PersonId]);
        foreach (var review in reviews)
        {
            await obligations.OweAsync(
                new(review.Ref(), Kind, "", BuiltInRole.Coordinator, review.CallUnitId, review.ReviewerId,
                    texts.InEach("reviews.duty", of[review.ApplicationId], call.Title),
                    WriteReview.AddressOf(review.Code), due, clock.Today),
                cancellation);
        }
    }

    /// <summary>Moves what is still owed to the rubric's day.</summary>
    public async Task MoveAsync(Rubric rubric, CallModel call, CancellationToken cancellation)
    {
        var key = rubric.CallId;
        var open = await db.Set<Review>().VisibleTo(Viewer.System).AsNoTracking().Where(r => r.CallId == key && r.State == ReviewState.Asked).ToListAsync(cancellation);
        if (open.Count == 0) return;
        var ids = open.Select(r => r.ApplicationId).Distinct().ToList();
        await OweAsync(open, await db.Set<Application>().VisibleTo(Viewer.System).AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellation), call, rubric.DueOn, cancellation);
    }

    public Task DoneAsync(Review review, CancellationToken cancellation) => obligations.FulfilAsync(review.Ref(), Kind, "", texts["reviews.duty.done"], cancellation);

    public Task ReleaseAsync(Review review, string reason, CancellationToken cancellation) => obligations.ReleaseAsync(review.Ref(), reason, cancellation);
}
