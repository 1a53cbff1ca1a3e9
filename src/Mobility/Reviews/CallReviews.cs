using Entente.Contracts.Directory;
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

/// <summary>Who reviews what of a call: one row an application, its reviewers with where they stand, the conflicts found.</summary>
internal static class CallReviews
{
    public const string Route = ShowCall.Route + "/reviews";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, ShowAsync).Requires(MobilityPermissions.View);

    private static async Task<IResult> ShowAsync(string id, CallReviewReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(id, cancellation) is { } model ? Page.Show<CallReviewsPage>(model) : Results.NotFound();
}

/// <summary>Reads the reviews of a call with their reviewers and conflicts, in a number of statements that does not depend on how many applied.</summary>
internal sealed class CallReviewReading(AppDbContext db, CallReading calls, IAccounts accounts, IPersons persons, Conflicts conflicts, Viewer viewer)
{
    public async Task<CallReviewsModel?> OfAsync(string id, CancellationToken cancellation)
    {
        if (await calls.OfAsync(id, viewer, cancellation) is not { } call || !viewer.May(MobilityPermissions.View, call.UnitKey)) return null;
        var (key, unit) = (new Id<Call>(call.Key), new UnitId(call.UnitKey));
        var rubric = await db.Set<Rubric>().AsNoTracking().Include(r => r.Criteria).SingleOrDefaultAsync(r => r.CallId == key, cancellation);
        var applications = await ApplicationsAsync(key, cancellation);
        var reviews = await db.Set<Review>().VisibleTo(viewer).AsNoTracking().Include(r => r.Scores).Where(r => r.CallId == key).OrderBy(r => r.Code).ToListAsync(cancellation);
        var able = await AbleAsync(unit, applications.Select(a => a.UnitId), cancellation);
        var named = new Dictionary<AccountId, AccountCard>(await accounts.OfAsync([.. reviews.Select(r => r.ReviewerId).Distinct()], cancellation));
        foreach (var one in able) named[one.Id] = one;
        var people = applications.Select(a => a.PersonId).Distinct().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var table = await conflicts.OfAsync(named.Values, applications, cancellation);
        var of = reviews.ToLookup(r => r.ApplicationId);
        return new(call, RubricView.Of(rubric), able.ConvertAll(a => Person(a, reviews)))
        {
            Rows = [.. applications.Select(a => new ReviewedRow(a.Id.Value, names[a.PersonId], a.Rank)
            {
                Reviews = [.. of[a.Id].Where(r => named.ContainsKey(r.ReviewerId)).Select(r => new ReviewLine(r.Code, r.ReviewerId.Value, named[r.ReviewerId].Name, r.State, r.Reason, r.Comment)
                {
                    IsBegun = r.Scores.Count > 0,
                    Points = r.Scores.ToDictionary(s => s.CriterionId.Value, s => s.Points),
                    Conflicts = table.Of(r.ReviewerId, a.Id.Value),
                })],
                Conflicts = [.. named.Values.OrderBy(n => n.Name, StringComparer.Ordinal).SelectMany(n => table.Of(n.Id, a.Id.Value).Select(c => new ConflictLine(n.Name, c)))],
            })],
            Barred = named.Keys.SelectMany(n => applications.Where(a => table.Has(n, a.Id.Value)).Select(a => (n.Value, a.Id.Value))).ToHashSet(),
        };
    }

    /// <summary>The applications that are reviewed: those received that nobody withdrew or excluded.</summary>
    public Task<List<Application>> ApplicationsAsync(Id<Call> call, CancellationToken cancellation) =>
        db.Set<Application>().VisibleTo(viewer).AsNoTracking().Where(a => a.CallId == call && a.State == ApplicationState.Submitted).OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id).ToListAsync(cancellation);

    /// <summary>The accounts that may review for the call's unit, and the heads and readers of the units its applicants study at; by name.</summary>
    private async Task<List<AccountCard>> AbleAsync(UnitId unit, IEnumerable<UnitId> studied, CancellationToken cancellation)
    {
        var able = new Dictionary<AccountId, AccountCard>();
        var roles = new MobilityPermissions().Permissions.Single(p => p.Id == MobilityPermissions.Review).Roles;
        var asked = roles.Select(r => (Role: r, Unit: unit)).Concat(from of in studied.Distinct() from role in roles.Intersect([BuiltInRole.Head, BuiltInRole.Reader], StringComparer.Ordinal) select (role, of)).Distinct();
        foreach (var (role, of) in asked)
            foreach (var holder in await accounts.HoldersAsync(role, of, cancellation)) able[holder.Id] = holder;
        return [.. able.Values.OrderBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Id)];
    }

    private static ReviewerView Person(AccountCard account, IReadOnlyCollection<Review> reviews) =>
        new(account.Id.Value, account.Name, reviews.Count(r => r.ReviewerId == account.Id && (r.State is ReviewState.Asked or ReviewState.Sent)));
}

/// <summary>What the page of a call's reviews shows.</summary>
public sealed record CallReviewsModel(CallModel Call, RubricView? Rubric, IReadOnlyList<ReviewerView> Able)
{
    public IReadOnlyList<ReviewedRow> Rows { get; init; } = [];

    /// <summary>Who must not review what.</summary>
    public IReadOnlySet<(Guid Reviewer, Guid Application)> Barred { get; init; } = new HashSet<(Guid, Guid)>();

    public FormReader Sent { get; init; } = FormReader.Empty;

    public string Address => Call.Address + "/reviews";

    public int Asked => Rows.Sum(r => r.Reviews.Count(v => v.Stands));

    public int Received => Rows.Sum(r => r.Reviews.Count(v => v.State == ReviewState.Sent));

    /// <summary>How many reviewers are still to be found.</summary>
    public int Missing => Rubric is { } rubric ? Rows.Sum(r => Math.Max(0, rubric.Reviewers - r.Reviews.Count(v => v.Stands))) : 0;

    public bool MayAsk => Call.MayEdit && Rubric is { IsRanked: false };
}

/// <summary>Somebody who may review, and for how many applications they are asked.</summary>
public sealed record ReviewerView(Guid Key, string Name, int Load);

/// <summary>An application with its reviews.</summary>
public sealed record ReviewedRow(Guid Key, LocalizedText Name, int? Rank)
{
    public IReadOnlyList<ReviewLine> Reviews { get; init; } = [];

    public IReadOnlyList<ConflictLine> Conflicts { get; init; } = [];
}

/// <summary>A review as the office sees it.</summary>
public sealed record ReviewLine(string Code, Guid Reviewer, string Name, ReviewState State, string? Reason, string Comment)
{
    /// <summary>Whether there is a draft.</summary>
    public bool IsBegun { get; init; }

    /// <summary>The points given, by criterion.</summary>
    public IReadOnlyDictionary<Guid, int> Points { get; init; } = new Dictionary<Guid, int>();

    /// <summary>What speaks against this reviewer, found since.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; init; } = [];

    public bool Stands => State is ReviewState.Asked or ReviewState.Sent;
}

/// <summary>Somebody's conflict with an application.</summary>
public sealed record ConflictLine(string Name, Conflict Conflict);
