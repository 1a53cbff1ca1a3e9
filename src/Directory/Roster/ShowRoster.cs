using Entente.Contracts.Directory;
using Entente.Directory.Accounts;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Texts;
using Entente.Foundation.Web;
using Entente.Ui.Lists;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Roster;

/// <summary>One roster: what it changes or changed, line by line, and what somebody decides about it.</summary>
internal static class ShowRoster
{
    public static string Address(string run) => RosterList.Route + "/" + run;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(RosterList.Route + "/{id:guid}", ShowAsync).Requires(DirectoryPermissions.KeepRoster);
        routes.MapPost(RosterList.Route + "/{id:guid}/apply", ApplyAsync).Requires(DirectoryPermissions.KeepRoster);
        routes.MapPost(RosterList.Route + "/{id:guid}/drop", DropAsync).Requires(DirectoryPermissions.KeepRoster);
    }

    private static async Task<IResult> ShowAsync(Id<RosterRun> id, HttpRequest request, AppDbContext db, RosterSettings settings, TextCatalog texts, CancellationToken cancellation) =>
        await ModelAsync(FormReader.Empty, id, ListQuery.From(request), db, settings, texts, cancellation) is { } model ? Page.Show<RosterPage>(model) : Results.NotFound();

    private static async Task<IResult> ApplyAsync(
        Id<RosterRun> id, HttpContext context, AppDbContext db, Viewer viewer, RosterRuns runs, RosterSettings settings, TextCatalog texts, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        if (await db.Set<RosterRun>().SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { IsOpen: true } run) return Results.NotFound();
        db.Write.Action = "directory.roster.apply";
        try
        {
            await runs.ConfirmAsync(run, By(viewer), cancellation);
            return Page.SeeOther(Address(id.ToString()));
        }
        catch (DbUpdateException)
        {
            // The night or another operator wrote the same records at this moment.
            db.ChangeTracker.Clear();
            form.Refuse("", "roster.meanwhile");
            return Page.Refuse<RosterPage>((await ModelAsync(form, id, ListQuery.From(context.Request), db, settings, texts, cancellation))!);
        }
    }

    private static async Task<IResult> DropAsync(Id<RosterRun> id, AppDbContext db, Viewer viewer, RosterRuns runs, CancellationToken cancellation)
    {
        if (await db.Set<RosterRun>().SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { IsOpen: true } run) return Results.NotFound();
        db.Write.Action = "directory.roster.drop";
        await runs.DropAsync(run, By(viewer), cancellation);
        return Page.SeeOther(RosterList.Route);
    }

    private static AccountId? By(Viewer viewer) => viewer.Me();

    private static async Task<RosterModel?> ModelAsync(
        FormReader form, Id<RosterRun> id, ListQuery query, AppDbContext db, RosterSettings settings, TextCatalog texts, CancellationToken cancellation)
    {
        if (await db.Set<RosterRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } run) return null;
        var all = db.Set<RosterLine>().AsNoTracking().Where(l => l.RunId == id);
        var counts = await all.GroupBy(l => l.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        if (Enum.TryParse<RosterLineKind>(query.Filter("kind"), out var kind) && Enum.IsDefined(kind)) all = all.Where(l => l.Kind == kind);
        if (query.Text.Length > 0) all = all.Where(l => l.Subject.Contains(query.Text) || l.Args.Contains(query.Text));
        var page = await all.OrderBy(l => l.Order).ToListPageAsync(query, cancellation);
        var accounts = page.Items.Select(l => l.AccountId).OfType<AccountId>().Distinct().ToList();
        var people = new[] { run.ById, run.DecidedById }.OfType<AccountId>().Concat(accounts).ToList();
        var names = await AccountNames.OfAsync(db, people, cancellation);
        string? NameOf(AccountId? account) => account is { } key ? names.GetValueOrDefault(key) : null;
        return new(
            form, id.ToString(), run.At, RosterList.OriginKey(run.Origin), NameOf(run.ById), run.Files, run.State.ToString(), run.Rows,
            run.Created, run.Changed, run.Ended, run.Unchanged, run.LeftOut, run.SharePercent, run.Leaving, run.Before, run.DecidedAt, NameOf(run.DecidedById),
            run.SharePercent > settings.MostLeaving, settings.MostLeaving,
            [.. Enum.GetValues<RosterLineKind>().Where(counts.ContainsKey).Select(k => new Choice(k.ToString(), texts["roster.kind.counted", texts[KeyOf(k)], counts[k]]))],
            new([.. page.Items.Select(l => new RosterLineRow(
                l.Id.ToString(), l.Kind.ToString(), KeyOf(l.Kind), RosterSentences.WhereOf(texts, l.File, l.Row, l.Column), l.Subject, RosterSentences.Of(texts, l.TextKey, l.Args),
                l.AccountId, NameOf(l.AccountId), l.SettledAt is not null))], page.Total, page.Query));
    }

    private static string KeyOf(RosterLineKind kind) => "roster.kind." + kind.ToString().ToLowerInvariant();
}

/// <summary>What the page shows.</summary>
public sealed record RosterModel(
    FormReader Form, string Id, Instant At, string OriginKey, string? By, string Files, string State, int Rows, int Created, int Changed, int Ended, int Unchanged, int LeftOut,
    int Percent, int Leaving, int Before, Instant? DecidedAt, string? DecidedBy, bool IsTooMuch, int MostLeaving, IReadOnlyList<Choice> Kinds, ListPage<RosterLineRow> Lines);

/// <summary>One line of a roster.</summary>
public sealed record RosterLineRow(string Id, string Kind, string KindKey, string Where, string Subject, string Sentence, AccountId? Account, string? AccountName, bool IsSettled);
