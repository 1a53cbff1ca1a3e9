using Entente.Contracts.Directory;
using System.Text;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Matching.Places;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Allocation;

/// <summary>The allocation desk: freezes the applications of a call, runs mechanisms on them side by side, mends a result after a withdrawal.</summary>
internal static class RunMechanisms
{
    private const string Route = ShowCall.Route + "/allocation";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(MobilityPermissions.View);
        routes.MapGet(Route + "/{run}", ShowRunAsync).Requires(MobilityPermissions.View);
        routes.MapPost(Route + "/freeze", FreezeAsync).Requires(MobilityPermissions.Allocate);
        routes.MapPost(Route + "/run", RunAsync).Requires(MobilityPermissions.Allocate);
        routes.MapPost(Route + "/repair", RepairAsync).Requires(MobilityPermissions.Allocate);
    }

    private static async Task<IResult> ShowAsync(string id, AllocationReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(id, cancellation) is { } desk ? Page.Show<DeskPage>(desk) : Results.NotFound();

    private static async Task<IResult> ShowRunAsync(string id, string run, string? more, AllocationReading reading, CancellationToken cancellation) =>
        await reading.RunAsync(id, run, more, cancellation) is { } model ? Page.Show<RunPage>(model) : Results.NotFound();

    private static async Task<IResult> FreezeAsync(string id, AppDbContext db, AllocationReading reading, Freezing freezing, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { Call.MayAllocate: true } desk) return Results.NotFound();
        var sent = new FormReader(FormCollection.Empty);
        var seed = SeedCommitment.NewSeed();
        var (problem, twice) = await freezing.OfAsync(desk.Call, seed, cancellation);
        if (desk.Call.Phase != CallPhase.Closed) sent.Refuse("", "allocation.wrong.open");
        foreach (var name in twice) sent.Refuse("", "allocation.wrong.twice", name);
        if (problem.Students.Count == 0) sent.Refuse("", "allocation.wrong.nobody");
        foreach (var fault in problem.Check().Where(f => f.Gravity == Gravity.Fault)) sent.Refuse("", "allocation.finding." + fault.Kind, fault.Subject, fault.Other, fault.Number);
        if (!sent.IsValid) return Page.Refuse<DeskPage>(desk with { Sent = sent });
        var standings = await freezing.StandingsAsync(desk.Call, cancellation);
        db.Add(new AllocationInput
        {
            CallId = new(desk.Call.Key),
            Number = (desk.Input?.Number ?? 0) + 1,
            Content = Encoding.UTF8.GetString(problem.ToJson()),
            Digest = problem.Digest,
            Standings = standings,
            StandingsDigest = Standings.DigestOf(standings),
            Commitment = SeedCommitment.Of(seed),
            Seed = seed,
            FrozenAt = db.Write.Now,
            AccountId = viewer.Me(),
        });
        db.Write.Action = "mobility.allocation.freeze";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(desk.Address);
    }

    private static async Task<IResult> RunAsync(string id, HttpRequest request, AppDbContext db, AllocationReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { Call.MayAllocate: true, Input: not null } desk) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var wanted = sent.All("mechanism").Where(m => Enum.TryParse<Mechanism>(m, out var known) && Enum.IsDefined(known)).Select(Enum.Parse<Mechanism>).Distinct().ToList();
        if (wanted.Count == 0) sent.Refuse("mechanism", "allocation.wrong.mechanism");
        if (!sent.IsValid) return Page.Refuse<DeskPage>(desk with { Sent = sent });
        var key = new Id<Call>(desk.Call.Key);
        var input = await db.Set<AllocationInput>().AsNoTracking().SingleAsync(i => i.CallId == key && i.Number == desk.Input.Number, cancellation);
        var problem = Stored.Problem(input.Content, input.Digest);
        foreach (var mechanism in wanted)
        {
            var placement = Places.Run(problem, mechanism, input.Seed);
            // The same input, seed and build give the same bytes: what is there already is not written again.
            var digest = placement.Digest;
            if (!desk.Runs.Any(r => r.Digest == digest)) db.Add(Run(input.Id, mechanism.ToString(), problem, placement, db, viewer));
        }

        db.Write.Action = "mobility.allocation.run";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(desk.Address);
    }

    private static async Task<IResult> RepairAsync(string id, HttpRequest request, AppDbContext db, AllocationReading reading, Viewer viewer, CancellationToken cancellation)
    {
        if (await reading.OfAsync(id, cancellation) is not { Call.MayAllocate: true, Rounds.Count: > 0 } desk) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var last = desk.Rounds[0];
        if (desk.ToRepair == 0) sent.Refuse("", "allocation.wrong.nothing");
        if (!sent.IsValid || await reading.FindAsync(desk.Call, last.Run.ToString("N"), cancellation) is not var (stored, input)) return Page.Refuse<DeskPage>(desk with { Sent = sent });
        var (problem, placement) = (Stored.Problem(input.Content, input.Digest), Stored.Placement(stored.Result, stored.Digest));
        var gone = await GoneAsync(db, desk, cancellation);
        var closed = desk.Call.Places.Where(p => p.ClosedReason is not null).Select(p => p.Key.ToString("N")).ToList();
        var mended = Repair.After(problem, placement, gone, closed, mayMove: sent.Flag("move"));
        var now = new AllocationInput
        {
            CallId = new(desk.Call.Key),
            Number = desk.Input!.Number + 1,
            Content = Encoding.UTF8.GetString(mended.Problem.ToJson()),
            Digest = mended.Problem.Digest,
            Standings = input.Standings,
            StandingsDigest = input.StandingsDigest,
            Commitment = input.Commitment,
            Seed = input.Seed,
            FrozenAt = db.Write.Now,
            AccountId = viewer.Me(),
        };
        var run = Run(now.Id, "Repair", mended.Problem, mended.Placement, db, viewer);
        db.AddRange(now, run);
        db.Write.Action = "mobility.allocation.repair";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther($"{desk.Address}/{run.Id}");
    }

    // Who of everybody that was placed or waits no longer does: withdrew, declined, let the offer lapse.
    private static async Task<IReadOnlyList<string>> GoneAsync(AppDbContext db, DeskModel desk, CancellationToken cancellation)
    {
        var (key, now) = (new Id<Call>(desk.Call.Key), db.Write.Now);
        var all = await (from result in db.Set<AllocationResult>().AsNoTracking()
                         join round in db.Set<AllocationRound>() on result.RoundId equals round.Id
                         where round.CallId == key && result.State != ResultState.Replaced
                         select new { Result = result, round.AcceptBy }).ToListAsync(cancellation);
        var left = await db.Set<Application>().VisibleTo(Viewer.System).Where(a => a.CallId == key && a.State != ApplicationState.Submitted).Select(a => a.Id).ToListAsync(cancellation);
        return [.. all.Where(r => r.Result.StateAt(now, r.AcceptBy) is ResultState.Withdrawn or ResultState.Declined or ResultState.Lapsed).Select(r => r.Result.ApplicationId).Union(left).Select(a => a.ToString())];
    }

    private static AllocationRun Run(Id<AllocationInput> input, string mechanism, PlaceProblem problem, Placement placement, AppDbContext db, Viewer viewer) => new()
    {
        InputId = input,
        Mechanism = mechanism,
        Result = Encoding.UTF8.GetString(placement.Json.Span),
        Digest = placement.Digest,
        Reasons = Stored.Reasons(problem, placement),
        RanAt = db.Write.Now,
        AccountId = viewer.Me(),
    };
}
