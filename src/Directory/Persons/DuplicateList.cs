using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Contracts.Directory;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Entente.Directory.Persons;

/// <summary>Records that may be one person, with the reasons, and the merges made.</summary>
internal static class DuplicateList
{
    public const string Route = "/people/duplicates";

    private const int Shown = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/apart", PartAsync).Requires(DirectoryPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(AppDbContext db, Viewer viewer, Duplicates duplicates, CancellationToken cancellation)
    {
        var pairs = await duplicates.PairsAsync(viewer, cancellation);
        var merges = await (
            from m in db.Set<PersonMerge>().VisibleTo(viewer)
            join a in db.Set<Person>().VisibleTo(viewer) on m.MergedId equals a.Id
            join b in db.Set<Person>().VisibleTo(viewer) on m.CanonicalId equals b.Id
            orderby m.At descending
            select new MergeRow(m.Id.ToString(), a.Name, b.Id, b.Name, m.Reason, m.At, m.UndoneAt)).Take(Shown).ToListAsync(cancellation);
        return Page.Show<DuplicateListPage>(new DuplicateListModel([.. pairs.Take(Shown)], pairs.Count, merges));
    }

    private static async Task<IResult> PartAsync(HttpContext context, AppDbContext db, Viewer viewer, Merging merging, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var (first, second) = (form.Key<PersonCard>("first", required: true), form.Key<PersonCard>("second", required: true));
        if (!form.IsValid || first == second || await db.Set<Person>().VisibleTo(viewer).CountAsync(p => p.Id == first || p.Id == second, cancellation) != 2) return Results.NotFound();
        await merging.PartAsync(first!.Value, second!.Value, cancellation);
        return Page.SeeOther(Route);
    }
}

/// <summary>What the page shows.</summary>
public sealed record DuplicateListModel(IReadOnlyList<DuplicatePair> Pairs, int Total, IReadOnlyList<MergeRow> Merges);

/// <summary>A merge made.</summary>
public sealed record MergeRow(string Id, LocalizedText Merged, PersonId IntoId, LocalizedText Into, string Reason, Instant At, Instant? UndoneAt);
