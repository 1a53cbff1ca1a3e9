using System.Globalization;
using Entente.Contracts.Directory;
using Entente.Contracts.Partners;
using Entente.Contracts.Safeguards;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Mobility.Calls;
using Entente.Mobility.Model;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Mobility.Applications;

/// <summary>The applications to a call, as a list, as a file, one by one; the office ranks them, or excludes one with a reason.</summary>
internal static class CallApplications
{
    private const string Route = ShowCall.Route + "/applications";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ListAsync).Requires(MobilityPermissions.View);
        routes.MapGet(Route + "/export", ExportAsync).Requires(MobilityPermissions.View);
        routes.MapGet(Route + "/{application}", ShowAsync).Requires(MobilityPermissions.View);
        routes.MapPost(Route + "/rank", RankAsync).Requires(MobilityPermissions.Edit);
        routes.MapPost(Route + "/{application}/exclude", ExcludeAsync).Requires(MobilityPermissions.Edit);
    }

    private static async Task<IResult> ListAsync(string id, HttpRequest request, CallReading calls, ApplicationRows rows, Viewer viewer, CancellationToken cancellation) =>
        await calls.OfAsync(id, viewer, cancellation) is { } call && viewer.May(MobilityPermissions.View, call.UnitKey)
            ? Page.Show<CallApplicationsPage>(await rows.PageAsync(call, ListQuery.From(request), cancellation))
            : Results.NotFound();

    private static async Task<IResult> ExportAsync(string id, HttpRequest request, string? format, CallReading calls, ApplicationRows rows, Viewer viewer, CancellationToken cancellation) =>
        await calls.OfAsync(id, viewer, cancellation) is { } call && viewer.May(MobilityPermissions.View, call.UnitKey)
            ? TableFile.Of("applications", format, ApplicationRows.Columns(call), stop => rows.AllAsync(call, ListQuery.From(request), stop))
            : Results.NotFound();

    private static async Task<IResult> ShowAsync(string id, string application, ApplicationOffice office, CancellationToken cancellation) =>
        await office.OfAsync(id, application, cancellation) is { } model ? Page.Show<ApplicationPage>(model) : Results.NotFound();

    // One form for the whole list: the rank beside each name, 1 first; equal ranks are a tie.
    private static async Task<IResult> RankAsync(string id, HttpRequest request, AppDbContext db, CallReading calls, ApplicationRows rows, Viewer viewer, CancellationToken cancellation)
    {
        if (await calls.OfAsync(id, viewer, cancellation) is not { MayEdit: true } call) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var key = new Id<Call>(call.Key);
        var stored = await db.Set<Application>().VisibleTo(viewer).Where(a => a.CallId == key && a.State == ApplicationState.Submitted).ToListAsync(cancellation);
        foreach (var application in stored.Where(a => sent.Has("rank-" + a.Id))) application.Rank = sent.Number("rank-" + application.Id, 1, 100_000);
        if (!sent.IsValid)
        {
            db.ChangeTracker.Clear();
            return Page.Refuse<CallApplicationsPage>(await rows.PageAsync(call, ListQuery.Of(call.Address + "/applications", []), cancellation) with { Sent = sent });
        }

        db.Write.Action = "mobility.application.rank";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(call.Address + "/applications");
    }

    private static async Task<IResult> ExcludeAsync(string id, string application, HttpRequest request, AppDbContext db, ApplicationOffice office, Viewer viewer, CancellationToken cancellation)
    {
        if (await office.OfAsync(id, application, cancellation) is not { Call.MayEdit: true, Application.State: ApplicationState.Submitted } model) return Results.NotFound();
        var sent = await FormReader.ReadAsync(request, cancellation);
        var reason = sent.Text("reason", Application.LongestReason, required: true);
        if (!sent.IsValid) return Page.Refuse<ApplicationPage>(model with { Sent = sent });
        var key = new Id<Application>(model.Application.Key);
        (await db.Set<Application>().VisibleTo(viewer).SingleAsync(a => a.Id == key, cancellation)).Exclude(reason);
        db.Write.Action = "mobility.application.exclude";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(model.Address);
    }
}

/// <summary>Reads one application for the office.</summary>
internal sealed class ApplicationOffice(AppDbContext db, CallReading calls, ApplicationReading reading, Allocation.GivenReading given, SubmissionGate gate, Viewer viewer)
{
    public async Task<ApplicationModel?> OfAsync(string id, string application, CancellationToken cancellation)
    {
        if (await calls.OfAsync(id, viewer, cancellation) is not { } call || !viewer.May(MobilityPermissions.View, call.UnitKey) || !Id<Application>.TryParse(application, null, out var key)) return null;
        var of = new Id<Call>(call.Key);
        var found = await db.Set<Application>().VisibleTo(viewer).AsNoTracking().Include(a => a.Choices).SingleOrDefaultAsync(a => a.Id == key && a.CallId == of && (a.State != ApplicationState.Draft || a.HeldAt != null), cancellation);
        return found is null ? null : new(call, await reading.ViewAsync(found, call, cancellation), await given.OfAsync(key, call, cancellation))
        {
            Checks = (await gate.PreviewAsync(found, call, cancellation)).Verdicts,
        };
    }
}

/// <summary>What the office's page of an application shows.</summary>
public sealed record ApplicationModel(CallModel Call, ApplicationView Application, GivenView? Given)
{
    public FormReader Sent { get; init; } = FormReader.Empty;

    /// <summary>What the rules for applications say now.</summary>
    public IReadOnlyList<VerdictCard> Checks { get; init; } = [];

    public RecordRef Record => new(Model.Application.RecordKind, Application.Key);

    public string Address => $"{Call.Address}/applications/{Application.Key:N}";
}

/// <summary>Reads the list of applications; the same number of statements whatever their number.</summary>
internal sealed class ApplicationRows(AppDbContext db, IPersons persons, IUnits units, Viewer viewer)
{
    private const int MostExported = 50_000;

    public async Task<ApplicationListModel> PageAsync(CallModel call, ListQuery query, CancellationToken cancellation)
    {
        var found = await Ordered(Chosen(call, query), query).ToListPageAsync(query, cancellation);
        return new(call, new(await RowsAsync(call, found.Items, cancellation), found.Total, query));
    }

    public async Task<IReadOnlyList<ApplicationRow>> AllAsync(CallModel call, ListQuery query, CancellationToken cancellation) =>
        await RowsAsync(call, await Ordered(Chosen(call, query), query).Take(MostExported).ToListAsync(cancellation), cancellation);

    public static IReadOnlyList<TableColumn<ApplicationRow>> Columns(CallModel call) =>
    [
        new("Name", r => r.Name.En),
        new("Name (Chinese)", r => r.Name.Exactly("zh-Hans")),
        new("Unit", r => r.Unit.En),
        new("State", r => r.State.ToString()),
        new("Rank", r => r.Rank),
        new("Level", r => r.Level?.ToString()),
        new("Field", r => r.Field),
        new("Grade", r => r.Grade / 100m),
        new("Language", r => r.Language),
        new("Language level", r => r.LanguageLevel is { } level ? CallNeeds.Cefr(level) : null),
        .. Enumerable.Range(1, call.Choices).Select(i => new TableColumn<ApplicationRow>("Choice " + i.ToString(CultureInfo.InvariantCulture), r => r.Choices.Count >= i ? r.Choices[i - 1].Partner.Name.En : null)),
        new("Submitted", r => r.SubmittedAt?.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        new("Late", r => r.IsLate ? "yes" : "no"),
        new("Key", r => r.Key.ToString("N")),
    ];

    private IQueryable<Application> Chosen(CallModel call, ListQuery query)
    {
        var key = new Id<Call>(call.Key);
        var chosen = db.Set<Application>().VisibleTo(viewer).AsNoTracking().Where(a => a.CallId == key && (a.State != ApplicationState.Draft || a.HeldAt != null));
        if (Enum.TryParse<ApplicationState>(query.Filter("state"), out var state)) chosen = chosen.Where(a => a.State == state);
        if (Id<CallPlace>.TryParse(query.Filter("place"), null, out var place)) chosen = chosen.Where(a => a.Choices.Any(c => c.PlaceId == place));
        return chosen;
    }

    private static IOrderedQueryable<Application> Ordered(IQueryable<Application> chosen, ListQuery query) => (query.SortColumn, query.Descending) switch
    {
        ("grade", false) => chosen.OrderBy(a => a.Grade).ThenBy(a => a.Id),
        ("grade", true) => chosen.OrderByDescending(a => a.Grade).ThenBy(a => a.Id),
        ("submitted", false) => chosen.OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id),
        ("submitted", true) => chosen.OrderByDescending(a => a.SubmittedAt).ThenBy(a => a.Id),
        _ => chosen.OrderBy(a => a.Rank == null).ThenBy(a => a.Rank).ThenBy(a => a.SubmittedAt).ThenBy(a => a.Id),
    };

    private async Task<IReadOnlyList<ApplicationRow>> RowsAsync(CallModel call, IReadOnlyList<Application> found, CancellationToken cancellation)
    {
        var ids = found.Select(a => a.Id).ToList();
        var people = found.Select(a => a.PersonId).Distinct().ToList();
        var names = await persons.Cards(Viewer.System).Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var choices = (await db.Set<ApplicationChoice>().AsNoTracking().Where(c => ids.Contains(c.ApplicationId)).OrderBy(c => c.Order).ToListAsync(cancellation)).ToLookup(c => c.ApplicationId, c => c.PlaceId.Value);
        var of = (await units.AllAsync(cancellation)).ToDictionary(u => u.Id, u => u.Name);
        var places = call.Places.ToDictionary(p => p.Key);
        return [.. found.Select(a => new ApplicationRow(a.Id.Value, names[a.PersonId], of[a.UnitId], a.State, a.Rank, a.SubmittedAt, a.IsLate)
        {
            Level = a.Level,
            Field = a.Field,
            Grade = a.Grade,
            Language = a.Language,
            LanguageLevel = a.LanguageLevel,
            Choices = [.. choices[a.Id].Select(p => places[p])],
        })];
    }
}

/// <summary>An application as the list shows it.</summary>
public sealed record ApplicationRow(Guid Key, LocalizedText Name, LocalizedText Unit, ApplicationState State, int? Rank, Instant? SubmittedAt, bool IsLate)
{
    public StudyLevel? Level { get; init; }

    public string? Field { get; init; }

    public int? Grade { get; init; }

    public string? Language { get; init; }

    public int? LanguageLevel { get; init; }

    public IReadOnlyList<PlaceRow> Choices { get; init; } = [];
}

/// <summary>What the list shows.</summary>
public sealed record ApplicationListModel(CallModel Call, ListPage<ApplicationRow> Page)
{
    public FormReader Sent { get; init; } = FormReader.Empty;
}
