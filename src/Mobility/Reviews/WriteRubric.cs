using System.Globalization;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Foundation.Web;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Forms;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Reviews;

/// <summary>Writes by what the applications to a call are reviewed; once the first review is sent in only the date can still move.</summary>
internal static class WriteRubric
{
    public const string Route = CallReviews.Route + "/rubric";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, AskAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route, WriteAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> AskAsync(string id, AppDbContext db, CallReading calls, SchoolClock clock, Viewer viewer, CancellationToken cancellation) =>
        await ModelAsync(id, db, calls, clock, viewer, cancellation) is var (model, _) ? Page.Show<WriteRubricPage>(model) : Results.NotFound();

    private static async Task<IResult> WriteAsync(string id, HttpRequest request, AppDbContext db, CallReading calls, SchoolClock clock, ReviewDuties duties, Viewer viewer, CancellationToken cancellation)
    {
        if (await ModelAsync(id, db, calls, clock, viewer, cancellation) is not var (model, rubric)) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var due = sent.Date("due", required: true);
        if (due < clock.Today && due != rubric?.DueOn) sent.Refuse("due", "reviews.wrong.past");
        var reviewers = sent.Number("reviewers", 1, Rubric.MostReviewers, required: true);
        var guidance = EachLanguage.Of(sent, "guidance", Rubric.LongestGuidance);
        if (rubric is not null && sent.Raw("token") != rubric.Version.ToString(CultureInfo.InvariantCulture)) sent.Refuse("", "reviews.wrong.stale");
        var criteria = rubric is { FrozenAt: not null } ? null : Criteria(sent);
        if (!sent.IsValid) return Page.Refuse<WriteRubricPage>(model with { Sent = sent });
        if (rubric is null)
        {
            rubric = new() { CallId = new(model.Call.Key), DueOn = due!.Value, Reviewers = reviewers!.Value };
            db.Add(rubric);
        }

        (rubric.DueOn, rubric.Reviewers) = (due!.Value, reviewers!.Value);
        if (criteria is not null)
        {
            rubric.Guidance = guidance;
            await PutAsync(db, rubric, criteria, cancellation);
        }

        await duties.MoveAsync(rubric, model.Call, cancellation);
        db.Write.Action = "mobility.review.rubric";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Call.Address + "/reviews");
    }

    private static async Task<(RubricModel Model, Rubric? Rubric)?> ModelAsync(string id, AppDbContext db, CallReading calls, SchoolClock clock, Viewer viewer, CancellationToken cancellation)
    {
        if (await calls.OfAsync(id, viewer, cancellation) is not { MayEdit: true } call) return null;
        var key = new Id<Call>(call.Key);
        var rubric = await db.Set<Rubric>().Include(r => r.Criteria).SingleOrDefaultAsync(r => r.CallId == key, cancellation);
        return (new(call, RubricView.Of(rubric), clock.DateOf(call.ClosesAt).AddDays(14)), rubric);
    }

    private static List<CriterionView> Criteria(FormReader sent)
    {
        var criteria = new List<CriterionView>();
        for (var i = 0; i < Rubric.MostCriteria; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            var name = EachLanguage.Of(sent, "name-" + n, RubricCriterion.LongestName);
            if (name.Texts.Count == 0) continue;
            if (name.Texts.Count < Foundation.Texts.Language.All.Count) sent.Refuse($"name-{n}-en", "reviews.wrong.both");
            var weight = sent.Number("weight-" + n, 1, RubricCriterion.MostWeight, required: true);
            var points = sent.Number("points-" + n, 1, RubricCriterion.MostPoints, required: true);
            criteria.Add(new(default, name, weight ?? 1, points ?? 1));
        }

        if (criteria.Count == 0) sent.Refuse("name-0-en", "reviews.wrong.none");
        return criteria;
    }

    // The first stays the first: drafts keep their points where a criterion only changed its name.
    private static async Task PutAsync(AppDbContext db, Rubric rubric, List<CriterionView> criteria, CancellationToken cancellation)
    {
        var old = rubric.Criteria.OrderBy(c => c.Order).ToList();
        for (var i = 0; i < criteria.Count; i++)
        {
            if (i < old.Count) (old[i].Name, old[i].Weight, old[i].Points, old[i].Order) = (criteria[i].Name, criteria[i].Weight, criteria[i].Points, i);
            else db.Add(new RubricCriterion { RubricId = rubric.Id, Name = criteria[i].Name, Weight = criteria[i].Weight, Points = criteria[i].Points, Order = i });
        }

        foreach (var gone in old.Skip(criteria.Count))
        {
            db.RemoveRange(await db.Set<ReviewScore>().Where(s => s.CriterionId == gone.Id).ToListAsync(cancellation));
            db.Remove(gone);
        }
    }
}

/// <summary>What the page that writes a rubric shows.</summary>
public sealed record RubricModel(CallModel Call, RubricView? Rubric, DateOnly Proposed)
{
    public FormReader Sent { get; init; } = FormReader.Empty;
}

/// <summary>A rubric as pages show it.</summary>
public sealed record RubricView(int Token, LocalizedText Guidance, DateOnly DueOn, int Reviewers, bool IsFrozen, bool IsRanked, IReadOnlyList<CriterionView> Criteria)
{
    internal static RubricView? Of(Rubric? rubric) => rubric is null ? null : new(
        rubric.Version, rubric.Guidance, rubric.DueOn, rubric.Reviewers, rubric.FrozenAt is not null, rubric.RankedAt is not null,
        [.. rubric.Criteria.OrderBy(c => c.Order).Select(c => new CriterionView(c.Id.Value, c.Name, c.Weight, c.Points))]);
}

/// <summary>A criterion of a rubric.</summary>
public sealed record CriterionView(Guid Key, LocalizedText Name, int Weight, int Points);
