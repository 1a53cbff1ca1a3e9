using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Applications;

/// <summary>What a student sees first: the calls one can apply to, and where one's own applications stand.</summary>
internal static class OpenCalls
{
    public const string Address = "/study-abroad";

    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, ShowAsync).ForAccounts();

    private static async Task<IResult> ShowAsync(AppDbContext db, Viewer viewer, AcademicCalendar calendar, CancellationToken cancellation)
    {
        var now = db.Write.Now;
        var own = new AccountId(viewer.Account!.Value);
        var mine = await db.Set<Application>().VisibleTo(viewer).AsNoTracking().Where(a => a.AccountId == own).ToDictionaryAsync(a => a.CallId, cancellation);
        var keys = mine.Keys.ToList();
        var calls = (await db.Set<Call>().VisibleTo(viewer).AsNoTracking().Where(c => c.State != CallState.Draft && (c.ClosesAt > now || keys.Contains(c.Id))).OrderBy(c => c.ClosesAt).Take(Most).ToListAsync(cancellation))
            .Where(c => keys.Contains(c.Id) || c.PhaseAt(now) is CallPhase.Announced or CallPhase.Open or CallPhase.Grace).ToList();
        var ids = calls.ConvertAll(c => c.Id);
        var seats = await db.Set<CallPlace>().Where(p => ids.Contains(p.CallId) && p.ClosedReason == null).GroupBy(p => p.CallId).Select(g => new { g.Key, Seats = g.Sum(p => p.Seats), Partners = g.Select(p => p.OrganisationId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, cancellation);
        var forms = await db.Set<MobilityForm>().AsNoTracking().ToDictionaryAsync(f => f.Id, f => f.Name, cancellation);
        return Page.Show<OpenCallsPage>(new OpenCallsModel(
            [.. calls.Select(c => new OpenCall(
                $"{Address}/{c.Id}", c.Title, forms[c.FormId], calendar.Name(c.AcademicYear), c.PhaseAt(now), c.OpensAt, c.ClosesAt, c.Zone,
                seats.GetValueOrDefault(c.Id)?.Seats ?? 0, seats.GetValueOrDefault(c.Id)?.Partners ?? 0, mine.GetValueOrDefault(c.Id)?.State))],
            viewer.Person is not null));
    }
}

/// <summary>What the page shows.</summary>
public sealed record OpenCallsModel(IReadOnlyList<OpenCall> Calls, bool IsPerson);

/// <summary>A call as students see it in the list.</summary>
public sealed record OpenCall(
    string Address, LocalizedText Title, LocalizedText Form, string Year, CallPhase Phase, Instant OpensAt, Instant ClosesAt, string Zone, int Seats, int Partners, ApplicationState? Mine);
