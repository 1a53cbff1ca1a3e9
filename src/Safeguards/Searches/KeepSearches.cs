using Entente.Contracts.Directory;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Foundation.Web;
using Entente.Safeguards.Model;
using Entente.Ui.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Searches;

/// <summary>Saves what a list was narrowed to, opens it again with what is new marked as seen, and forgets it.</summary>
internal static class KeepSearches
{
    public const string Route = "/searches";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Route, ShowAsync).ForAccounts();
        routes.MapPost(Route, SaveAsync).ForAccounts();
        routes.MapPost(Route + "/{id}/open", OpenAsync).ForAccounts();
        routes.MapPost(Route + "/{id}/forget", ForgetAsync).ForAccounts();
    }

    private static async Task<IResult> ShowAsync(SavedSearches searches, Viewer viewer, CancellationToken cancellation) =>
        Page.Show<SearchesPage>(await ModelAsync(FormReader.Empty, searches, viewer, cancellation));

    private static async Task<IResult> SaveAsync(HttpRequest request, AppDbContext db, SavedSearches searches, Viewer viewer, CancellationToken cancellation)
    {
        var form = await FormReader.ReadAsync(request, cancellation);
        var name = form.Text("name", SavedSearch.LongestName, required: true);
        var asked = form.Text("query", SavedSearch.LongestQuery, required: true).Split('?', 2);
        if (searches.ListOf(asked[0], viewer) is null) return Results.NotFound();
        var mine = db.Set<SavedSearch>().VisibleTo(viewer);
        if (await mine.AnyAsync(s => s.Name == name, cancellation)) form.Refuse("name", "searches.name.taken");
        if (await mine.CountAsync(cancellation) >= SavedSearch.Most) form.Refuse("name", "searches.many", SavedSearch.Most);
        if (!form.IsValid) return Page.Refuse<SearchesPage>(await ModelAsync(form, searches, viewer, cancellation));
        var search = new SavedSearch
        {
            AccountId = viewer.Me()!.Value,
            Name = name,
            Path = asked[0],
            Query = asked.Length > 1 ? asked[1] : "",
            SavedAt = db.Write.Now,
        };
        if (await searches.CountAsync(search, viewer, cancellation) is null)
        {
            db.ChangeTracker.Clear();
            form.Refuse("name", "searches.too-many-found", SavedSearch.MostFound);
            return Page.Refuse<SearchesPage>(await ModelAsync(form, searches, viewer, cancellation));
        }

        // What it finds when it is saved is not new; time goes on while it is counted.
        search.SeenAt = search.CountedAt;
        db.Write.Action = "safeguards.search.save";
        db.Add(search);
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Route);
    }

    /// <summary>Counts anew, notes that its account looked, and leads to the list.</summary>
    private static async Task<IResult> OpenAsync(string id, AppDbContext db, SavedSearches searches, Viewer viewer, CancellationToken cancellation)
    {
        if (await FindAsync(id, db, viewer, cancellation) is not { } search) return Results.NotFound();
        await searches.CountAsync(search, viewer, cancellation);
        search.SeenAt = db.Write.Now;
        db.Write.Action = "safeguards.search.open";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(search.Query.Length > 0 ? search.Path + "?" + search.Query : search.Path);
    }

    private static async Task<IResult> ForgetAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation)
    {
        if (await FindAsync(id, db, viewer, cancellation) is not { } search) return Results.NotFound();
        db.RemoveRange(await db.Set<SavedSearchHit>().Where(h => h.SearchId == search.Id).ToListAsync(cancellation));
        db.Remove(search);
        db.Write.Action = "safeguards.search.forget";
        await db.SaveChangesAsync(cancellation);
        return Page.SeeOther(Route);
    }

    private static async Task<SavedSearch?> FindAsync(string id, AppDbContext db, Viewer viewer, CancellationToken cancellation) =>
        Id<SavedSearch>.TryParse(id, null, out var key) ? await db.Set<SavedSearch>().VisibleTo(viewer).SingleOrDefaultAsync(s => s.Id == key, cancellation) : null;

    private static async Task<SearchesModel> ModelAsync(FormReader form, SavedSearches searches, Viewer viewer, CancellationToken cancellation)
    {
        var lines = await searches.OfAsync(viewer, cancellation);
        return new(form, lines, lines.Select(l => l.Path).Distinct(StringComparer.Ordinal).ToDictionary(p => p, p => searches.TitleKeyOf(p) ?? "searches.gone", StringComparer.Ordinal));
    }
}

/// <summary>What the page shows.</summary>
public sealed record SearchesModel(FormReader Form, IReadOnlyList<SavedSearchLine> Lines, IReadOnlyDictionary<string, string> Titles);
