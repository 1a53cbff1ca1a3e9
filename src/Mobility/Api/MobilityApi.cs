using Entente.Foundation.Access;
using Entente.Foundation.Api;
using Entente.Foundation.Data;
using Entente.Mobility.Model;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Entente.Mobility.Api;

/// <summary>What the mobility room shows through the API: calls, applications that were sent, nominations, stays; each as its pages show it, and no more.</summary>
internal sealed class MobilityApi : IApiPart
{
    public string Room => "mobility";

    public IEnumerable<ApiRecordKind> Kinds =>
    [
        new(Call.RecordKind, typeof(Call), "/calls", async (db, viewer, keys, cancellation) =>
        {
            var ids = keys.Select(k => new Id<Call>(k)).ToList();
            return [.. (await db.Set<Call>().VisibleTo(viewer).Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellation)).Select(c => c.Value)];
        }),
        new(Nomination.RecordKind, typeof(Nomination), "/nominations", async (db, viewer, keys, cancellation) =>
        {
            var ids = keys.Select(k => new Id<Nomination>(k)).ToList();
            return [.. (await db.Set<Nomination>().VisibleTo(viewer).Where(n => ids.Contains(n.Id)).Select(n => n.Id).ToListAsync(cancellation)).Select(n => n.Value)];
        }),
        new(Stay.RecordKind, typeof(Stay), "/stays", async (db, viewer, keys, cancellation) =>
        {
            var ids = keys.Select(k => new Id<Stay>(k)).ToList();
            return [.. (await db.Set<Stay>().VisibleTo(viewer).Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellation)).Select(s => s.Value)];
        }),
    ];

    public void Map(ApiRoutes api)
    {
        api.List<CallJson>("/calls", "listCalls", "Calls for applications, over places of agreements.", MobilityPermissions.View, CallsAsync, knowsChanges: true, new ApiFilter("year", "The academic year, by the year it begins in."));
        api.Record<CallJson>("/calls/{id}", "getCall", "One call.", MobilityPermissions.View, CallAsync);
        api.List<ApplicationJson>("/applications", "listApplications", "Applications that were sent; drafts belong to their students.", MobilityPermissions.View, ApplicationsAsync, knowsChanges: true, new ApiFilter("call", "The id of a call."));
        api.Record<ApplicationJson>("/applications/{id}", "getApplication", "One application.", MobilityPermissions.View, ApplicationAsync);
        api.List<NominationJson>("/nominations", "listNominations", "Students put before partners, with the answers.", MobilityPermissions.View, NominationsAsync, knowsChanges: true, new ApiFilter("call", "The id of a call."));
        api.Record<NominationJson>("/nominations/{id}", "getNomination", "One nomination.", MobilityPermissions.View, NominationAsync);
        api.List<StayJson>(
            "/stays", "listStays", "Stays of students abroad and of guests here.", MobilityPermissions.View, StaysAsync, knowsChanges: true, new ApiFilter("year", "The academic year, by the year it begins in."),
            new("state", "Where it stands.", Enum.GetNames<StayState>()));
        api.Record<StayJson>("/stays/{id}", "getStay", "One stay.", MobilityPermissions.View, StayAsync);
    }

    private static async Task<IResult> CallsAsync(ApiQuery query, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var calls = Calls(db, viewer);
        if (Year(query) is { } year) calls = calls.Where(c => c.AcademicYear == year);
        return await calls.ToApiPageAsync(query, c => c.Id, c => new CallJson(c), cancellation, db);
    }

    private static async Task<IResult> CallAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        ApiRecord.Of(Id<Call>.TryParse(id, null, out var key) ? await Calls(db, viewer).Where(c => c.Id == key).Select(c => new CallJson(c)).SingleOrDefaultAsync(cancellation) : null);

    private static async Task<IResult> ApplicationsAsync(ApiQuery query, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var applications = Applications(db, viewer);
        if (query["call"].Length > 0)
        {
            var call = Id<Call>.TryParse(query["call"], null, out var key) ? key : default;
            applications = applications.Where(a => a.CallId == call);
        }

        return await applications.ToApiPageAsync(query, a => a.Id, a => new ApplicationJson(a), cancellation, db);
    }

    private static async Task<IResult> ApplicationAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        ApiRecord.Of(Id<Application>.TryParse(id, null, out var key) ? await Applications(db, viewer).Where(a => a.Id == key).Select(a => new ApplicationJson(a)).SingleOrDefaultAsync(cancellation) : null);

    private static async Task<IResult> NominationsAsync(ApiQuery query, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var nominations = db.Set<Nomination>().VisibleTo(viewer).AsNoTracking();
        if (query["call"].Length > 0)
        {
            var call = Id<Call>.TryParse(query["call"], null, out var key) ? key : default;
            nominations = nominations.Where(n => n.CallId == call);
        }

        return await nominations.ToApiPageAsync(query, n => n.Id, n => new NominationJson(n), cancellation, db);
    }

    private static async Task<IResult> NominationAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        ApiRecord.Of(Id<Nomination>.TryParse(id, null, out var key)
            ? await db.Set<Nomination>().VisibleTo(viewer).AsNoTracking().Where(n => n.Id == key).Select(n => new NominationJson(n)).SingleOrDefaultAsync(cancellation) : null);

    private static async Task<IResult> StaysAsync(ApiQuery query, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        var stays = db.Set<Stay>().VisibleTo(viewer).AsNoTracking();
        if (Year(query) is { } year) stays = stays.Where(s => s.AcademicYear == year);
        if (Enum.TryParse<StayState>(query["state"], ignoreCase: true, out var state)) stays = stays.Where(s => s.State == state);
        return await stays.ToApiPageAsync(query, s => s.Id, s => new StayJson(s), cancellation, db);
    }

    private static async Task<IResult> StayAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        ApiRecord.Of(Id<Stay>.TryParse(id, null, out var key) ? await db.Set<Stay>().VisibleTo(viewer).AsNoTracking().Where(s => s.Id == key).Select(s => new StayJson(s)).SingleOrDefaultAsync(cancellation) : null);

    // The office's calls, drafts too; a token of the office never shows more than its pages.
    private static IQueryable<Call> Calls(AppDbContext db, Viewer viewer) => db.Set<Call>().VisibleTo(viewer).AsNoTracking();

    private static IQueryable<Application> Applications(AppDbContext db, Viewer viewer) => db.Set<Application>().VisibleTo(viewer).AsNoTracking().Where(a => a.State != ApplicationState.Draft);

    private static int? Year(ApiQuery query) =>
        int.TryParse(query["year"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null;
}
