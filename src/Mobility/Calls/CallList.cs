using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Calls;

/// <summary>The calls, the latest first, with how many places they offer and how many have applied.</summary>
internal static class CallList
{
    public const string Address = "/calls";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, ShowAsync).Requires(MobilityPermissions.View);

    private static async Task<IResult> ShowAsync(HttpRequest request, AppDbContext db, Viewer viewer, AcademicCalendar calendar, CancellationToken cancellation)
    {
        var query = ListQuery.From(request);
        var calls = db.Set<Call>().VisibleTo(viewer).AsNoTracking();
        var now = db.Write.Now;
        calls = query.Filter("state") switch
        {
            "open" => calls.Where(c => c.State == CallState.Published && c.OpensAt <= now && c.ClosesAt >= now),
            "closed" => calls.Where(c => c.State == CallState.Published && c.ClosesAt < now),
            "draft" => calls.Where(c => c.State == CallState.Draft),
            _ => calls,
        };
        if (int.TryParse(query.Filter("year"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year)) calls = calls.Where(c => c.AcademicYear == year);
        var page = await calls.OrderByDescending(c => c.AcademicYear).ThenByDescending(c => c.ClosesAt).ThenBy(c => c.Id).ToListPageAsync(query, cancellation);
        var ids = page.Items.Select(c => c.Id).ToList();
        var forms = await db.Set<MobilityForm>().AsNoTracking().ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        var seats = await db.Set<CallPlace>().Where(p => ids.Contains(p.CallId) && p.ClosedReason == null).GroupBy(p => p.CallId)
            .Select(g => new { g.Key, Seats = g.Sum(p => p.Seats), Partners = g.Select(p => p.OrganisationId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, cancellation);
        var received = await db.Set<Application>().VisibleTo(viewer).Where(a => ids.Contains(a.CallId) && a.State == ApplicationState.Submitted).GroupBy(a => a.CallId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var years = await db.Set<Call>().VisibleTo(viewer).Select(c => c.AcademicYear).Distinct().OrderDescending().ToListAsync(cancellation);
        var rows = page.Items.Select(c => new CallRow(
            ShowCall.AddressOf(c.Id), c.Title, forms[c.FormId], calendar.Name(c.AcademicYear), c.PhaseAt(now), c.ClosesAt, c.Zone,
            seats.GetValueOrDefault(c.Id)?.Seats ?? 0, seats.GetValueOrDefault(c.Id)?.Partners ?? 0, received.GetValueOrDefault(c.Id)));
        return Page.Show<CallListPage>(new CallListModel(
            new([.. rows], page.Total, query), [.. years.Select(y => new Choice(y.ToString(System.Globalization.CultureInfo.InvariantCulture), calendar.Name(y)))], viewer.May(MobilityPermissions.Edit)));
    }
}

/// <summary>A call as the list shows it.</summary>
public sealed record CallRow(string Address, LocalizedText Title, LocalizedText Form, string Year, CallPhase Phase, Instant ClosesAt, string Zone, int Seats, int Partners, int Received);

/// <summary>What the list shows.</summary>
public sealed record CallListModel(ListPage<CallRow> Page, IReadOnlyList<Choice> Years, bool MayEdit);
