using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Matching.Places;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Allocation;

/// <summary>Publishes one run as a round: every applicant reads what they got and why, and accepts by a deadline. A repair publishes only what changed.</summary>
internal static class PublishResult
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(ShowCall.Route + "/allocation/{run}/publish", PublishAsync).Requires(MobilityPermissions.Allocate);

    private static async Task<IResult> PublishAsync(
        string id, string run, AppDbContext db, AllocationReading reading, IPlaceLedger ledger, TextCatalog texts, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.RunAsync(id, run, null, cancellation) is not { Call.MayAllocate: true } model) return Results.NotFound();
        if (model.IsPublished) return Page.SeeOther(model.Call.Address + "/allocation");
        var sent = new FormReader(FormCollection.Empty);
        if (!model.IsLatest) sent.Refuse("", "allocation.wrong.old");
        if (model.Placement.Refusal is not null) sent.Refuse("", "allocation.wrong.refused");
        var key = new Id<Call>(model.Call.Key);
        var ids = model.Problem.Students.Select(s => Id<Application>.Parse(s.Id, null)).ToList();
        var standing = await db.Set<Application>().VisibleTo(viewer).Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.State }).ToDictionaryAsync(a => a.Id, a => a.State, cancellation);
        if (model.Placement.Assignments.Any(a => a.Place is not null && standing[Id<Application>.Parse(a.Student, null)] != ApplicationState.Submitted)) sent.Refuse("", "allocation.wrong.left");
        if (!sent.IsValid) return Page.Refuse<RunPage>(model with { Sent = sent });
        var rounds = await db.Set<AllocationRound>().Where(r => r.CallId == key).OrderByDescending(r => r.Number).ToListAsync(cancellation);
        var round = new AllocationRound
        {
            CallId = key,
            Number = (rounds.FirstOrDefault()?.Number ?? 0) + 1,
            RunId = new(model.Column.Key),
            PublishedAt = db.Write.Now,
            AcceptBy = db.Write.Now + Duration.FromDays(model.Call.AcceptDays),
            AccountId = viewer.Me(),
        };
        db.Add(round);
        var roundIds = rounds.ConvertAll(r => r.Id);
        var earlier = (await db.Set<AllocationResult>().Where(r => roundIds.Contains(r.RoundId) && r.State != ResultState.Replaced).ToListAsync(cancellation)).ToLookup(r => r.ApplicationId);
        var words = new ExplanationWords(texts, model.Problem, model.Placement, model.Places);
        foreach (var explanation in model.Explanations)
        {
            var application = Id<Application>.Parse(explanation.Student, null);
            if (standing[application] != ApplicationState.Submitted) continue;
            Id<CallPlace>? place = explanation.Place is { } p ? Id<CallPlace>.Parse(p, null) : null;
            var old = earlier[application].OrderByDescending(r => r.DecidedAt ?? Instant.MinValue).ToList();
            if (model.Placement.IsRepaired && old.Exists(r => r.PlaceId == place && r.State is ResultState.Offered or ResultState.Accepted or ResultState.Waiting)) continue;
            foreach (var replaced in old)
            {
                if (replaced.State == ResultState.Accepted) await ledger.WithdrawAsync(replaced.Ref(), "replaced", cancellation);
                if (replaced.State is ResultState.Waiting or ResultState.Offered or ResultState.Accepted) replaced.Decide(ResultState.Replaced, db.Write.Now);
            }

            db.Add(new AllocationResult
            {
                RoundId = round.Id,
                ApplicationId = application,
                PlaceId = place,
                Position = explanation.Position,
                Why = words.Why(explanation),
                WhyNot = GivenReading.Json(explanation.Earlier.Select(e => words.WhyNot(explanation, e))),
            }.As(AllocationResult.Begin(place is not null)));
        }

        db.Write.Action = "mobility.allocation.publish";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Call.Address + "/allocation");
    }
}
