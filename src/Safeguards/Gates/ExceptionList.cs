using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Entente.Safeguards.Packs;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Gates;

/// <summary>Every exception, for the dean: who let what through, why, until when; the newest first.</summary>
internal static class ExceptionList
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/safeguards/exceptions", ShowAsync).Requires(SafeguardsPermissions.ViewExceptions);
        routes.MapPost("/safeguards/exceptions/{id}/end", EndAsync).Requires(SafeguardsPermissions.GrantExceptions);
    }

    private static async Task<IResult> ShowAsync(
        HttpRequest request, AppDbContext db, Viewer viewer, IAccounts accounts, IEnumerable<IRecordNames> names, PackShelf packs, SchoolClock clock, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var today = clock.Today;
        var all = db.Set<GateException>().VisibleTo(viewer).AsNoTracking();
        if (query.Filter("state") == "standing") all = all.Where(e => e.EndedAt == null && e.ValidUntil >= today);
        var rows = await all.OrderByDescending(e => e.GrantedAt).ThenByDescending(e => e.Id).ToListPageAsync(query, cancellation);
        var named = await NamesAsync(rows.Items, names, viewer, cancellation);
        var people = await accounts.OfAsync([.. rows.Items.Select(e => e.ById).Distinct()], cancellation);
        var gates = (await packs.TodayAsync(cancellation)).Packs.SelectMany(p => p.Pack.Gates).DistinctBy(g => g.Id, StringComparer.Ordinal).ToDictionary(g => g.Id, g => g.Title, StringComparer.Ordinal);
        return Page.Show<ExceptionListPage>(new ExceptionListModel(
            new(
                [.. rows.Items.Select(e => new ExceptionRow(
                    e.Id.ToString(), named.GetValueOrDefault(new RecordRef(e.SubjectKind, e.SubjectKey)), gates.GetValueOrDefault(e.Gate)?.ToString() ?? e.Gate, e.CheckIds,
                    people.GetValueOrDefault(e.ById)?.Name, e.Reason, clock.DateOf(e.GrantedAt), e.ValidUntil, e.StandsOn(today),
                    e.StandsOn(today) && viewer.May(SafeguardsPermissions.GrantExceptions, e.UnitId.Value)))],
                rows.Total,
                query)));
    }

    private static async Task<IResult> EndAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var found = Id<GateException>.TryParse(id, null, out var key)
            ? await db.Set<GateException>().VisibleTo(viewer).SingleOrDefaultAsync(e => e.Id == key && e.EndedAt == null, cancellation)
            : null;
        if (found is null || !viewer.May(SafeguardsPermissions.GrantExceptions, found.UnitId.Value)) return Results.NotFound();
        (found.EndedAt, found.EndedById) = (db.Write.Now, viewer.Me());
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther("/safeguards/exceptions");
    }

    private static async Task<Dictionary<RecordRef, RecordName>> NamesAsync(
        IReadOnlyList<GateException> rows, IEnumerable<IRecordNames> names, Viewer viewer, CancellationToken cancellation)
    {
        var named = new Dictionary<RecordRef, RecordName>();
        foreach (var source in names)
        {
            var keys = rows.Where(e => e.SubjectKind == source.Kind).Select(e => e.SubjectKey).Distinct().ToList();
            if (keys.Count == 0) continue;
            foreach (var (key, name) in await source.VisibleAsync(keys, viewer, cancellation)) named[new(source.Kind, key)] = name;
        }

        return named;
    }
}

/// <summary>What the list shows.</summary>
public sealed record ExceptionListModel(ListPage<ExceptionRow> Rows);

/// <summary>One exception.</summary>
public sealed record ExceptionRow(
    string Id, RecordName? Subject, string Gate, IReadOnlyList<string> Checks, string? By, string Reason, DateOnly GrantedOn, DateOnly ValidUntil, bool Stands, bool MayEnd);
