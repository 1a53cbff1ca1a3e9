using System.Security.Cryptography;
using System.Text;
using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Demo;
using Entente.Foundation.Time;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Demo;

/// <summary>The reviews of the demonstration school's closed call: a strict, a generous and a thorough reviewer, whose ranking the applications carry.</summary>
internal sealed class ReviewsDemo(SchoolClock clock) : IDemoData
{
    private sealed record Given(string Reviewer, string Student, int Record, int Plan, int Readiness, string Comment);

    private static readonly (LocalizedText Name, int Weight)[] Criteria =
    [
        (new("Academic record", "学业成绩"), 40), (new("Research plan", "研究计划"), 40), (new("Language and preparation", "语言与准备"), 20),
    ];

    private static readonly Given[] Reviews =
    [
        new("he.mingche", "wen.zixi", 8, 8, 8, "A plan that can be carried out in a year, with data already at hand."),
        new("he.mingche", "mo.yichen", 7, 7, 7, "Solid; the link to the host group could be closer."),
        new("he.mingche", "pei.shuyu", 5, 5, 6, "The plan is still a list of questions."),
        new("song.qiao", "mo.yichen", 9, 9, 9, "The clearest plan of those I read."),
        new("song.qiao", "fu.nianan", 8, 8, 8, "Well prepared, has written to the host group already."),
        new("song.qiao", "pei.shuyu", 7, 8, 7, "An original question; needs a method."),
        new("song.qiao", "yu.jiashu", 6, 6, 7, "Early for a year abroad."),
        new("lu.jingxing", "wen.zixi", 10, 9, 10, "Outstanding."),
        new("lu.jingxing", "fu.nianan", 9, 9, 8, "Strong, and the place fits."),
        new("lu.jingxing", "yu.jiashu", 7, 8, 8, "Promising."),
    ];

    public int Order => 36;

    public async Task LoadAsync(AppDbContext db, DemoBook book, DateOnly today, CancellationToken cancellation)
    {
        var now = clock.Now;
        var call = await db.Set<Call>().VisibleTo(Viewer.System).Where(c => c.ClosesAt < now).OrderBy(c => c.Id).FirstAsync(cancellation);
        var applications = await db.Set<Application>().VisibleTo(Viewer.System).Where(a => a.CallId == call.Id).ToDictionaryAsync(a => a.PersonId, cancellation);
        var rubric = new Rubric
        {
            CallId = call.Id,
            DueOn = today.AddDays(-1),
            Reviewers = 2,
            Guidance = new("Judge the plan before the grades: what will be better for the year abroad?", "先看研究计划，再看成绩：一年的联合培养将带来什么？"),
            FrozenAt = now - Duration.FromDays(4),
            RankedAt = now - Duration.FromHours(20),
        };
        var criteria = Criteria.Select((c, i) => new RubricCriterion { RubricId = rubric.Id, Name = c.Name, Weight = c.Weight, Points = 10, Order = i }).ToList();
        db.Add(rubric);
        db.AddRange(criteria);
        foreach (var given in Reviews)
        {
            var application = applications[book.Find<PersonCard>(given.Student)];
            var review = new Review
            {
                ApplicationId = application.Id,
                CallId = call.Id,
                CallUnitId = call.UnitId,
                ReviewerId = book.Find<AccountCard>(given.Reviewer),
                AskedAt = now - Duration.FromDays(5),
                Comment = given.Comment,
                // The demonstration school is the same to the byte every time.
                Code = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{given.Reviewer} {given.Student}")))[..32],
            };
            review.Send(now - Duration.FromDays(2));
            db.Add(review);
            int[] points = [given.Record, given.Plan, given.Readiness];
            db.AddRange(criteria.Select((c, i) => new ReviewScore { ReviewId = review.Id, CriterionId = c.Id, Points = points[i] }));
        }

        db.Add(new DeclaredConflict
        {
            ApplicationId = applications[book.Find<PersonCard>("wen.zixi")].Id,
            ReviewerId = book.Find<AccountCard>("song.qiao"),
            Reason = "We wrote a paper together that is under review.",
            DeclaredAt = now - Duration.FromDays(5),
        });
    }
}
