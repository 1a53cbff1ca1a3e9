using Entente.Contracts.Directory;
using Entente.Directory.Model;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Directory.Persons;

/// <summary>Compares two records with everything that refers to each, takes them for one, or undoes it.</summary>
internal static class MergePersons
{
    public static string Address(PersonId merged, PersonId into) => $"/people/{into}/merge/{merged}";

    public static string UndoAddress(string merge) => $"/people/merges/{merge}/undo";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/people/{into:guid}/merge/{merged:guid}", ShowAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/{into:guid}/merge/{merged:guid}", MergeAsync).Requires(DirectoryPermissions.Edit);
        routes.MapPost("/people/merges/{id:guid}/undo", UndoAsync).Requires(DirectoryPermissions.Edit);
    }

    private static async Task<IResult> ShowAsync(
        PersonId into, PersonId merged, AppDbContext db, Viewer viewer, Duplicates duplicates, IEnumerable<IPersonPanelSource> sources, CancellationToken cancellation) =>
        await ModelAsync(FormReader.Empty, into, merged, db, viewer, duplicates, sources, cancellation) is { } model ? Page.Show<MergePersonsPage>(model) : Results.NotFound();

    private static async Task<IResult> MergeAsync(
        PersonId into, PersonId merged, HttpContext context, AppDbContext db, Viewer viewer, Duplicates duplicates, Merging merging,
        IEnumerable<IPersonPanelSource> sources, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(context.Request, cancellation);
        var reason = form.Text("reason", 400, required: true);
        if (await ModelAsync(form, into, merged, db, viewer, duplicates, sources, cancellation) is not { } model) return Results.NotFound();
        if (!form.IsValid) return Page.Refuse<MergePersonsPage>(model);
        if (await merging.MergeAsync(merged, into, reason, cancellation) is not { } against) return Page.SeeOther(ShowPerson.Address(into));
        form.Refuse("", against);
        return Page.Refuse<MergePersonsPage>(model);
    }

    private static async Task<IResult> UndoAsync(Id<PersonMerge> id, AppDbContext db, Viewer viewer, Merging merging, CancellationToken cancellation)
    {
        if (!await db.Set<PersonMerge>().VisibleTo(viewer).AnyAsync(m => m.Id == id, cancellation)) return Results.NotFound();
        if (await merging.UndoAsync(id, cancellation) is not { } against) return Page.SeeOther(DuplicateList.Route);
        var page = Page.Refuse<MergeRefusedPage>(against);
        return page;
    }

    private static async Task<MergePersonsModel?> ModelAsync(
        FormReader form, PersonId into, PersonId merged, AppDbContext db, Viewer viewer, Duplicates duplicates,
        IEnumerable<IPersonPanelSource> sources, CancellationToken cancellation)
    {
        var both = await duplicates.LikenessesAsync([into, merged], viewer, cancellation);
        if (!both.TryGetValue(into, out var kept) || !both.TryGetValue(merged, out var other)) return null;
        return new(form, await SideAsync(kept), await SideAsync(other), Duplicates.Weigh(kept, other));

        async Task<MergeSide> SideAsync(PersonLikeness person)
        {
            var keys = await PersonReading.KeysOfAsync(db, viewer, person.Id, cancellation);
            var places = await db.Set<PersonAffiliation>().VisibleTo(viewer).CountAsync(a => keys.Contains(a.PersonId) && a.WithdrawnAt == null, cancellation);
            var honours = await db.Set<PersonDistinction>().VisibleTo(viewer).CountAsync(d => keys.Contains(d.PersonId) && d.WithdrawnAt == null, cancellation);
            var panels = new List<PersonPanel>();
            foreach (var source in sources) panels.AddRange(await source.PanelsAsync(keys, viewer, cancellation));
            return new(person, places, honours, keys.Count - 1, [.. panels.OrderBy(p => p.Order)]);
        }
    }
}

/// <summary>What the page shows.</summary>
public sealed record MergePersonsModel(FormReader Form, MergeSide Into, MergeSide Merged, DuplicateVerdict Verdict);

/// <summary>One of the two, with everything that refers to it.</summary>
public sealed record MergeSide(PersonLikeness Person, int Affiliations, int Distinctions, int MergedBefore, IReadOnlyList<PersonPanel> Panels);
