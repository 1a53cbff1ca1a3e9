using System.Linq.Expressions;
using Entente.Foundation.Access;
using Entente.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Foundation.Search;

/// <summary>Asks the index, and each room's own rule of who sees what.</summary>
internal sealed class Search(AppDbContext db) : ISearch
{
    // Asked for when they are needed: a source may itself ask rooms that search.
    private IEnumerable<ISearchSource> Sources => db.Write.Services.GetServices<ISearchSource>();

    private const int Rounds = 5;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(Viewer viewer, string text, int max, CancellationToken cancellation)
    {
        var terms = SearchTerms.Asked(text);
        var byKind = Sources.Where(s => viewer.May(s.Permission)).ToDictionary(s => s.Kind, StringComparer.Ordinal);
        if (terms.Count == 0 || byKind.Count == 0 || max < 1) return [];
        var ranked = Ranked(Matching(terms).Where(Within(viewer, byKind.Values)), FoldedText.Of(text));
        var hits = new List<SearchHit>();
        for (var round = 0; round < Rounds && hits.Count < max; round++)
        {
            var entries = await ranked.Skip(round * max).Take(max).ToListAsync(cancellation);
            var visible = await VisibleAsync(viewer, entries, byKind, cancellation);
            hits.AddRange(entries.Where(e => visible.Contains((e.Kind, e.Record)))
                .Select(e => new SearchHit(e.Kind, e.Title, e.Detail?.ToString(), e.Address)));
            if (entries.Count < max) break;
        }

        return [.. hits.Take(max)];
    }

    public IQueryable<T> Found<T>(string kind, string text)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(text)) return db.Set<T>();
        var terms = SearchTerms.Asked(text);
        if (terms.Count == 0) return db.Set<T>().Where(_ => false);
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        var sql = $$"""
            SELECT t.* FROM {{table}} AS t WHERE t."Id" IN
            (SELECT e."Record" FROM {{SearchEntryMap.Table}} AS e WHERE e."Kind" = {0} AND {{SearchSchema.Matches(db, 1)}})
            """;
        return db.Set<T>().FromSqlRaw(sql, kind, SearchSchema.QuestionOf(db, terms));
    }

    private IQueryable<SearchEntry> Matching(IReadOnlyList<SearchTerm> terms)
    {
        var sql = "SELECT e.* FROM " + SearchEntryMap.Table + " AS e WHERE " + SearchSchema.Matches(db, 0);
        return db.Set<SearchEntry>().FromSqlRaw(sql, SearchSchema.QuestionOf(db, terms)).AsNoTracking();
    }

    /// <summary>A whole name first, then what the school works with, then names that begin so, then the shorter one.</summary>
    private static IOrderedQueryable<SearchEntry> Ranked(IQueryable<SearchEntry> entries, string folded)
    {
        var whole = SearchEntry.Bar + folded + SearchEntry.Bar;
        var begins = SearchEntry.Bar + folded;
        return entries
            .OrderByDescending(e => e.Names.Contains(whole))
            .ThenByDescending(e => e.Weight)
            .ThenByDescending(e => e.Names.Contains(begins))
            .ThenBy(e => e.Length)
            .ThenBy(e => e.Record);
    }

    /// <summary>A first, coarse sieve, so that a viewer of one unit does not leaf through another's records; the room's rule decides after it.</summary>
    private static Expression<Func<SearchEntry, bool>> Within(Viewer viewer, IEnumerable<ISearchSource> allowed)
    {
        var entry = Expression.Parameter(typeof(SearchEntry), "e");
        Expression any = Expression.Constant(false);
        foreach (var source in allowed)
        {
            var (kind, reach) = (source.Kind, viewer.Reach(source.Permission));
            var units = reach.Units.Select(u => (Guid?)u).ToList();
            Expression<Func<SearchEntry, bool>> one = reach.IsEverywhere
                ? e => e.Kind == kind
                : e => e.Kind == kind && (e.Unit == null || units.Contains(e.Unit));
            any = Expression.OrElse(any, Expression.Invoke(one, entry));
        }

        return Expression.Lambda<Func<SearchEntry, bool>>(any, entry);
    }

    private async Task<HashSet<(string Kind, Guid Record)>> VisibleAsync(
        Viewer viewer, IReadOnlyList<SearchEntry> entries, Dictionary<string, ISearchSource> byKind, CancellationToken cancellation)
    {
        var visible = new HashSet<(string, Guid)>();
        foreach (var group in entries.GroupBy(e => e.Kind, e => e.Record, StringComparer.Ordinal))
            foreach (var key in await byKind[group.Key].VisibleAsync(db, viewer, [.. group], cancellation))
                visible.Add((group.Key, key));
        return visible;
    }
}
