using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Directory.SignOn;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Tables;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Entente.Ui.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Roster;

/// <summary>The university's roster: where it comes from, what became of each, and handing one in.</summary>
internal static class RosterList
{
    public const string Route = "/roster";

    private const int MostFiles = 6;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(DirectoryPermissions.KeepRoster);
        routes.MapPost(Route, HandInAsync).Requires(DirectoryPermissions.KeepRoster).Limited(Limit.Inviting);
    }

    public static (StateKind Kind, string TextKey) StateOf(string state) => (state switch
    {
        nameof(RosterState.Applied) or nameof(RosterState.Unchanged) => StateKind.Done,
        nameof(RosterState.Held) => StateKind.Due,
        nameof(RosterState.Previewed) => StateKind.Waiting,
        nameof(RosterState.Refused) => StateKind.Blocked,
        _ => StateKind.Neutral,
    }, "roster.state." + state.ToLowerInvariant());

    public static string OriginKey(RosterOrigin origin) => "roster.origin." + origin.ToString().ToLowerInvariant();

    private static async Task<IResult> ShowAsync(HttpRequest request, AppDbContext db, RosterSettings settings, Providers providers, Vacancies vacancies, CancellationToken cancellation) =>
        Page.Show<RosterListPage>(await ModelAsync(FormReader.Empty, ListQuery.From(request), db, settings, providers, vacancies, cancellation));

    private static async Task<IResult> HandInAsync(
        HttpContext context, AppDbContext db, Viewer viewer, RosterRuns runs, RosterSettings settings, Providers providers, Vacancies vacancies, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var sent = form.Files.GetFiles("file");
        if (sent.Count == 0 || sent.All(f => f.Length == 0)) form.Refuse("file", "imports.file.none");
        if (sent.Count > MostFiles) form.Refuse("file", "roster.too-many-files", MostFiles);
        if (sent.Any(f => f.Length > TableLimits.Default.MaxFileBytes)) form.Refuse("file", "tables." + TableCodes.FileTooLarge, TableLimits.Default.MaxFileBytes / 1024 / 1024);
        if (settings.Issuer is null) form.Refuse("file", "roster.refused.no-issuer");
        if (!form.IsValid) return Page.Refuse<RosterListPage>(await ModelAsync(form, ListQuery.From(context.Request), db, settings, providers, vacancies, cancellation));
        var files = new List<RosterContent>();
        foreach (var file in sent.Where(f => f.Length > 0).OrderBy(f => f.FileName, StringComparer.Ordinal))
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellation);
            files.Add(new(Path.GetFileName(file.FileName), bytes.ToArray()));
        }

        db.Write.Action = "directory.roster.apply";
        var taken = await runs.TakeAsync(files, RosterOrigin.Upload, viewer.Me(), cancellation);
        return Page.SeeOther(ShowRoster.Address(taken.Run.Id.ToString()));
    }

    private static async Task<RosterListModel> ModelAsync(
        FormReader form, ListQuery query, AppDbContext db, RosterSettings settings, Providers providers, Vacancies vacancies, CancellationToken cancellation)
    {
        var runs = await db.Set<RosterRun>().AsNoTracking().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToListPageAsync(query, cancellation);
        var rows = runs.Items.Select(r => new RosterRunRow(r.Id.ToString(), r.At, OriginKey(r.Origin), r.Files, r.State.ToString(), r.Rows, r.Created, r.Changed, r.Ended, r.LeftOut));
        return new(
            form, new([.. rows], runs.Total, query), settings.Place, settings.Issuer is { } issuer ? providers.NameOf(issuer).ToString() : null, settings.MostLeaving,
            await WaitingAsync(db, cancellation), [.. (await vacancies.NowAsync(cancellation)).Take(20)]);
    }

    private static async Task<IReadOnlyList<WaitingRoster>> WaitingAsync(AppDbContext db, CancellationToken cancellation) =>
        [.. (await db.Set<RosterRun>().AsNoTracking().Where(r => r.State == RosterState.Held).OrderBy(r => r.At).ToListAsync(cancellation))
            .Select(r => new WaitingRoster(r.Id.ToString(), r.Files, r.SharePercent, r.Leaving, r.Before))];
}

/// <summary>What the page shows.</summary>
/// <param name="Form">What was handed in.</param>
/// <param name="Runs">The history.</param>
/// <param name="Place">Where the night reads from; none: nowhere.</param>
/// <param name="Issuer">Whose numbers the roster holds; none: nobody said.</param>
/// <param name="MostLeaving">How many of a hundred may leave at once.</param>
/// <param name="Waiting">Those that wait to be confirmed.</param>
/// <param name="Vacant">What nobody can act on.</param>
public sealed record RosterListModel(
    FormReader Form, ListPage<RosterRunRow> Runs, string? Place, string? Issuer, int MostLeaving, IReadOnlyList<WaitingRoster> Waiting, IReadOnlyList<RoleWork> Vacant);

/// <summary>One roster of the history.</summary>
public sealed record RosterRunRow(string Id, Instant At, string OriginKey, string Files, string State, int Rows, int Created, int Changed, int Ended, int LeftOut);

/// <summary>A roster that waits to be confirmed.</summary>
public sealed record WaitingRoster(string Id, string Files, int Percent, int Leaving, int Before);
