using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Entente.Safeguards.Model;
using Entente.Ui.Lists;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Entente.Safeguards.Searches;

/// <summary>Counts what saved searches find, and keeps which records those are. The caller saves.</summary>
internal sealed class SavedSearches(AppDbContext db, IEnumerable<ISavedList> lists)
{
    /// <summary>The list at an address, where the viewer may open it.</summary>
    public ISavedList? ListOf(string path, Viewer viewer) => lists.FirstOrDefault(l => l.Path == path && (l.Permission is null || viewer.May(l.Permission)));

    /// <summary>The name of the list of a search.</summary>
    public string? TitleKeyOf(string path) => lists.FirstOrDefault(l => l.Path == path)?.TitleKey;

    /// <summary>Counts a search as its account may see it now.</summary>
    /// <returns>How many records it had not found before; none where it cannot be counted any more.</returns>
    public async Task<int?> CountAsync(SavedSearch search, Viewer viewer, CancellationToken cancellation)
    {
        if (ListOf(search.Path, viewer) is not { } list) return null;
        var found = await list.KeysAsync(ListQuery.Of(search.Path, QueryHelpers.ParseQuery(search.Query)), viewer, SavedSearch.MostFound, cancellation);
        (search.Count, search.CountedAt) = (found.Count, db.Write.Now);

        // Found more than can be compared: counted, but nothing of it is said to be new.
        if (found.Count > SavedSearch.MostFound) return null;
        var known = await db.Set<SavedSearchHit>().Where(h => h.SearchId == search.Id).ToListAsync(cancellation);
        var (now, before) = (found.ToHashSet(), known.Select(h => h.Key).ToHashSet());
        db.RemoveRange(known.Where(h => !now.Contains(h.Key)));
        var fresh = now.Where(k => !before.Contains(k)).ToList();
        db.AddRange(fresh.Select(k => new SavedSearchHit { Id = Guid.CreateVersion7(), SearchId = search.Id, Key = k, FoundAt = search.CountedAt }));
        return fresh.Count;
    }

    /// <summary>The viewer's searches with what is new in each since the viewer looked last.</summary>
    public async Task<IReadOnlyList<SavedSearchLine>> OfAsync(Viewer viewer, CancellationToken cancellation) =>
        viewer.Account is null ? [] : await db.Set<SavedSearch>().VisibleTo(viewer).AsNoTracking().OrderBy(s => s.Name)
            .Select(s => new SavedSearchLine(s.Id.Value, s.Name, s.Path, s.Query, s.Count, db.Set<SavedSearchHit>().Count(h => h.SearchId == s.Id && h.FoundAt > s.SeenAt), s.CountedAt))
            .ToListAsync(cancellation);
}

/// <summary>A saved search as pages show it.</summary>
public sealed record SavedSearchLine(Guid Id, string Name, string Path, string Query, int Count, int New, NodaTime.Instant CountedAt);
