using Entente.Foundation.Caching;
using Microsoft.EntityFrameworkCore;

namespace Entente.Ui.Lists;

/// <summary>
/// How many rows a narrowed list has, remembered until a record changes: whoever leafs through a search or orders it anew does not
/// wait for all of its rows to be counted again.
/// </summary>
internal sealed class ListTotals(ChangeStamp stamp) : IListTotals
{
    // From here on walking the order and asking of each row whether it was found beats collecting the found and ordering them.
    private const int Many = 2_000;
    private const int MaxRemembered = 500;
    private readonly UntilChange<int> remembered = new(stamp, MaxRemembered);

    public async Task<ListPage<T>> PageAsync<T>(
        Func<bool, IQueryable<T>> ordered, ListQuery query, string seen, CancellationToken cancellation, int? total = null)
    {
        var known = total ?? await remembered.OfAsync(query.Narrowing + "\n" + seen, () => ordered(false).CountAsync(cancellation));
        return await ordered(known >= Many).ToListPageAsync(query, cancellation, known);
    }
}

/// <summary>Takes one page of a list that may be long, and counts its rows only where a record changed since.</summary>
public interface IListTotals
{
    /// <summary>The page.</summary>
    /// <param name="ordered">
    /// All rows in their order; told whether they are so many that each should be asked in the order of the list whether it belongs to
    /// it (<c>EXISTS</c>), instead of collecting them first (<c>IN</c>). Both give the same rows.
    /// </param>
    /// <param name="query">Which page, and what narrows the list.</param>
    /// <param name="seen">Whatever the rows depend on besides the query and the records: whose view, which day. Two of the same name see the same rows.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="total">How many rows there are, where that is known.</param>
    Task<ListPage<T>> PageAsync<T>(Func<bool, IQueryable<T>> ordered, ListQuery query, string seen, CancellationToken cancellation, int? total = null);
}
