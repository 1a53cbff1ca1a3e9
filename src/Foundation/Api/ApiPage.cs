using System.Linq.Expressions;
using Entente.Foundation.Data;
using Entente.Foundation.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Entente.Foundation.Api;

/// <summary>A record as the API gives it.</summary>
public interface IApiItem
{
    /// <summary>Its key, as it stands in addresses.</summary>
    string Id { get; }
}

/// <summary>One page of a list, with the cursor of the next.</summary>
/// <param name="Items">The items, ordered by their keys.</param>
/// <param name="Next">The cursor of the next page; none: this is the last.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next) : IResult
    where T : IApiItem
{
    /// <summary>Takes a page of what was read one further than asked for.</summary>
    public static ApiPage<T> Of(IReadOnlyList<T> found, ApiQuery query) => found.Count > query.Limit
        ? new([.. found.Take(query.Limit)], query.CursorAfter(found[query.Limit - 1].Id))
        : new(found, null);

    /// <summary>A page of items that are all at hand.</summary>
    public static ApiPage<T> OfAll(IEnumerable<T> all, ApiQuery query) => Of(
        [.. all.OrderBy(i => i.Id, StringComparer.Ordinal).Where(i => query.After is null || string.CompareOrdinal(i.Id, query.After) > 0).Take(query.Limit + 1)], query);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var next = Next is null ? null : $"<{QueryHelpers.AddQueryString(
            httpContext.Request.Path, httpContext.Request.Query.Where(q => q.Key != "cursor").Append(new("cursor", Next)))}>; rel=\"next\"";
        return ApiRun.AnswerAsync(httpContext, ApiJson.Bytes(new { Items, Next }), isWeak: true, next);
    }
}

/// <summary>Pages of a query: ordered by key, each beginning after the key the last one ended with. A row added meanwhile moves none.</summary>
public static class ApiPaging
{
    private const int ChangedAtOnce = 1_000;

    /// <summary>The page.</summary>
    /// <param name="records">What the viewer may see, narrowed.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="key">The record's key.</param>
    /// <param name="select">What is given of a record.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="db">Where changes are looked up; needed by lists that take <c>updatedSince</c>.</param>
    public static async Task<ApiPage<TItem>> ToApiPageAsync<TRecord, TCard, TItem>(
        this IQueryable<TRecord> records, ApiQuery query, Expression<Func<TRecord, Id<TCard>>> key, Expression<Func<TRecord, TItem>> select,
        CancellationToken cancellation, AppDbContext? db = null)
        where TItem : IApiItem
    {
        var after = Id<TCard>.TryParse(query.After, null, out var known) ? known : (Id<TCard>?)null;
        if (query.UpdatedSince is not null && db is not null)
            return ApiPage<TItem>.Of(await ChangedAsync(records, query, after, key, select, db, cancellation), query);
        if (after is { } last) records = records.Where(IsAfter(key, last));
        return ApiPage<TItem>.Of(await records.OrderBy(key).Take(query.Limit + 1).Select(select).ToListAsync(cancellation), query);
    }

    /// <summary>The log says what changed: its keys are read in portions, in the same order, until the page is full.</summary>
    private static async Task<List<TItem>> ChangedAsync<TRecord, TCard, TItem>(
        IQueryable<TRecord> records, ApiQuery query, Id<TCard>? after, Expression<Func<TRecord, Id<TCard>>> key, Expression<Func<TRecord, TItem>> select,
        AppDbContext db, CancellationToken cancellation)
    {
        var table = db.Model.FindEntityType(typeof(TRecord))!.GetTableName()!;
        var since = query.UpdatedSince!.Value;
        var found = new List<TItem>();
        var from = after?.Value;
        while (true)
        {
            var log = db.Set<LogEntry>().Where(l => l.Kind == table && l.At >= since);
            if (from is { } last) log = log.Where(l => l.Record.CompareTo(last) > 0);
            var changed = await log.Select(l => l.Record).Distinct().OrderBy(k => k).Take(ChangedAtOnce).ToListAsync(cancellation);
            var keys = changed.Select(k => new Id<TCard>(k)).ToList();
            found.AddRange(await records.Where(IsAmong(key, keys)).OrderBy(key).Take(query.Limit + 1 - found.Count).Select(select).ToListAsync(cancellation));
            if (found.Count > query.Limit || changed.Count < ChangedAtOnce) return found;
            from = changed[^1];
        }
    }

    private static Expression<Func<TRecord, bool>> IsAfter<TRecord, TCard>(Expression<Func<TRecord, Id<TCard>>> key, Id<TCard> last)
    {
        Expression<Func<Id<TCard>>> value = () => last;
        var compared = Expression.Call(key.Body, nameof(Id<TCard>.CompareTo), null, value.Body);
        return Expression.Lambda<Func<TRecord, bool>>(Expression.GreaterThan(compared, Expression.Constant(0)), key.Parameters);
    }

    private static Expression<Func<TRecord, bool>> IsAmong<TRecord, TCard>(Expression<Func<TRecord, Id<TCard>>> key, List<Id<TCard>> keys)
    {
        Expression<Func<List<Id<TCard>>>> value = () => keys;
        return Expression.Lambda<Func<TRecord, bool>>(Expression.Call(value.Body, nameof(List<>.Contains), null, key.Body), key.Parameters);
    }
}
