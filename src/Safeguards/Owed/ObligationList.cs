using Entente.Contracts.Directory;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Search;
using Entente.Foundation.Time;
using Entente.Safeguards.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Owed;

/// <summary>What is owed: by me, or in the units one oversees; the nearest first.</summary>
internal static class ObligationList
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/obligations", ShowAsync).ForAccounts();

    private static async Task<IResult> ShowAsync(
        HttpRequest request, ISearch search, IUnits units, IAccounts accounts, Viewer viewer, SchoolClock clock, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var found = Narrow(search.Found<Obligation>(ObligationSearch.KindId, query.Text), query, viewer, clock.Today);
        var today = clock.Today;
        var rows = await Order(found, query).Select(o => new ObligationRow(
            o.Id.Value, o.Title, o.Role, o.UnitId, o.OwnerId, o.Due, o.State,
            o.Delegations.Where(d => d.WithdrawnAt == null && d.From <= today && d.To >= today).Select(d => (AccountId?)d.DelegateId).FirstOrDefault()))
            .ToListPageAsync(query, cancellation);
        var people = rows.Items.SelectMany(r => new[] { r.Owner, r.Delegate }).OfType<AccountId>().Distinct().ToList();
        return Page.Show<ObligationListPage>(new ObligationListModel(
            rows,
            (await units.AllAsync(cancellation)).ToDictionary(u => u.Id, u => u.Name),
            await accounts.OfAsync(people, cancellation),
            clock.Today));
    }

    internal static IQueryable<Obligation> Narrow(IQueryable<Obligation> all, ListQuery query, Viewer viewer, DateOnly today)
    {
        var found = query.Filter("whose") == "all" ? all.VisibleTo(viewer) : all.WaitingFor(viewer, today);
        return query.Filter("state") switch
        {
            "overdue" => found.Where(o => o.State == ObligationState.Open && o.Due < today),
            "done" => all.VisibleTo(viewer).Where(o => o.State == ObligationState.Fulfilled),
            "released" => all.VisibleTo(viewer).Where(o => o.State == ObligationState.Released),
            _ => found.Where(o => o.State == ObligationState.Open),
        };
    }

    private static IQueryable<Obligation> Order(IQueryable<Obligation> found, ListQuery query) => query.Sort switch
    {
        "-due" => found.OrderByDescending(o => o.Due).ThenByDescending(o => o.Id),
        _ => found.OrderBy(o => o.Due).ThenBy(o => o.Id),
    };
}

/// <summary>What the page shows.</summary>
public sealed record ObligationListModel(
    ListPage<ObligationRow> Rows, IReadOnlyDictionary<UnitId, LocalizedText> Units, IReadOnlyDictionary<AccountId, AccountCard> People, DateOnly Today);

/// <summary>One row.</summary>
public sealed record ObligationRow(
    Guid Id, LocalizedText Title, string Role, UnitId Unit, AccountId? Owner, DateOnly Due, ObligationState State, AccountId? Delegate)
{
    /// <summary>What the state means today.</summary>
    public static (Ui.Records.StateKind Kind, string TextKey) StateOn(ObligationState state, DateOnly due, DateOnly today) => state switch
    {
        ObligationState.Fulfilled => (Ui.Records.StateKind.Done, "obligations.state.done"),
        ObligationState.Released => (Ui.Records.StateKind.Neutral, "obligations.state.released"),
        _ when due < today => (Ui.Records.StateKind.Overdue, "obligations.state.overdue"),
        _ when due == today => (Ui.Records.StateKind.Due, "obligations.state.today"),
        _ => (Ui.Records.StateKind.Waiting, "obligations.state.open"),
    };
}
