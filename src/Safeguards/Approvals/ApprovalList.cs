using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Safeguards.Desk;
using Entente.Safeguards.Model;
using Entente.Safeguards.Packs;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Approvals;

/// <summary>The requests one may see: what waits, and what was decided.</summary>
internal static class ApprovalList
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/approvals", ShowAsync).ForAccounts();

    private static async Task<IResult> ShowAsync(
        HttpRequest request, AppDbContext db, IUnits units, IAccounts accounts, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var rows = await Order(Narrow(db.Set<ApprovalRequest>().VisibleTo(viewer), query, viewer), query).Select(r => new ApprovalRow(
            r.Id, r.Title, r.UnitId, r.State, r.AskedById, r.AskedAt, r.EndedAt,
            r.Steps.Where(s => s.Order == r.CurrentStep).Select(s => s.Role).First(),
            r.Steps.Where(s => s.Order == r.CurrentStep).Select(s => s.DecideBy).First(),
            r.Steps.Any(s => s.Order == r.CurrentStep && s.IsStuck)))
            .ToListPageAsync(query, cancellation);
        return Page.Show<ApprovalListPage>(new ApprovalListModel(
            rows,
            (await units.AllAsync(cancellation)).ToDictionary(u => u.Id, u => u.Name),
            await accounts.OfAsync([.. rows.Items.Select(r => r.AskedBy).OfType<AccountId>().Distinct()], cancellation),
            clock.Today));
    }

    private static IQueryable<ApprovalRequest> Narrow(IQueryable<ApprovalRequest> all, ListQuery query, Viewer viewer)
    {
        var me = viewer.Me();
        if (query.Filter("whose") == "mine") all = all.Where(r => r.AskedById == me);
        if (query.Filter("whose") == "decide")
        {
            var acts = Acting.Deciding(viewer);
            all = all.Where(r => r.State == ApprovalState.Pending && r.Steps.AsQueryable().Where(s => s.Order == r.CurrentStep).Any(acts));
        }

        return query.Filter("state") is { } state && Enum.TryParse<ApprovalState>(state, out var known) && Enum.IsDefined(known) ? all.Where(r => r.State == known) : all;
    }

    private static IQueryable<ApprovalRequest> Order(IQueryable<ApprovalRequest> found, ListQuery query) => query.Sort switch
    {
        "asked" => found.OrderBy(r => r.AskedAt).ThenBy(r => r.Id),
        _ => found.OrderByDescending(r => r.AskedAt).ThenByDescending(r => r.Id),
    };
}

/// <summary>What the page shows.</summary>
public sealed record ApprovalListModel(
    ListPage<ApprovalRow> Rows, IReadOnlyDictionary<UnitId, LocalizedText> Units, IReadOnlyDictionary<AccountId, AccountCard> People, DateOnly Today);

/// <summary>One row.</summary>
public sealed record ApprovalRow(
    ApprovalId Id, LocalizedText Title, UnitId Unit, ApprovalState State, AccountId? AskedBy, NodaTime.Instant AskedAt, NodaTime.Instant? EndedAt, string Role, DateOnly? DecideBy, bool IsStuck);

/// <summary>Brings what the viewer is to decide on the desk, and what was decided lately.</summary>
internal sealed class ApprovalDesk(AppDbContext db, PackShelf packs, Foundation.Texts.TextCatalog texts) : IDeskSource, IDeskNewsSource
{
    private const int Most = 200;

    public async Task<IReadOnlyList<DeskLine>> WaitingAsync(Viewer viewer, CancellationToken cancellation)
    {
        var acts = Acting.Deciding(viewer);
        var waiting = await db.Set<ApprovalRequest>().VisibleTo(viewer).AsNoTracking().Include(r => r.Steps)
            .Where(r => r.State == ApprovalState.Pending && r.Steps.AsQueryable().Where(s => s.Order == r.CurrentStep).Any(acts))
            .OrderBy(r => r.AskedAt).Take(Most).ToListAsync(cancellation);
        var lines = new List<DeskLine>();
        foreach (var request in waiting)
        {
            var chain = (await packs.OfAsync(request.EditionId, cancellation)).Chains.First(c => c.Id == request.Chain);
            if (!DecisionDoor.RightOf(viewer, request, chain).May) continue;
            lines.Add(new(Sentences.Of(texts, "approvals.desk", chain.Title, request.Title), $"/approvals/{request.Id}", "desk.decide", request.Waiting!.DecideBy, "approval"));
        }

        return [.. lines, .. await StuckAsync(viewer, cancellation)];
    }

    /// <summary>What waits for a name, on the desks of the international office and of operators.</summary>
    private async Task<IEnumerable<DeskLine>> StuckAsync(Viewer viewer, CancellationToken cancellation) => viewer.IsSystem || !viewer.May(SafeguardsPermissions.NameApprover) ? []
        : (await db.Set<ApprovalRequest>().StuckFor(viewer).AsNoTracking().OrderBy(r => r.AskedAt).Take(Most)
                .Select(r => new { r.Id, r.Title, r.Steps.First(s => s.Order == r.CurrentStep).DecideBy }).ToListAsync(cancellation))
            .Select(r => new DeskLine(Sentences.Of(texts, "approvals.desk.stuck", r.Title), NameApprover.Address(r.Id), "approvals.desk.name", r.DecideBy, "approval"));

    public async Task<IReadOnlyList<DeskNews>> NewsAsync(Viewer viewer, NodaTime.Instant since, CancellationToken cancellation)
    {
        var ended = await db.Set<ApprovalRequest>().VisibleTo(viewer).AsNoTracking()
            .Where(r => r.State != ApprovalState.Pending && r.State != ApprovalState.Withdrawn && r.EndedAt >= since)
            .OrderByDescending(r => r.EndedAt).Take(DeskNewsLimit.Most).ToListAsync(cancellation);
        return [.. ended.Select(r => new DeskNews(
            r.EndedAt!.Value, Sentences.Of(texts, "approvals.news." + r.State.ToString().ToLowerInvariant(), r.Title), $"/approvals/{r.Id}", r.Subject))];
    }
}
