using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Lists;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Total">How many rows the whole list has.</param>
/// <param name="Query">What was asked for.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, int Total, ListQuery Query)
{
    /// <summary>How many pages there are; at least one.</summary>
    public int Pages => Math.Max(1, (Total + Query.Size - 1) / Query.Size);

    /// <summary>The number of the first row, from 1; 0 for an empty page.</summary>
    public int First => Items.Count == 0 ? 0 : Query.Skip + 1;

    /// <summary>The number of the last row.</summary>
    public int Last => Query.Skip + Items.Count;
}

/// <summary>Takes one page of an ordered query.</summary>
public static class ListPages
{
    /// <summary>The page: two statements, one that counts and one that reads.</summary>
    /// <param name="ordered">All rows in their order.</param>
    /// <param name="query">Which page.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="total">How many rows there are, where that is known: then nothing is counted.</param>
    public static async Task<ListPage<T>> ToListPageAsync<T>(this IQueryable<T> ordered, ListQuery query, CancellationToken cancellation, int? total = null)
    {
        var all = total ?? await ordered.CountAsync(cancellation);
        var items = query.Skip >= all ? [] : await ordered.Skip(query.Skip).Take(query.Size).ToListAsync(cancellation);
        return new(items, all, query);
    }
}
