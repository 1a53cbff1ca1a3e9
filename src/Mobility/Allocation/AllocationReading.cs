using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Matching.Places;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Allocation;

/// <summary>Reads the allocation of a call: what was frozen, what ran on it, what was published.</summary>
internal sealed class AllocationReading(AppDbContext db, CallReading calls, IPersons persons, Viewer viewer)
{
    /// <summary>The desk of a call; none where the viewer may not see it.</summary>
    public async Task<DeskModel?> OfAsync(string id, CancellationToken cancellation)
    {
        if (await CallAsync(id, cancellation) is not { } call) return null;
        var key = new Id<Call>(call.Key);
        var inputs = await db.Set<AllocationInput>().AsNoTracking().Where(i => i.CallId == key).OrderByDescending(i => i.Number).ToListAsync(cancellation);
        var rounds = await db.Set<AllocationRound>().AsNoTracking().Where(r => r.CallId == key).OrderByDescending(r => r.Number).ToListAsync(cancellation);
        var roundIds = rounds.ConvertAll(r => r.Id);
        var results = await db.Set<AllocationResult>().AsNoTracking().Where(r => roundIds.Contains(r.RoundId)).ToListAsync(cancellation);
        var now = db.Write.Now;
        var lines = rounds.ConvertAll(r => new RoundLine(
            r.Number, r.RunId.Value, r.PublishedAt, r.AcceptBy,
            results.Where(x => x.RoundId == r.Id).GroupBy(x => x.StateAt(now, r.AcceptBy)).ToDictionary(g => g.Key, g => g.Count())));
        if (inputs.Count == 0) return new(call, null, [], lines);
        var input = inputs[0];
        var runs = await db.Set<AllocationRun>().AsNoTracking().Where(r => r.InputId == input.Id).OrderBy(r => r.RanAt).ToListAsync(cancellation);
        var problem = Stored.Problem(input.Content, input.Digest);
        return new(
            call,
            new(input.Number, input.Digest, input.Commitment, runs.Count > 0 ? input.Seed : null, input.FrozenAt, problem.Students.Count, problem.Places.Sum(p => p.Capacity) / PlaceProblem.One, problem.Check())
            {
                Preferring = [.. call.Places.Where(p => problem.Places.Any(x => x.Id == p.Key.ToString("N") && x.Priority is not null)).Select(p => p.Partner.Name)],
            },
            [.. runs.GroupBy(r => r.Mechanism, StringComparer.Ordinal).Select(g => Column(call, input, g.Last(), problem, Stored.Placement(g.Last().Result, g.Last().Digest)))], lines)
        {
            ToRepair = ToRepair(call, rounds, results, now),
        };
    }

    /// <summary>One run with what each student gets in it and why.</summary>
    public async Task<RunModel?> RunAsync(string id, string run, string? more, CancellationToken cancellation)
    {
        if (await CallAsync(id, cancellation) is not { } call || await FindAsync(call, run, cancellation) is not var (stored, input)) return null;
        var (problem, placement) = (Stored.Problem(input.Content, input.Digest), Stored.Placement(stored.Result, stored.Digest));
        var names = await NamesAsync(problem, cancellation);
        var places = call.Places.ToDictionary(p => p.Key.ToString("N"), StringComparer.Ordinal);
        return new(call, Column(call, input, stored, problem, placement), input.Number, new(input.Digest, input.StandingsDigest), placement, problem, names, places)
        {
            Explanations = Stored.Explanations(stored, problem, placement),
            IsPublished = await db.Set<AllocationRound>().AnyAsync(r => r.RunId == stored.Id, cancellation),
            IsLatest = input.Digest == await db.Set<AllocationInput>().Where(i => i.CallId == input.CallId).OrderByDescending(i => i.Number).Select(i => i.Digest).FirstAsync(cancellation),
            More = more is not null && places.TryGetValue(more, out var place) && placement.Refusal is null && !placement.IsRepaired
                ? (place, WhatIf.More(problem, placement, more, withNests: true)) : null,
        };
    }

    private async Task<CallModel?> CallAsync(string id, CancellationToken cancellation) =>
        await calls.OfAsync(id, viewer, cancellation) is { } call && viewer.May(MobilityPermissions.View, call.UnitKey) ? call : null;

    /// <summary>A run of a call with what it ran on.</summary>
    public async Task<(AllocationRun Run, AllocationInput Input)?> FindAsync(CallModel call, string run, CancellationToken cancellation)
    {
        if (!Id<AllocationRun>.TryParse(run, null, out var key)) return null;
        var of = new Id<Call>(call.Key);
        var found = await (from r in db.Set<AllocationRun>().AsNoTracking() join i in db.Set<AllocationInput>().AsNoTracking() on r.InputId equals i.Id where r.Id == key && i.CallId == of select new { r, i })
            .SingleOrDefaultAsync(cancellation);
        return found is null ? null : (found.r, found.i);
    }

    private async Task<IReadOnlyDictionary<string, LocalizedText>> NamesAsync(PlaceProblem problem, CancellationToken cancellation)
    {
        var ids = problem.Students.Select(s => Id<Application>.Parse(s.Id, null)).ToList();
        var people = await db.Set<Application>().VisibleTo(Viewer.System).Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.PersonId }).ToListAsync(cancellation);
        var keys = people.ConvertAll(p => p.PersonId);
        var cards = await persons.Cards(Viewer.System).Where(p => keys.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return people.ToDictionary(p => p.Id.ToString(), p => cards[p.PersonId], StringComparer.Ordinal);
    }

    // Whether somebody of the last round gave a place back, or a place closed, since.
    private static int ToRepair(CallModel call, IReadOnlyList<AllocationRound> rounds, IReadOnlyList<AllocationResult> results, Instant now)
    {
        if (rounds.Count == 0) return 0;
        var last = rounds[0];
        var standing = results.Where(r => r.RoundId == last.Id && r.PlaceId is not null).ToList();
        var closed = call.Places.Where(p => p.ClosedReason is not null).Select(p => new Id<CallPlace>(p.Key)).ToHashSet();
        return standing.Count(r => r.StateAt(now, last.AcceptBy) is ResultState.Withdrawn or ResultState.Declined or ResultState.Lapsed || (closed.Contains(r.PlaceId!.Value) && r.State is ResultState.Offered or ResultState.Accepted));
    }

    private static RunColumn Column(CallModel call, AllocationInput input, AllocationRun run, PlaceProblem problem, Placement placement)
    {
        var column = new RunColumn(run.Id.Value, run.Mechanism, placement.Refusal, Judgement: null, run.Digest, run.RanAt);
        return placement.Refusal is not null ? column : column with
        {
            Judgement = Judgement.Of(problem, placement),
            Standings = Standings.After(Standings.Of(input.Standings, input.StandingsDigest), call, problem, placement),
        };
    }
}

/// <summary>What the desk shows.</summary>
/// <param name="Call">The call.</param>
/// <param name="Input">What was frozen last; none: nothing yet.</param>
/// <param name="Runs">The newest run of each mechanism on it.</param>
/// <param name="Rounds">What was published, the latest first.</param>
public sealed record DeskModel(CallModel Call, InputView? Input, IReadOnlyList<RunColumn> Runs, IReadOnlyList<RoundLine> Rounds)
{
    /// <summary>How many places of the last round are free again.</summary>
    public int ToRepair { get; init; }

    public FormReader Sent { get; init; } = FormReader.Empty;

    public string Address => Call.Address + "/allocation";
}

/// <summary>What was frozen.</summary>
public sealed record InputView(int Number, string Digest, string Commitment, string? Seed, Instant FrozenAt, int Students, int Places, IReadOnlyList<ProblemFinding> Findings)
{
    /// <summary>The partners whose places had an order of their own.</summary>
    public IReadOnlyList<LocalizedText> Preferring { get; init; } = [];
}

/// <summary>The hashes of what a run was made from: the data, and the balances with the partners.</summary>
public sealed record InputDigests(string Data, string? Standings);

/// <summary>A mechanism's outcome beside the others.</summary>
public sealed record RunColumn(Guid Key, string Mechanism, Refusal? Refusal, Judgement? Judgement, string Digest, Instant RanAt)
{
    /// <summary>How the school stands with each partner after it.</summary>
    public IReadOnlyList<StandingChange> Standings { get; init; } = [];
}

/// <summary>A published round.</summary>
public sealed record RoundLine(int Number, Guid Run, Instant PublishedAt, Instant AcceptBy, IReadOnlyDictionary<ResultState, int> Counts);

/// <summary>What the page of a run shows.</summary>
public sealed record RunModel(
    CallModel Call, RunColumn Column, int Input, InputDigests Digests, Placement Placement, PlaceProblem Problem, IReadOnlyDictionary<string, LocalizedText> Names, IReadOnlyDictionary<string, PlaceRow> Places)
{
    /// <summary>Why each student got what they got.</summary>
    public IReadOnlyList<Explanation> Explanations { get; init; } = [];

    public bool IsPublished { get; init; }

    public bool IsLatest { get; init; }

    /// <summary>What one more place somewhere would change.</summary>
    public (PlaceRow Place, Difference Change)? More { get; init; }

    public FormReader Sent { get; init; } = FormReader.Empty;

    public string Address => $"{Call.Address}/allocation/{Column.Key:N}";
}
