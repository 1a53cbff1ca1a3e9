using Entente.Foundation.Access;
using Entente.Foundation.Data;

namespace Entente.Foundation.Search;

/// <summary>Finds records of every room by a text in any script.</summary>
public interface ISearch
{
    /// <summary>The best hits the viewer may see, best first.</summary>
    /// <param name="viewer">Who is looking.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellation">Ends the search.</param>
    Task<IReadOnlyList<SearchHit>> FindAsync(Viewer viewer, string text, int max, CancellationToken cancellation);

    /// <summary>
    /// The records of one kind that a text finds, as a query, for the text filter of a list; all of them for an empty text. It does
    /// not choose by viewer: the room narrows it by its <c>VisibleTo</c> as it does its whole table.
    /// </summary>
    /// <param name="kind">The kind, as its source names it.</param>
    /// <param name="text">What was typed.</param>
    /// <typeparam name="T">The record's entity.</typeparam>
    IQueryable<T> Found<T>(string kind, string text)
        where T : class;
}

/// <summary>Something found.</summary>
/// <param name="Kind">What it is: <c>organisation</c>, <c>agreement</c>; its word is the text <c>search.kind.{Kind}</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Detail">A second line: place, dates, the name that matched.</param>
/// <param name="Address">Its page.</param>
public sealed record SearchHit(string Kind, LocalizedText Title, string? Detail, string Address);
